"""The gold's texts read as a user reads them: trained finder, the samples' pack and no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.domain.reading import Reading
from communique.flow.reading import Reader
from communique.ingest import take_text
from communique.settings import load_settings
from tests.gold.truce.gold import Item

PACK = Path(__file__).parents[2] / "samples" / "pack"


def reader() -> Reader:
    """A reader that knows the invented conflict."""
    import msgspec

    return Reader(msgspec.structs.replace(load_settings(), packs=(str(PACK),)))


def readings(items: Sequence[Item], chosen: Reader) -> Iterator[tuple[Item, Reading]]:
    """Each item with its reading, one at a time."""
    for item in items:
        yield item, chosen.read(take_text(item.text, id=item.id, published=item.published))

"""The regression table: what the reading does on the 120 gold items that may be looked at, with a floor a field."""

from __future__ import annotations

from communique.domain.reading import Reading
from communique.flow.reading import Reader
from communique.ingest import take_text

from .gold import Item, load
from .score import score

# Shares of the statements found; F1 is of the statements themselves. Raise them when the reading gets better.
FLOORS = {"content": 0.88, "source": 0.90, "cue": 0.87, "speaker": 0.86, "chain": 0.80, "within": 0.93, "stance": 0.90}
F1_FLOOR = 0.84


def test_the_table_reads_as_well_as_it_did(sample_reader: Reader) -> None:
    def read(item: Item) -> Reading:
        return sample_reader.read(take_text(item.text, id=item.id))

    result = score(load("table"), read)
    worse = {name: round(result.share(name), 3) for name, floor in FLOORS.items() if result.share(name) < floor}
    assert result.f1 >= F1_FLOOR, result
    assert not worse, worse

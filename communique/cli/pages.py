"""Pages of readings on standard output or in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.domain.reading import Reading
from communique.domain.report import Unread

if TYPE_CHECKING:
    from communique.exports.edition.states import States

out_option = click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where pages go: a folder (one page a report and an index). Without it a single page goes to standard output.",
)


def only_for_pages(out: Path | None, style: str) -> None:
    """Refuses --out where no pages are asked for."""
    if out is not None and style != "html":
        raise click.UsageError(f"--out takes pages: give it with --format html, not with --format {style}.")


def as_pages(found: Iterable[tuple[Reading | Unread, States]], out: Path | None) -> None:
    """Writes a page a reading and an index into the folder `out`; without it prints the one page there is."""
    from communique.exports import html

    if out is None:
        pages = [(item, states) for item, states in found if isinstance(item, Reading)]
        if len(pages) > 1:
            raise click.UsageError(
                f"{len(pages)} reports make {len(pages)} pages: say with --out which folder they go to."
            )
        for page, states in pages:
            click.echo(html.page(page, states))
        return
    out.mkdir(parents=True, exist_ok=True)
    kept: list[Reading | Unread] = []
    for item, states in found:
        kept.append(item)
        if isinstance(item, Reading):
            (out / html.page_name(item)).write_text(html.page(item, states), encoding="utf-8")
    (out / "index.html").write_text(html.index(kept), encoding="utf-8")
    click.echo(str(out / "index.html"))

"""`communique import`: takes tables of incidents and tallies into the record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import click

from communique.cli.add import record_option, settings_option
from communique.errors import CommuniqueError, UnreadableSource
from communique.exports.visible import plain
from communique.ingest.incidents import IncidentTable, RowFault, Shape, check_dataset, load_mapping, named, shapes
from communique.ingest.incidents.shape import folded
from communique.ingest.incidents.table import MAX_BYTES, Table, text_of
from communique.ingest.sources import STDIN, Source, opened
from communique.ingest.tallies import DATASET, TallyTable, is_tally
from communique.record import ImportedRow, Landed, Store, Writer
from communique.settings import load_settings

# Enough to know a table by its header.
HEAD_BYTES = 65_536
# Rows that go into one transaction: what a killed run may have to read again.
BATCH = 5_000
# Faults told of one file. A table of another shape has one in every row, and the first few say it all.
MOST_TOLD = 20

# The one shape that tells of no incidents.
TALLY = "tally"

T = TypeVar("T")


@click.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--as",
    "shape",
    metavar="SHAPE",
    help=f"What the tables are: {', '.join(s.key for s in shapes())}, {TALLY}, or a mapping of your own, MAPPING.toml. "
    "Without it, the header tells.",
)
@click.option(
    "--dataset", metavar="NAME", help="Whose table it is: keys and chains begin with NAME. Default: the shape's."
)
@record_option
@settings_option
def import_(
    files: tuple[str, ...], shape: str | None, dataset: str | None, named: Path | None, chosen: Path | None
) -> None:
    """Take tables of incidents and tallies into the record.

    FILE is a CSV file, or - for standard input. A row lands once, however often it is imported; one that comes with
    other content is a new version, and the one before stays. A row that is no good is left out and told with its
    number; the exit status is then 1.
    """
    try:
        form = None if shape is None or shape == TALLY else _form(shape)
        if dataset is not None:
            check_dataset(dataset)
        record = named or Path(load_settings(chosen).record)
        with Store.open(record).writer() as writer:
            good = [_imported(file, shape, form, dataset, writer) for file in files]
    except CommuniqueError as why:
        raise click.ClickException(plain(str(why))) from why
    where = plain(str(record))
    click.echo(f"Record: {where}" if record.exists() else f"Nothing was imported; no record was made at {where}.")
    if not all(good):
        sys.exit(1)


def _form(shape: str) -> Shape:
    return load_mapping(Path(shape)) if shape.endswith(".toml") else named(shape)


def _imported(file: str, shape: str | None, form: Shape | None, dataset: str | None, writer: Writer) -> bool:
    """Whether every row of the file is in the record; says how many are, and what became of the others."""
    try:
        table = _table(file, shape, form, dataset)
    except UnreadableSource as why:
        click.echo(f"error: {_line(file)} {_line(str(why))}", err=True)
        return False
    landed, faults = Landed(), 0
    rows: Iterator[ImportedRow | RowFault] = table.rows()
    for batch in _batches(rows, BATCH):
        for fault in (item for item in batch if isinstance(item, RowFault)):
            faults += 1
            if faults <= MOST_TOLD:
                click.echo(f"{_line(file)}, {_line(str(fault))}", err=True)
        landed += writer.keep_rows(table.dataset, [item for item in batch if not isinstance(item, RowFault)])
    if faults > MOST_TOLD:
        click.echo(f"{_line(file)}: {faults - MOST_TOLD:,} more rows were left out", err=True)
    read_as = TALLY if isinstance(table, TallyTable) else table.shape.key
    click.echo(f"{_line(file)}, read as {read_as}: {_summary(landed, faults)}")
    return not faults


def _table(file: str, shape: str | None, form: Shape | None, dataset: str | None) -> IncidentTable | TallyTable:
    data, source = _bytes_of(file), "stdin" if file == STDIN else file
    if shape == TALLY or (shape is None and _is_tally(Table(text_of(data[:HEAD_BYTES])).header)):
        return TallyTable(source, data, dataset or DATASET)
    return IncidentTable(source, data, form, dataset)


def _is_tally(header: Sequence[str]) -> bool:
    """A table of incidents may well have columns for a day, a side and a count besides its own."""
    names = {folded(name) for name in header}
    return is_tally(header) and not any(names.issuperset(shape.recognised_by) for shape in shapes())


def _bytes_of(file: str) -> bytes:
    if file != STDIN and Path(file).is_dir():
        raise UnreadableSource("is a folder; give the tables in it one by one")
    source = Source("stdin", None) if file == STDIN else Source(file, Path(file))
    with opened(source, sys.stdin.buffer) as document:
        return document.whole(MAX_BYTES)


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items, so many at a time."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _summary(landed: Landed, faults: int) -> str:
    changed = f"{landed.changed:,} changed, " if landed.changed else ""
    return f"{landed.new:,} new, {changed}{landed.there:,} already there; {faults:,} left out."


def _line(text: str) -> str:
    return " ".join(plain(text).split())

"""`communique add`: reads reports and keeps what they say in the record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from communique.domain.report import Report, Unread
from communique.errors import CommuniqueError
from communique.exports.visible import plain
from communique.record import Kept, Store
from communique.record.intake import Outcome, Tally, take_in
from communique.settings import load_settings

MEGABYTE = 1_000_000

record_option = click.option(
    "--record",
    "named",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The record, one file. Without it, the one that COMMUNIQUE_RECORD or the settings name: communique.sqlite.",
)
settings_option = click.option(
    "--settings",
    "chosen",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A TOML file of your own.",
)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@record_option
@settings_option
def add(paths: tuple[str, ...], named: Path | None, chosen: Path | None) -> None:
    """Read reports and keep them in the record.

    PATH is a file, a folder, or - for standard input. What is in the record already is not read again, so a run that
    was broken off is taken up by giving the same command once more. A source that cannot be read is kept with the
    reason; the exit status is then 1.
    """
    # Here and not above: they load the models, which `communique show` and `--help` do without.
    from communique.flow import reader
    from communique.ingest import Intake, take

    try:
        settings = load_settings(chosen)
        record = named or Path(settings.record)
        with Store.open(record).writer() as writer, _heard() as each:
            options = Intake(max_bytes=settings.max_megabytes * MEGABYTE)
            taken = take(paths, options=options, stdin=sys.stdin.buffer)
            tally = take_in(_but_the_record(taken, record, paths), reader=reader(settings), writer=writer, each=each)
    except CommuniqueError as why:
        raise click.ClickException(plain(str(why))) from why
    click.echo(summary(tally, record))
    if tally.failed:
        sys.exit(1)


def summary(tally: Tally, record: Path) -> str:
    """One line: how many reports were read, were there, were skipped and could not be read; each is counted once."""
    counts = tally.counts
    parts = [f"{counts[Kept.NEW]} read"]
    if counts[Kept.REREAD]:
        parts.append(f"{counts[Kept.REREAD]} read again by another reader version")
    parts.append(f"{counts[Kept.THERE]} already there")
    if counts[Kept.OCCURRENCE]:
        parts.append(f"{counts[Kept.OCCURRENCE]} found at another source")
    left = f"{len(tally.skipped)} skipped, {len(tally.failed)} could not be read"
    return f"{', '.join(parts)}; {left}. Record: {plain(str(record))}"


def _but_the_record(
    taken: Iterable[Report | Unread], record: Path, named: tuple[str, ...]
) -> Iterator[Report | Unread]:
    """All but the record's own files, which lie in the folder that is read as often as not."""
    own = {record.with_name(record.name + end).resolve() for end in ("", "-wal", "-shm", "-journal", ".lock")}
    asked = {Path(path).resolve() for path in named}
    for item in taken:
        if not isinstance(item, Unread) or Path(item.source).resolve() not in own - asked:
            yield item


@contextmanager
def _heard() -> Iterator[Callable[[Outcome], None]]:
    """Says on standard error what was skipped or failed, and shows the progress there if somebody is watching."""
    if not sys.stderr.isatty():
        yield _told
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} reports"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def each(outcome: Outcome) -> None:
            _told(outcome)
            progress.update(task, advance=1, description=_line(outcome.source)[-60:].replace("[", "\\["))

        yield each


def _told(outcome: Outcome) -> None:
    if outcome.error is not None:
        click.echo(f"error: {_line(outcome.source)}: {_line(outcome.error)}", err=True)
    elif outcome.skipped is not None and outcome.kept is not Kept.THERE:
        click.echo(f"skipped: {_line(outcome.source)}: {_line(outcome.skipped)}", err=True)


def _line(text: str) -> str:
    return " ".join(plain(text).split())

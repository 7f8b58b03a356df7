"""`communique show`: prints statements from the record."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from communique.cli.add import record_option, settings_option
from communique.cli.pages import as_pages, only_for_pages, out_option
from communique.domain.reading import Reading
from communique.errors import CommuniqueError
from communique.exports.edition.states import States
from communique.exports.jsonl import statement_line
from communique.exports.visible import plain
from communique.exports.wording import stands
from communique.record import Query, Said, Store, View
from communique.record.chain import ARROW, drawn
from communique.record.keys import WIDTH
from communique.record.periods import period, written
from communique.record.query import path
from communique.settings import load_settings

INDENT = "    "
UNDATED = "date unknown"


@click.command()
@record_option
@settings_option
@click.option("--speaker", metavar="NAME", help="Said by NAME: any part of a name, whatever its case and accents.")
@click.option(
    "--chain",
    metavar="NAME[>NAME...]",
    help='NAME vouches for it, or speaks; with several, each directly passes on the next: "VNA > Foreign Ministry".',
)
@click.option("--from", "since", metavar="DATE", help="Published on or after DATE: 2031-03-14, 2031-03 or 2031.")
@click.option("--to", "until", metavar="DATE", help="Published on or before the last day of DATE.")
@click.option("--instrument", metavar="NAME", help="Speaks of a resolution or agreement: any part of its name.")
@click.option("--words", metavar="WORDS", help='Holds all the words, in any form; "in quotation marks", as a phrase.')
@click.option("--limit", metavar="N", type=int, help="Print at most N and say how many are left. Default: all.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "jsonl", "html"]),
    default="text",
    show_default=True,
    help="text for the terminal, one JSON object a statement, or one page a report that holds such a statement.",
)
@out_option
def show(
    named: Path | None,
    chosen: Path | None,
    speaker: str | None,
    chain: str | None,
    since: str | None,
    until: str | None,
    instrument: str | None,
    words: str | None,
    limit: int | None,
    style: str,
    out: Path | None,
) -> None:
    """Print the statements in the record that meet every condition given, by date of publication.

    Each with its chain of authority, its stance, its words, the characters of the source where they stand, and its key
    and state: proposed, or accepted or rejected by whom. `communique judge` takes the key.
    """
    only_for_pages(out, style)
    if style == "html" and limit is not None:
        raise click.UsageError("--limit counts statements, and a page holds all of its report: leave one of them out.")
    try:
        query = Query(
            speaker=speaker,
            chain=() if chain is None else path(chain),
            since=None if since is None else period(since).first,
            until=None if until is None else period(until).last,
            instrument=instrument,
            words=words,
            limit=limit,
        )
        record = named or Path(load_settings(chosen).record)
        with Store.open(record).view() as view:
            if style == "html":
                as_pages(_with_states(view, query), out)
            else:
                _print(view, query, style)
    except CommuniqueError as why:
        raise click.ClickException(plain(str(why))) from why


def _print(view: View, query: Query, style: str) -> None:
    printed = 0
    for said in view.statements(query):
        click.echo(statement_line(said) if style == "jsonl" else as_text(said))
        printed += 1
    for note in _notes(view, query, printed):
        click.echo(note, err=True)


def _with_states(view: View, query: Query) -> Iterator[tuple[Reading, States]]:
    """The reports that hold such a statement; all of them, those without statements too, where nothing is asked for."""
    verdicts = view.verdicts()
    readings = view.readings() if query == Query() else _once(said.reading for said in view.statements(query))
    for reading in readings:
        yield reading, States(view.keys(reading.report), verdicts)


def _once(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Each reading once; statements of one come one after the other."""
    before: Reading | None = None
    for reading in readings:
        if reading is not before:
            yield reading
        before = reading


def _notes(view: View, query: Query, printed: int) -> list[str]:
    """What is not among the printed, on standard error so that it disturbs no reader of lines."""
    left, undated = view.count(query) - printed, view.undated(query)
    notes = [] if printed else ["No statement in the record meets these conditions."]
    if left:
        notes.append(f"{left} more meet the conditions and are left out by --limit {query.limit}.")
    if undated:
        notes.append(f"{undated} more are left out because nothing says when their reports appeared.")
    return notes


def as_text(said: Said) -> str:
    """The statement for people: date and chain, then stance and words, then where they stand in the source."""
    report, statement = said.reading.report, said.statement
    when = written(report.published) or UNDATED
    told = f" (told to {_line(statement.told_to)})" if statement.told_to else ""
    places = ",".join(f"{span.start}-{span.end}" for span in statement.content)
    state = f"[{said.key[:WIDTH]} {_line(stands(said.judgement))}]"
    return "\n".join(
        (
            f"{click.style(when, dim=True)}  {click.style(_chain(said), bold=True)}{told}",
            _wrapped(f"{_line(statement.stance)}: {_line(said.quotation)}"),
            f"{INDENT}{_line(report.source)}:{places}  {state}",
            "",
        )
    )


def _chain(said: Said) -> str:
    """The chain; where it does not end in a name, the source's own words or "unnamed"."""
    links = drawn(said.statement.chain, said.chain_levels)
    names = " and ".join(speaker.name for speaker in said.speakers)
    if said.statement.anonymous:
        return _line(ARROW.join(filter(None, (links, f"unnamed: {names}" if names else "unnamed"))))
    return _line(links or names or "unnamed")


def _wrapped(text: str) -> str:
    """Indented, and broken into lines where a person reads it; whole for a file or another program."""
    if not sys.stdout.isatty():
        return INDENT + text
    width = max(40, shutil.get_terminal_size().columns)
    return click.wrap_text(text, width, initial_indent=INDENT, subsequent_indent=INDENT)


def _line(text: str) -> str:
    return " ".join(plain(text).split())

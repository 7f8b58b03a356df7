"""`communique show`: prints statements from the record."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from communique.cli.add import record_option, settings_option
from communique.errors import CommuniqueError
from communique.exports.jsonl import statement_line
from communique.exports.visible import plain
from communique.record import Query, Said, Store, Verdict, View
from communique.record.chain import ARROW, drawn
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
@click.option("--format", "style", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
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
) -> None:
    """Print the statements in the record that meet every condition given, by date of publication.

    Each with its chain of authority, its stance, its words, and the characters of the source where they stand.
    """
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
    verdict = "" if said.verdict is Verdict.PROPOSED else f"  [{said.verdict.value}]"
    return "\n".join(
        (
            f"{click.style(when, dim=True)}  {click.style(_chain(said), bold=True)}{told}",
            _wrapped(f"{_line(statement.stance)}: {_line(said.quotation)}"),
            f"{INDENT}{_line(report.source)}:{places}{verdict}",
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

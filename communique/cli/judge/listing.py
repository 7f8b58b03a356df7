"""`communique judge` and `… show`."""

from __future__ import annotations

import click

from communique.cli.judge.asking import check_report, record_of
from communique.cli.register.asking import Door, record_and_settings
from communique.exports.incidents.listing import one_line, short
from communique.exports.judging import INDENT, Entries, as_lines, report_line, told
from communique.exports.passage import passage
from communique.record import Sought, Store, Verdict, View
from communique.record.keys import WIDTH, finding_of


def list_all(door: Door, sought: Sought) -> None:
    """Prints the findings asked for, report by report; how many wait for a judgement, on standard error."""
    listed = waiting = 0
    entries, before = Entries(), None
    with Store.open(record_of(door)).view() as view:
        check_report(view, sought.report)
        for found in view.found(sought):
            if found.reading is not before:
                click.echo(click.style(report_line(found.reading), bold=True))
                before = found.reading
            click.echo("\n".join(f"  {line}" for line in as_lines(found, entries.of(found))))
            listed += 1
            waiting += found.verdict is Verdict.PROPOSED
    noun = "finding" if listed == 1 else "findings"
    click.echo(
        f"{listed} {noun}, {waiting} of them waiting for a judgement." if listed else "Nothing is found.", err=True
    )


@click.command()
@click.argument("key", metavar="KEY")
@record_and_settings
@click.pass_obj
def show(door: Door, key: str) -> None:
    """Print one finding: what it says, its words in the paragraph around them, and every judgement of it."""
    with Store.open(record_of(door)).view() as view:
        whole = finding_of(view, key)
        for line in _described(view, whole, len(whole)):
            click.echo(line)
        judgements = view.judgements(whole)
        click.echo("  History:" if judgements else "  Nobody has judged it.")
        for made in judgements:
            click.echo(f"{INDENT}{told(made)}")


def _described(view: View, key: str, width: int) -> list[str]:
    found = view.with_key(key)
    if found is None:
        return row_lines(view, key)
    lines = [report_line(found.reading), "", *as_lines(found, Entries().of(found), width), ""]
    for line in passage(found, bare=True):
        lines += [*click.wrap_text(line.plain, 92, INDENT, INDENT).splitlines(), ""]
    return lines


def row_lines(view: View, key: str) -> list[str]:
    """An imported row in a few lines; empty where the record has none with this key."""
    versions = view.versions(key)
    if not versions:
        return []
    cited = versions[-1].cited
    row = f", row {cited.row}" if cited.row is not None else ""
    return [
        f"{short(key)}  row of a table",
        f"{INDENT}{one_line(cited.source)}{row}",
        f"{INDENT}“{one_line(cited.quotation)}”",
    ]


def brief(view: View, key: str) -> str:
    """The finding in a line: its key, what it is, what it says."""
    found = view.with_key(key)
    if found is None:
        row = "  ".join(line.strip() for line in row_lines(view, key))
        return row or f"{short(key)}  of an older reading: the present one does not find the same"
    first, *rest = as_lines(found, Entries().of(found), WIDTH)
    return f"{first}: {' '.join(line.strip() for line in (rest[0], rest[-1]))}"

"""`communique events`, `… show` and `… proposals`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence

import click

from communique.cli.register.asking import Door, given, record_and_settings
from communique.exports.happenings.listing import as_entry, as_stage, as_summary
from communique.exports.happenings.tables import COLUMNS, as_line, as_rows
from communique.exports.incidents.listing import one_line, short
from communique.knowledge.pack import Pack
from communique.record import Store
from communique.record.periods import period
from communique.settings import load_settings
from communique.timeline.finding import Wanted, happening_of, width_of
from communique.timeline.happenings import Happening, Timeline, timeline
from communique.timeline.rounds import process_named, stages


def list_all(door: Door, **options: str | None) -> None:
    """Prints the events that meet every condition; what is left out for want of a day, on standard error."""
    since, until, style = options["since"], options["until"], options["style"] or "text"
    wanted = Wanted(
        type=options["type_"],
        reality=options["reality"],
        actor=options["actor"],
        place=options["place"],
        since=None if since is None else period(since),
        until=None if until is None else period(until),
    )
    found = opened(door)
    met = [one for one in found.happenings if wanted.meets(one)]
    listed = [one for one in met if wanted.within(one)]
    if options["process"] is None:
        printed(listed, style, width_of(found.happenings))
    else:
        listed = _by_round(door, listed, options["process"], style, width_of(found.happenings))
    undated = sum(one.start is None for one in met if not wanted.within(one))
    for note in _notes(listed, undated, len(found.proposed)):
        click.echo(note, err=True)


def _by_round(door: Door, happenings: Sequence[Happening], process: str, style: str, width: int) -> list[Happening]:
    packs = [Pack.load(pack) for pack in load_settings(door.settings).packs]
    known = [one for pack in packs for one in pack.processes]
    key = process_named(known, happenings, process)
    parts = stages(happenings, key, next((one for one in known if one.key == key), None))
    listed = [one for stage in parts for one in stage.happenings]
    if style != "text":
        printed(listed, style, width)
        return listed
    for stage in parts:
        for line in as_stage(stage, width):
            click.echo(line)
        click.echo()
    return listed


@click.command()
@click.argument("key", metavar="KEY")
@record_and_settings
@click.option("--format", "style", type=click.Choice(["text", "csv", "jsonl"]), default="text", show_default=True)
@click.pass_obj
def show(door: Door, key: str, style: str) -> None:
    """Print everything about one event: every telling with its chain, its words and where they stand."""
    found = opened(door)
    one = happening_of(found.happenings, key)
    width = width_of(found.happenings)
    if style != "text":
        printed([one], style, width)
        return
    for line in as_entry(one, width):
        click.echo(line)


@click.command()
@record_and_settings
@click.pass_obj
def proposals(door: Door) -> None:
    """Print the events that may be one, the likeliest first, with the reason."""
    found = opened(door)
    width = width_of(found.happenings)
    home = {told.key: one for one in found.happenings for told in one.tellings}
    for link in found.proposed:
        one, other = home[link.one], home[link.other]
        click.echo(f"{link.strength:.2f}  {one_line(link.reason)}")
        for side in (one, other):
            click.echo("\n".join(f"    {line}" for line in as_summary(side, width)))
        click.echo(
            f"    To accept: communique events merge {short(one.key, width)} {short(other.key, width)} --by YOU\n"
        )
    if not found.proposed:
        click.echo("Nothing is proposed.", err=True)


def opened(door: Door) -> Timeline:
    """The timeline of the record that the options name."""
    asked_of = given(door)
    with Store.open(asked_of.record).view() as view:
        return timeline(view, asked_of.agreements)


def printed(happenings: Iterable[Happening], style: str, width: int) -> None:
    """Prints the events in the style."""
    if style == "jsonl":
        for one in happenings:
            click.echo(as_line(one))
    elif style == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        for one in happenings:
            writer.writerows(as_rows(one))
    else:
        for one in happenings:
            click.echo("\n".join([*as_summary(one, width), ""]))


def _notes(listed: Sequence[Happening], undated: int, proposed: int) -> list[str]:
    notes = [] if listed else ["No event in the record meets these conditions."]
    if undated:
        notes.append(f"{undated} more are left out because nothing says on which day they were.")
    if proposed:
        notes.append(f"{proposed} pairs may be one event each: communique events proposals")
    return notes

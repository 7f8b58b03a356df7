"""`communique incidents`, `… show` and `… proposals`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence

import click

from communique.cli.register.asking import Door, Given, asked, given
from communique.domain.incident import Incident
from communique.errors import SettingsError
from communique.exports.incidents import COLUMNS, as_entry, as_line, as_rows, as_summary
from communique.exports.incidents.listing import one_line, short
from communique.knowledge.violations import TYPES, covers, full_type, is_type
from communique.record.periods import period
from communique.truce.agreements import Agreement
from communique.truce.finding import Wanted, incident_of, width_of, zone_key
from communique.truce.history import in_words
from communique.truce.register import Register
from communique.truce.verification import allowed


def list_all(
    asked_of: Given,
    *,
    since: str | None,
    until: str | None,
    zone: str | None,
    status: str | None,
    type_: str | None,
    min_origins: int,
    style: str,
) -> None:
    """Prints the incidents that meet every condition; how many were left out for want of a day, on standard error."""
    if zone is not None and asked_of.agreement is None:
        raise SettingsError("--zone needs --agreement: say of which agreement it is a zone.")
    wanted = Wanted(
        since=None if since is None else period(since),
        until=None if until is None else period(until),
        zone=None if zone is None or asked_of.agreement is None else zone_key(asked_of.agreement, zone),
        status=None if status is None else allowed(status),
        type=None if type_ is None else full_type(type_),
        min_origins=min_origins,
    )
    register = asked_of.register()
    if wanted.type is not None:
        _check_type(wanted.type, register)
    met = [one for one in register.incidents if wanted.meets(one)]
    found = [one for one in met if wanted.within(one)]
    _print(found, asked_of.agreement, style, width_of(register.incidents))
    for note in _notes(register, found, sum(one.start is None for one in met if not wanted.within(one))):
        click.echo(note, err=True)


@click.command()
@click.argument("key", metavar="KEY")
@asked
@click.option("--format", "style", type=click.Choice(["text", "csv", "jsonl"]), default="text", show_default=True)
def show(door: Door, key: str, style: str) -> None:
    """Print everything about one incident: every claim with its chain, its words and where they stand."""
    asked_of = given(door)
    register = asked_of.register()
    incident = incident_of(register.incidents, key)
    if style != "text":
        _print([incident], asked_of.agreement, style, 0)
        return
    width = width_of(register.incidents)
    for line in as_entry(incident, asked_of.agreement, width=width):
        click.echo(line)
    keys = {claim.key for claim in incident.claims}
    others = [link for link in register.proposed if (link.one in keys) != (link.other in keys)]
    for link in others:
        other = incident_of(register.incidents, link.other if link.one in keys else link.one)
        click.echo(
            f"  Perhaps also {short(other.key, width)} {one_line(other.name)}: {link.strength:.2f}, {link.reason}"
        )


@click.command()
@asked
def proposals(door: Door) -> None:
    """List pairs of incidents that may be one, the likeliest first, each with the reasons."""
    register = given(door).register()
    home = {claim.key: one for one in register.incidents for claim in one.claims}
    width = width_of(register.incidents)
    for link in register.proposed:
        one, other = home[link.one], home[link.other]
        click.echo(f"{link.strength:.2f}  {one_line(link.reason)}")
        for incident in (one, other):
            click.echo(f"      {short(incident.key, width)}  {one_line(incident.name)}")
        click.echo(f"      communique incidents merge {short(one.key, width)} {short(other.key, width)} --by YOU\n")
    if not register.proposed:
        click.echo("The matcher proposes nothing.", err=True)


def _check_type(text: str, register: Register) -> None:
    """Raises `SettingsError` for what is no type, listing those there are; an imported table may have its own."""
    if is_type(text) or any(covers(text, one.type) for one in register.incidents):
        return
    first = text.partition("/")[0]
    known = [f"{first}/{kind}" for kind in TYPES[first]] if first in TYPES else list(TYPES)
    whole = [f"{level}/{text}" for level, kinds in TYPES.items() if text in kinds]
    meant = f" Did you mean {' or '.join(whole)}?" if whole else ""
    raise SettingsError(f"There is no type {text!r}; there are: {', '.join(known)}.{meant}")


def _print(found: Sequence[Incident], agreement: Agreement | None, style: str, width: int) -> None:
    if style == "jsonl":
        for incident in found:
            click.echo(as_line(incident))
    elif style == "csv":
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(COLUMNS)
        for incident in found:
            table.writerows(as_rows(incident))
    else:
        for incident in _by_day(found):
            first, *rest = as_summary(incident, agreement, width=width)
            click.echo("\n".join((click.style(first, bold=True), *rest, "")))


def _by_day(found: Iterable[Incident]) -> list[Incident]:
    """The earliest first, those without a day last."""
    return sorted(found, key=lambda one: (one.start is None, one.start or "", one.name))


def _notes(register: Register, found: Sequence[Incident], undated: int) -> list[str]:
    notes = [] if found else ["No incident in the record meets these conditions."]
    if undated:
        notes.append(f"{undated} more are left out because nobody says when they happened.")
    if register.proposed:
        pairs = "1 pair" if len(register.proposed) == 1 else f"{len(register.proposed)} pairs"
        notes.append(f"{pairs} may be one: `communique incidents proposals` lists them.")
    notes += [
        f"A claim is no longer found by the reader: {one_line(in_words(decision))} counts for the others only."
        for decision in register.stale
    ]
    return notes

"""`communique incidents accept`, `merge`, `split`, `rename`, `verify` and `undo`: what people decide, taken down."""

from __future__ import annotations

import click

from communique.cli.register.asking import Door, Given, asked, given
from communique.cli.register.wish import Wish, way_back
from communique.domain.incident import VERIFICATIONS, Incident
from communique.errors import SettingsError
from communique.exports.incidents.listing import one_line, short
from communique.record import Act, Decision
from communique.truce.finding import claims_of, incident_of, width_of
from communique.truce.history import in_words
from communique.truce.register import ABOUT
from communique.truce.verification import allowed

by_option = click.option("--by", "author", metavar="AUTHOR", required=True, help="Who decides.")
reason_option = click.option("--reason", metavar="TEXT", help="Why.")


@click.command()
@click.argument("key", metavar="KEY")
@by_option
@reason_option
@asked
def accept(door: Door, key: str, author: str, reason: str | None) -> None:
    """Accept the matcher's grouping: its claims stay together whatever the matcher says later."""
    asked_of = given(door)
    incident = incident_of(asked_of.register().incidents, key)
    if len(incident.claims) < 2:
        raise SettingsError(f"{_called(incident)} holds one claim only: there is no grouping to accept.")
    members = tuple(claim.key for claim in incident.claims)
    _decide(asked_of, Wish(act=Act.JOIN, members=members, author=author, reason=reason))


@click.command()
@click.argument("keys", metavar="KEY KEY...", nargs=-1, required=True)
@by_option
@reason_option
@asked
def merge(door: Door, keys: tuple[str, ...], author: str, reason: str | None) -> None:
    """Make one incident of several."""
    asked_of = given(door)
    known = asked_of.register().incidents
    found = {one.key: one for one in (incident_of(known, key) for key in keys)}
    if len(found) < 2:
        raise SettingsError("To merge needs two incidents or more: these keys name one.")
    members = tuple(claim.key for one in found.values() for claim in one.claims)
    _decide(asked_of, Wish(act=Act.JOIN, members=members, author=author, reason=reason))


@click.command()
@click.argument("key", metavar="KEY")
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@by_option
@reason_option
@asked
def split(door: Door, key: str, claims: tuple[str, ...], author: str, reason: str | None) -> None:
    """Take claims out of an incident; they become an incident of their own, and stay apart."""
    asked_of = given(door)
    incident = incident_of(asked_of.register().incidents, key)
    out = [claim.key for claim in claims_of(incident, claims)]
    rest = [claim.key for claim in incident.claims if claim.key not in out]
    if not rest:
        raise SettingsError(f"{_called(incident)} would be left without a claim: name some of its claims, not all.")
    wish = Wish(act=Act.PART, members=tuple(out), author=author, reason=reason, apart_from=tuple(rest))
    _decide(asked_of, wish)


@click.command()
@click.argument("key", metavar="KEY")
@click.argument("name", metavar="NAME")
@by_option
@reason_option
@asked
def rename(door: Door, key: str, name: str, author: str, reason: str | None) -> None:
    """Give an incident a name."""
    _of_one(given(door), key, Act.RENAME, name, author, reason)


@click.command(help=f"Set how well an incident is verified. STATUS is one of: {'; '.join(VERIFICATIONS)}.")
@click.argument("key", metavar="KEY")
@click.argument("status", metavar="STATUS")
@by_option
@click.option("--reason", metavar="TEXT", required=True, help="Why: what was checked, by whom.")
@asked
def verify(door: Door, key: str, status: str, author: str, reason: str) -> None:
    _of_one(given(door), key, Act.VERIFY, allowed(status), author, reason)


@click.command()
@click.argument("number", metavar="NUMBER", type=int)
@by_option
@reason_option
@asked
def undo(door: Door, number: int, author: str, reason: str | None) -> None:
    """Take back a decision by its number; to undo the undoing brings it back."""
    _decide(given(door), Wish(act=Act.UNDO, author=author, reason=reason, undoes=number))


def _of_one(asked_of: Given, key: str, act: Act, name: str, author: str, reason: str | None) -> None:
    incident = incident_of(asked_of.register().incidents, key)
    members = tuple(claim.key for claim in incident.claims)
    _decide(asked_of, Wish(act=act, members=members, author=author, reason=reason, name=name))


def _decide(asked_of: Given, wish: Wish) -> None:
    made = wish.taken_down(asked_of.record, ABOUT)
    for line in _told(asked_of, made):
        click.echo(line)


def _told(asked_of: Given, made: Decision) -> list[str]:
    """What was taken down, what it came to, and how it is taken back."""
    register = asked_of.register()
    touched = [one for one in register.incidents if any(claim.key in made.members for claim in one.claims)]
    width = width_of(register.incidents)
    return [
        one_line(in_words(made)),
        *(f"    {short(one.key, width)}  {one_line(one.name)}: {_counted(len(one.claims))}" for one in touched),
        way_back("incidents", made),
    ]


def _called(incident: Incident) -> str:
    return f"{short(incident.key)} {one_line(incident.name)}"


def _counted(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"

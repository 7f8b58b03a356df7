"""`communique incidents accept`, `merge`, `split`, `rename`, `verify` and `undo`: what people decide, taken down."""

from __future__ import annotations

from collections.abc import Sequence

import click

from communique.cli.register.asking import Door, asked, given
from communique.cli.register.groups import Groups, accepting, by_option, merging, naming, splitting, undoing
from communique.cli.register.wish import Wish
from communique.domain.incident import VERIFICATIONS, Incident, IncidentClaim
from communique.record import Act
from communique.truce.finding import claims_of, incident_of
from communique.truce.register import ABOUT
from communique.truce.verification import allowed


def _opened(door: Door) -> Sequence[Incident]:
    return given(door).register().incidents


def _members(incident: Incident) -> Sequence[IncidentClaim]:
    return incident.claims


INCIDENTS = Groups(ABOUT, "incident", "claim", _opened, _members, incident_of, claims_of)

accept = accepting(INCIDENTS, asked)
merge = merging(INCIDENTS, asked)
split = splitting(INCIDENTS, asked)
rename = naming(INCIDENTS, asked)
undo = undoing(INCIDENTS, asked)


@click.command(help=f"Set how well an incident is verified. STATUS is one of: {'; '.join(VERIFICATIONS)}.")
@click.argument("key", metavar="KEY")
@click.argument("status", metavar="STATUS")
@by_option
@click.option("--reason", metavar="TEXT", required=True, help="Why: what was checked, by whom.")
@asked
def verify(door: Door, key: str, status: str, author: str, reason: str) -> None:
    name = allowed(status)
    members = INCIDENTS.keys(INCIDENTS.one(door, key))
    INCIDENTS.taken_down(door, Wish(act=Act.VERIFY, members=members, author=author, reason=reason, name=name))

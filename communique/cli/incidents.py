"""`communique incidents`: lists incidents, shows one, and takes down what people decide about them."""

from __future__ import annotations

import click

from communique.cli.register.asking import Door, asked, given
from communique.cli.register.deciding import accept, merge, rename, split, undo, verify
from communique.cli.register.listing import list_all, proposals, show
from communique.domain.incident import VERIFICATIONS


@click.group(invoke_without_command=True)
@asked
@click.option("--from", "since", metavar="DATE", help="On or after DATE: 2031-03-14, 2031-03 or 2031.")
@click.option("--to", "until", metavar="DATE", help="On or before the last day of DATE.")
@click.option("--zone", metavar="NAME", help="Inside or near this zone of the agreement, or perhaps in it.")
@click.option("--status", metavar="STATUS", help=f"With this verification status: {'; '.join(VERIFICATIONS)}.")
@click.option("--type", "type_", metavar="TYPE", help="Of this type: fire, or fire/mortar.")
@click.option(
    "--min-origins", metavar="N", type=click.IntRange(min=0), default=0, help="Told by N independent origins."
)
@click.option("--format", "style", type=click.Choice(["text", "csv", "jsonl"]), default="text", show_default=True)
@click.pass_context
def incidents(
    ctx: click.Context,
    door: Door,
    since: str | None,
    until: str | None,
    zone: str | None,
    status: str | None,
    type_: str | None,
    min_origins: int,
    style: str,
) -> None:
    """List the incidents that the claims in the record come to, and decide which claims belong together.

    Claims are put together where all but certainly one happening is meant; everything else is a proposal. With an
    agreement of a pack, each incident is placed towards its zones and said to be in its scope or not. KEY is the
    beginning of an incident's or a claim's key.
    """
    ctx.obj = door
    if ctx.invoked_subcommand is None:
        list_all(given(door), since=since, until=until, zone=zone, status=status, type_=type_,
                 min_origins=min_origins, style=style)  # fmt: skip


for command in (show, proposals, accept, merge, split, rename, verify, undo):
    incidents.add_command(command)

"""`communique events`: lists what happened, was planned, denied or called for; takes down what belongs together."""

from __future__ import annotations

import click

from communique.cli.events.deciding import accept, merge, rename, split, undo
from communique.cli.events.listing import list_all, proposals, show
from communique.cli.register.asking import record_and_settings
from communique.domain.event import REALITIES


@click.group(invoke_without_command=True)
@record_and_settings
@click.option("--type", "type_", metavar="TYPE", help="Of this PLOVER type: CONSULT, AGREE, ASSAULT, …")
@click.option("--reality", metavar="REALITY", help=f"Told as: {', '.join(REALITIES)}.")
@click.option("--actor", metavar="NAME", help="Somebody of this name takes part: any words of it.")
@click.option("--place", metavar="NAME", help="At this place.")
@click.option("--from", "since", metavar="DATE", help="On or after DATE: 2031-03-14, 2031-03 or 2031.")
@click.option("--to", "until", metavar="DATE", help="On or before the last day of DATE.")
@click.option("--process", metavar="NAME", help="The timeline of this process, round by round.")
@click.option("--format", "style", type=click.Choice(["text", "csv", "jsonl"]), default="text", show_default=True)
@click.pass_context
def events(ctx: click.Context, /, **options: str | None) -> None:
    """List the events in the record in order of time; those that several reports tell of once.

    Tellings are put together where all but certainly one event is meant; everything else is a proposal. KEY is the
    beginning of an event's key or of one of its tellings' keys.
    """
    if ctx.invoked_subcommand is None:
        list_all(ctx.obj, **options)


for command in (show, proposals, accept, merge, split, rename, undo):
    events.add_command(command)

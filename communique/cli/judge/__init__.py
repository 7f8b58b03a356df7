"""`communique judge`: lists findings, and takes down what people accept and reject of them."""

from __future__ import annotations

import click

from communique.cli.judge.asking import asked_for, sought
from communique.cli.judge.deciding import accept, reject, undo
from communique.cli.judge.listing import list_all, show
from communique.cli.judge.walking import walk
from communique.cli.register.asking import record_and_settings


@click.group(invoke_without_command=True)
@record_and_settings
@asked_for
@click.option(
    "--pending/--judged", "pending", default=None, help="Only what waits for a judgement, or only what has one."
)
@click.pass_context
def judge(ctx: click.Context, report: str | None, kinds: tuple[str, ...], pending: bool | None) -> None:
    """List findings with their keys, and accept or reject them.

    Whatever the machine found is a proposal until a person accepts it. Nothing is overwritten or deleted: a judgement
    is added with its author, its time and a reason, and the last one counts. KEY is the beginning of a finding's key,
    or the whole key of an imported row.
    """
    if ctx.invoked_subcommand is None:
        list_all(ctx.obj, sought(report, kinds, None if pending is None else not pending))


for command in (show, accept, reject, undo, walk):
    judge.add_command(command)

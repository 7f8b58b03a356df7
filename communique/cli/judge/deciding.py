"""`communique judge accept`, `reject` and `undo`: what people decide about findings, taken down."""

from __future__ import annotations

from collections.abc import Sequence

import click

from communique.cli.judge.asking import record_of
from communique.cli.judge.listing import brief
from communique.cli.register.asking import Door, record_and_settings
from communique.cli.register.groups import by_option, reason_option
from communique.cli.register.wish import way_back
from communique.exports.judging import INDENT, told
from communique.record import Judgement, Store, Verdict
from communique.record.judgement import counting
from communique.record.keys import finding_of


def _judging(name: str, verdict: Verdict, about: str) -> click.Command:
    @click.command(name, help=about)
    @click.argument("keys", metavar="KEY...", nargs=-1, required=True)
    @by_option
    @reason_option
    @record_and_settings
    @click.pass_obj
    def command(door: Door, keys: tuple[str, ...], author: str, reason: str | None) -> None:
        _judge(door, keys, verdict, author, reason)

    return command


accept = _judging("accept", Verdict.ACCEPTED, "Accept findings: the text says what they say.")
reject = _judging(
    "reject",
    Verdict.REJECTED,
    "Reject findings: they stay in the record, and count in no incident, event, status or situation report.",
)


@click.command()
@click.argument("numbers", metavar="NUMBER...", type=int, nargs=-1, required=True)
@by_option
@reason_option
@record_and_settings
@click.pass_obj
def undo(door: Door, numbers: tuple[int, ...], author: str, reason: str | None) -> None:
    """Take back judgements by their numbers; to undo the undoing brings them back."""
    record = record_of(door)
    with Store.open(record).view():  # says so if there is none; a writer would make it
        pass
    with Store.open(record).writer() as writer:
        made = [writer.take_back(number, author=author, reason=reason) for number in numbers]
    _tell(door, made)


def _judge(door: Door, texts: Sequence[str], verdict: Verdict, author: str, reason: str | None) -> None:
    record = record_of(door)
    # Every key is looked up before anything is taken down: a slip of the pen in one leaves all of them as they were.
    with Store.open(record).view() as view:
        keys = dict.fromkeys(finding_of(view, text) for text in texts)
        counts = [counting(view.judgements(key)) for key in keys]
    again = [one for one in counts if one and _same(one, verdict, author, reason)]
    for one in again:
        click.echo(f"Nothing to do: {told(one)}")
    wanted = [key for key in keys if key not in {one.finding for one in again}]
    with Store.open(record).writer() as writer:
        made = [writer.judge(key, verdict, author=author, reason=reason) for key in wanted]
    _tell(door, made)


def _same(last: Judgement, verdict: Verdict, author: str, reason: str | None) -> bool:
    return last.verdict is verdict and last.author == author and reason in (None, last.reason)


def _tell(door: Door, made: Sequence[Judgement]) -> None:
    """What was taken down, of what, and how it is taken back."""
    with Store.open(record_of(door)).view() as view:
        for one in made:
            click.echo(told(one))
            click.echo(f"{INDENT}{brief(view, one.finding)}")
    if made:
        click.echo(way_back("judge", [one.number for one in made], made[-1].author))

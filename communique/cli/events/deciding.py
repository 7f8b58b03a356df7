"""`communique events accept`, `merge`, `split`, `rename` and `undo`: what people decide, taken down."""

from __future__ import annotations

import click

from communique.cli.events.listing import opened
from communique.cli.register.asking import Door, given, record_and_settings
from communique.cli.register.deciding import by_option, reason_option
from communique.cli.register.wish import Wish, way_back
from communique.errors import SettingsError
from communique.exports.happenings.listing import counted
from communique.exports.incidents.listing import one_line, short
from communique.record import Act
from communique.timeline.finding import happening_of, tellings_of, width_of
from communique.timeline.happenings import ABOUT, NOUN
from communique.truce.history import in_words


@click.command()
@click.argument("key", metavar="KEY")
@by_option
@reason_option
@record_and_settings
@click.pass_obj
def accept(door: Door, key: str, author: str, reason: str | None) -> None:
    """Accept the matcher's grouping: its tellings stay together whatever the matcher says later."""
    one = happening_of(opened(door).happenings, key)
    if len(one.tellings) < 2:
        raise SettingsError(f"{short(one.key)} holds one telling only: there is no grouping to accept.")
    members = tuple(told.key for told in one.tellings)
    _decide(door, Wish(act=Act.JOIN, members=members, author=author, reason=reason))


@click.command()
@click.argument("keys", metavar="KEY KEY...", nargs=-1, required=True)
@by_option
@reason_option
@record_and_settings
@click.pass_obj
def merge(door: Door, keys: tuple[str, ...], author: str, reason: str | None) -> None:
    """Make one event of several."""
    known = opened(door).happenings
    found = {one.key: one for one in (happening_of(known, key) for key in keys)}
    if len(found) < 2:
        raise SettingsError("To merge needs two events or more: these keys name one.")
    members = tuple(told.key for one in found.values() for told in one.tellings)
    _decide(door, Wish(act=Act.JOIN, members=members, author=author, reason=reason))


@click.command()
@click.argument("key", metavar="KEY")
@click.argument("tellings", metavar="TELLING...", nargs=-1, required=True)
@by_option
@reason_option
@record_and_settings
@click.pass_obj
def split(door: Door, key: str, tellings: tuple[str, ...], author: str, reason: str | None) -> None:
    """Take tellings out of an event; they become an event of their own, and stay apart."""
    one = happening_of(opened(door).happenings, key)
    out = [told.key for told in tellings_of(one, tellings)]
    rest = [told.key for told in one.tellings if told.key not in out]
    if not rest:
        raise SettingsError(f"{short(one.key)} would be left without a telling: name some of its tellings, not all.")
    wish = Wish(act=Act.PART, members=tuple(out), author=author, reason=reason, apart_from=tuple(rest))
    _decide(door, wish)


@click.command()
@click.argument("key", metavar="KEY")
@click.argument("name", metavar="NAME")
@by_option
@reason_option
@record_and_settings
@click.pass_obj
def rename(door: Door, key: str, name: str, author: str, reason: str | None) -> None:
    """Give an event a name."""
    one = happening_of(opened(door).happenings, key)
    members = tuple(told.key for told in one.tellings)
    _decide(door, Wish(act=Act.RENAME, members=members, author=author, reason=reason, name=name))


@click.command()
@click.argument("number", metavar="NUMBER", type=int)
@by_option
@reason_option
@record_and_settings
@click.pass_obj
def undo(door: Door, number: int, author: str, reason: str | None) -> None:
    """Take back a decision by its number; to undo the undoing brings it back."""
    _decide(door, Wish(act=Act.UNDO, author=author, reason=reason, undoes=number))


def _decide(door: Door, wish: Wish) -> None:
    made = wish.taken_down(given(door).record, ABOUT)
    click.echo(one_line(in_words(made, NOUN)))
    found = opened(door).happenings
    width = width_of(found)
    for one in found:
        if any(told.key in made.members for told in one.tellings):
            click.echo(f"    {short(one.key, width)}  {one_line(one.name)}: {counted(len(one.tellings))}")
    click.echo(way_back("events", made))

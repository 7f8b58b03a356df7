"""What people decide about groups of findings: one set of commands, for incidents and for events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import click

from communique.cli.register.asking import Door, Options, given
from communique.cli.register.wish import Wish, way_back
from communique.errors import SettingsError
from communique.exports.incidents.listing import one_line, short
from communique.record import Act
from communique.record.keys import width_of
from communique.truce.history import in_words

by_option = click.option("--by", "author", metavar="AUTHOR", required=True, help="Who decides.")
reason_option = click.option("--reason", metavar="TEXT", help="Why.")


class Keyed(Protocol):
    """A member of a group: a claim, a telling."""

    @property
    def key(self) -> str:
        """The finding's key."""


class Named(Keyed, Protocol):
    """A group of findings: an incident, an event. Its key is that of the member that came first."""

    @property
    def name(self) -> str:
        """What it is called."""


G = TypeVar("G", bound=Named)


@dataclass(frozen=True, slots=True)
class Groups(Generic[G]):
    """One sort of groups: what decisions about them are filed under, what they and their members are called.

    `opened` gives all of them in the record that the options name, `members` one's members. `find` gives the one whose
    key, or one of whose members' keys, begins with a text, and `chosen` the members of one whose keys begin so; both
    raise a `SettingsError` for a text that is not one's.
    """

    about: str
    noun: str
    part: str
    opened: Callable[[Door], Sequence[G]]
    members: Callable[[G], Sequence[Keyed]]
    find: Callable[[Sequence[G], str], G]
    chosen: Callable[[G, Sequence[str]], Sequence[Keyed]]

    def keys(self, one: G) -> tuple[str, ...]:
        """The keys of its members."""
        return tuple(member.key for member in self.members(one))

    def one(self, door: Door, text: str) -> G:
        """The group that `text` means in the record that the options name."""
        return self.find(self.opened(door), text)

    def taken_down(self, door: Door, wish: Wish) -> None:
        """Takes the decision down; says what was taken down, what it came to, and how it is taken back."""
        made = wish.taken_down(given(door).record, self.about)
        known = self.opened(door)
        width = width_of(key for one in known for key in self.keys(one))
        click.echo(one_line(in_words(made, self.part)))
        for one in known:
            members = self.keys(one)
            if any(key in made.members for key in members):
                many = f"{len(members)} {self.part}{'' if len(members) == 1 else 's'}"
                click.echo(f"    {short(one.key, width)}  {one_line(one.name)}: {many}")
        click.echo(way_back(self.about, [made.number], made.author))


def accepting(groups: Groups[G], options: Options) -> click.Command:
    """`accept KEY`."""

    @click.command(
        "accept", help=f"Accept the matcher's grouping: its {groups.part}s stay together whatever it says later."
    )
    @click.argument("key", metavar="KEY")
    @by_option
    @reason_option
    @options
    def command(door: Door, key: str, author: str, reason: str | None) -> None:
        one = groups.one(door, key)
        members = groups.keys(one)
        if len(members) < 2:
            raise SettingsError(f"{_called(one)} holds one {groups.part} only: there is no grouping to accept.")
        groups.taken_down(door, Wish(act=Act.JOIN, members=members, author=author, reason=reason))

    return command


def merging(groups: Groups[G], options: Options) -> click.Command:
    """`merge KEY KEY…`."""

    @click.command("merge", help=f"Make one {groups.noun} of several.")
    @click.argument("keys", metavar="KEY KEY...", nargs=-1, required=True)
    @by_option
    @reason_option
    @options
    def command(door: Door, keys: tuple[str, ...], author: str, reason: str | None) -> None:
        known = groups.opened(door)
        found = {one.key: one for one in (groups.find(known, key) for key in keys)}
        if len(found) < 2:
            raise SettingsError(f"To merge needs two {groups.about} or more: these keys name one.")
        members = tuple(key for one in found.values() for key in groups.keys(one))
        groups.taken_down(door, Wish(act=Act.JOIN, members=members, author=author, reason=reason))

    return command


def splitting(groups: Groups[G], options: Options) -> click.Command:
    """`split KEY MEMBER…`."""
    about = f"Take {groups.part}s out of an {groups.noun}; they become an {groups.noun} of their own, and stay apart."

    @click.command("split", help=about)
    @click.argument("key", metavar="KEY")
    @click.argument("parts", metavar=f"{groups.part.upper()}...", nargs=-1, required=True)
    @by_option
    @reason_option
    @options
    def command(door: Door, key: str, parts: tuple[str, ...], author: str, reason: str | None) -> None:
        one = groups.one(door, key)
        out = tuple(member.key for member in groups.chosen(one, parts))
        rest = tuple(member for member in groups.keys(one) if member not in out)
        if not rest:
            raise SettingsError(
                f"{_called(one)} would be left without a {groups.part}: name some of its {groups.part}s, not all."
            )
        groups.taken_down(door, Wish(act=Act.PART, members=out, author=author, reason=reason, apart_from=rest))

    return command


def naming(groups: Groups[G], options: Options) -> click.Command:
    """`rename KEY NAME`."""

    @click.command("rename", help=f"Give an {groups.noun} a name.")
    @click.argument("key", metavar="KEY")
    @click.argument("name", metavar="NAME")
    @by_option
    @reason_option
    @options
    def command(door: Door, key: str, name: str, author: str, reason: str | None) -> None:
        members = groups.keys(groups.one(door, key))
        groups.taken_down(door, Wish(act=Act.RENAME, members=members, author=author, reason=reason, name=name))

    return command


def undoing(groups: Groups[G], options: Options) -> click.Command:
    """`undo NUMBER`."""

    @click.command("undo", help="Take back a decision by its number; to undo the undoing brings it back.")
    @click.argument("number", metavar="NUMBER", type=int)
    @by_option
    @reason_option
    @options
    def command(door: Door, number: int, author: str, reason: str | None) -> None:
        groups.taken_down(door, Wish(act=Act.UNDO, author=author, reason=reason, undoes=number))

    return command


def _called(one: Named) -> str:
    return f"{short(one.key)} {one_line(one.name)}"

"""Which happening a person means by a key, and which of many a person asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.domain.event import REALITIES
from communique.errors import SettingsError
from communique.record.names import folded
from communique.record.periods import Period
from communique.timeline.happenings import Happening

FEWEST = 4  # characters of a key that a person may type
SHOWN = 6  # keys that a message lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events: all that meet every condition that is set.

    `type` is a PLOVER type, `actor` and `place` are words of a name, `since` and `until` periods of which the first day
    and the last count. An event without a day meets no date.
    """

    type: str | None = None
    reality: str | None = None
    actor: str | None = None
    place: str | None = None
    since: Period | None = None
    until: Period | None = None

    def __post_init__(self) -> None:
        if self.reality is not None and self.reality not in REALITIES:
            raise SettingsError(f"There is no reality {self.reality!r}; there are: {', '.join(REALITIES)}.")

    def meets(self, one: Happening) -> bool:
        """Whether the event meets everything but the dates."""
        return (
            (self.type is None or one.type == self.type.upper())
            and (self.reality is None or any(reality == self.reality for reality, _ in one.realities))
            and (self.actor is None or any(_part(self.actor, party.name) for party in (*one.initiators, *one.targets)))
            and (self.place is None or (one.place is not None and _part(self.place, one.place)))
        )

    def within(self, one: Happening) -> bool:
        """Whether one of its days may lie within the dates."""
        if self.since is None and self.until is None:
            return True
        start, end = one.start, one.end or one.start
        if start is None or end is None:
            return False
        after = self.since is None or end >= self.since.first.isoformat()[: len(end)]
        return after and (self.until is None or start <= self.until.last.isoformat()[: len(start)])


def happening_of(happenings: Sequence[Happening], text: str) -> Happening:
    """The event whose key, or one of whose tellings' keys, begins with `text`; `SettingsError` if it is not one."""
    wanted = text.strip()
    if len(wanted) < FEWEST:
        raise SettingsError(f"The key {text!r} is too short: give at least {FEWEST} characters of it.")
    by_key = [one for one in happenings if one.key.startswith(wanted)]
    found = by_key or [one for one in happenings if any(told.key.startswith(wanted) for told in one.tellings)]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(one.key for one in found[:SHOWN])
        raise SettingsError(f"{len(found)} events begin with {text!r}: {several}. Give more of the key.")
    raise SettingsError(f"There is no event {text!r}. `communique events` lists them with their keys.")


def width_of(happenings: Iterable[Happening], least: int = 8) -> int:
    """How many characters of a key tell every telling from the others, 8 at least."""
    keys = {told.key for one in happenings for told in one.tellings}
    width = least
    while width < 24 and len({key[:width] for key in keys}) < len(keys):
        width += 1
    return width


def _part(words: str, name: str) -> bool:
    """Whether all the words are words of the name, whatever their case and diacritics."""
    return set(folded(words).split()) <= set(folded(name).split())

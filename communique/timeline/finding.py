"""Which happening a person means by a key, and which of many a person asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.domain.event import REALITIES, TYPES
from communique.errors import SettingsError
from communique.record import keys
from communique.record.names import folded
from communique.record.periods import Period, in_order, touched
from communique.timeline.happenings import Happening
from communique.timeline.telling import Telling


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
        if self.type is not None and self.type.upper() not in TYPES:
            raise SettingsError(f"There is no type {self.type!r}; there are: {', '.join(TYPES)}.")
        in_order(self.since, self.until)

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
        return touched(one.start, one.end, self.since, self.until)


def happening_of(happenings: Sequence[Happening], text: str) -> Happening:
    """The event whose key, or one of whose tellings' keys, begins with `text`; `SettingsError` if it is not one."""
    by_key = {one.key: one for one in happenings}
    return by_key[keys.group_of({one.key: [told.key for told in one.tellings] for one in happenings}, text, "event")]


def tellings_of(one: Happening, texts: Sequence[str]) -> tuple[Telling, ...]:
    """The tellings of the event whose keys begin so, in its order; `SettingsError` if one of the texts is none's."""
    chosen = keys.members_of([told.key for told in one.tellings], texts, f"event {one.key}", "telling")
    return tuple(told for told in one.tellings if told.key in chosen)


def width_of(happenings: Iterable[Happening]) -> int:
    """How many characters of a key tell every telling from the others, 8 at least."""
    return keys.width_of(told.key for one in happenings for told in one.tellings)


def _part(words: str, name: str) -> bool:
    """Whether all the words are words of the name, whatever their case and diacritics."""
    return set(folded(words).split()) <= set(folded(name).split())

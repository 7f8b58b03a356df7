"""The nouns of the general knowledge: outlets, states, bodies, offices, titles and who held which office when."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


def first_day(text: str) -> date:
    """The first day of a partial ISO date: "2017" → 1 January, "2017-05" → 1 May."""
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The last day of a partial ISO date: "2017" → 31 December, "2017-05" → 31 May."""
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when, as partial ISO dates, both inclusive; None where nobody is sure or it goes on."""

    start: str | None = None
    end: str | None = None

    def may_hold(self, on: date) -> bool:
        """Whether nothing known rules that day out: a bound that is a year or a month rules out no day in it."""
        if self.start is not None and on < first_day(self.start):
            return False
        return self.end is None or on <= last_day(self.end)


ALWAYS = Period()  # no bound known


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet or agency, and whose voice it is."""

    key: str
    name: str
    source: str
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    owner_kind: str | None = None  # state, private, party, public, ngo
    country: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A state as texts name it; `key` is its two-letter country code."""

    key: str
    name: str
    adjective: str  # makes the names of its offices: "Russian" Foreign Ministry
    source: str
    official: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    capital_speaks: tuple[str, ...] = ()  # spellings of the capital that texts use for the government


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, organ, format, armed group or movement. `kind` is one of the record's actor kinds."""

    key: str
    name: str
    kind: str
    source: str
    aliases: tuple[str, ...] = ()
    of: str | None = None  # the body or state it belongs to
    members: tuple[str, ...] = ()
    side: str | None = None
    country: str | None = None
    follows: tuple[str, ...] = ()  # the bodies it came out of
    period: Period = ALWAYS
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """One office somebody held; `of` is the key of a state, an office ("RU:foreign-ministry") or a body."""

    title: str
    of: str
    period: Period
    source: str


@dataclass(frozen=True, slots=True)
class Official:
    """A person with the offices held, oldest first as far as dates are known."""

    key: str
    name: str
    tenures: tuple[Tenure, ...]
    aliases: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()  # short forms that texts use without the first name
    gender: str | None = None  # "m" or "f"
    country: str | None = None

    def roles_on(self, on: date | None) -> tuple[Tenure, ...]:
        """The offices this person may have held that day; all of them when the day is not known."""
        return self.tenures if on is None else tuple(t for t in self.tenures if t.period.may_hold(on))


@dataclass(frozen=True, slots=True)
class Office:
    """An organ every state may have: "{adjective} Foreign Ministry"."""

    key: str
    name: str
    forms: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Title:
    """What a person is called by office, with the words for it and the office it belongs to."""

    key: str
    name: str
    forms: tuple[str, ...]
    source: str
    male: tuple[str, ...] = ()
    female: tuple[str, ...] = ()
    organ: str | None = None  # key of an Office
    of: str | None = None  # the body it always belongs to
    speaks_for: bool = False  # "spokesman for X": X is whose words they are
    rank: bool = False


@dataclass(frozen=True, slots=True)
class Metonym:
    """A name that stands for one office of one state: "Kremlin" for the Russian presidency."""

    name: str
    state: str
    office: str | None  # None: the government as such
    source: str
    aliases: tuple[str, ...] = ()
    canonical: bool = False  # the office's own name: "US State Department"

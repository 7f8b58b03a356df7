"""The nouns of a conflict pack: what was agreed, where, in which talks, and who answers a breach."""

from __future__ import annotations

from dataclasses import dataclass

from communique.knowledge.entries import ALWAYS, Period

Ring = tuple[tuple[float, float], ...]  # WGS84 (longitude, latitude) pairs, the first and the last the same
# The steps of the response ladder in the record's words; a rung's number is its place here.
RUNG_NAMES = (
    "log",
    "hotline or liaison",
    "call for restraint",
    "ask guarantors to use their influence",
    "ask for information or access",
    "send a team",
    "preliminary inquiry",
    "formal report",
    "technical or joint committee",
    "board or guarantors ask the party to act",
    "ministers or the Security Council",
    "loss of protection, sanctions",
    "suspension or end",
)


@dataclass(frozen=True, slots=True)
class InForce:
    """From when to when an agreement held according to one voice: opinions differ, so each has its own."""

    says: str
    period: Period
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing an agreement bans, requires or allows, in our own words."""

    clause: str | None
    effect: str  # bans, requires, allows, excludes, lasts
    text: str
    zones: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    breaches: tuple[str, ...] = ()  # violation types it would make a breach: fire, posture, …


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """An instrument known before reading. `adopted` is a partial ISO date, None where nobody is sure."""

    key: str
    kind: str
    name: str
    source: str
    aliases: tuple[str, ...] = ()
    adopted: str | None = None
    in_force: tuple[InForce, ...] = ()
    parties: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One round of talks; `number` as the sponsors count it."""

    number: int | None
    period: Period
    place: str | None
    source: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class KnownProcess:
    """A series of talks known before reading."""

    key: str
    name: str
    source: str
    aliases: tuple[str, ...] = ()
    period: Period = ALWAYS
    sponsors: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """An area an agreement names. `precision` says how far the line is to be trusted ("sketch" is drawn by hand)."""

    key: str
    name: str
    source: str
    precision: str
    rings: tuple[Ring, ...]  # outer rings only
    aliases: tuple[str, ...] = ()
    agreement: str | None = None
    holes: tuple[Ring, ...] = ()  # what lies inside a ring and does not belong to the zone
    edge_km: float | None = None  # how far the true line may run from the drawn one; None: as its precision says


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the response ladder, how texts call it, and who takes it."""

    rung: int
    name: str
    source: str
    phrases: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class PackPlace:
    """A place the general gazetteer lacks; degrees are WGS84, `precision` is point, near or area."""

    key: str
    name: str
    country: str
    lat: float
    lon: float
    kind: str
    precision: str
    source: str
    aliases: tuple[str, ...] = ()

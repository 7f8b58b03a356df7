"""The objects of the format "communique/1", field by field in the order in which they are printed.

They live only between the nouns and the bytes: nothing else may hold one.
"""

from __future__ import annotations

from datetime import date

from msgspec import UNSET, Struct, UnsetType, field

FORMAT = "communique/1"

Pair = tuple[int, int]
Pairs = tuple[Pair, ...]
Ids = tuple[str, ...]

# One number, or one for each field of the finding where those differ; left out where the stage has none.
Confidence = float | dict[str, float] | UnsetType


class Published(Struct, frozen=True):
    value: date
    precision: str
    basis: str


class Dateline(Struct, frozen=True):
    span: Pair
    place: str | None
    agency: str | None


class Report(Struct, frozen=True):
    id: str
    source: str
    sha256: str
    outlet: str | None
    url: str | None
    language: str | None
    published: Published | None
    headline: Pair | None
    dateline: Dateline | None
    byline: Pair | None
    body: Pairs
    subheads: Pairs
    furniture: Pairs
    title: str | None
    author: str | None
    text: str | UnsetType = UNSET


class Mention(Struct, frozen=True):
    id: str
    span: Pair
    kind: str
    actor: str | None
    place: str | None
    reason: str | None
    by: str
    confidence: Confidence = UNSET


class Role(Struct, frozen=True):
    title: str
    of: str | None
    span: Pair
    since: str | None
    until: str | None


class Actor(Struct, frozen=True):
    id: str
    name: str
    kind: str
    roles: tuple[Role, ...]
    country: str | None
    known: str | None
    members: Ids
    by: str
    confidence: Confidence = UNSET


class Place(Struct, frozen=True):
    id: str
    name: str
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None
    gazetteer: str | None
    by: str
    confidence: Confidence = UNSET


class DateMention(Struct, frozen=True):
    id: str
    span: Pair
    start: str | None = field(name="from")
    end: str | None = field(name="to")
    precision: str
    text: str
    by: str
    confidence: Confidence = UNSET


class Source(Struct, frozen=True):
    spans: Pairs
    actors: Ids


class Spans(Struct, frozen=True):
    spans: Pairs


class Statement(Struct, frozen=True):
    id: str
    source: Source
    cue: Spans
    content: Spans
    mode: str
    stance: str
    anonymous: bool
    told_to: str | None
    within: str | None
    chain: tuple[str, ...]
    by: str
    confidence: Confidence = UNSET


class Unsaid(Struct, frozen=True):
    id: str
    source: Spans
    cue: Spans
    content: Spans
    by: str
    confidence: Confidence = UNSET


class Event(Struct, frozen=True, kw_only=True):
    id: str
    type: str
    mode: str | None
    span: Pair
    initiators: Ids
    targets: Ids
    place: str | None
    date: str | None
    killed: Number | None = None
    injured: Number | None = None
    about: Pair | None = None
    process: str | None = None
    instrument: str | None = None
    reality: str
    said_in: str | None
    by: str
    confidence: Confidence = UNSET


class Instrument(Struct, frozen=True):
    id: str
    kind: str
    name: str
    date: str | None
    spans: Pairs
    known: str | None
    by: str
    confidence: Confidence = UNSET


class Process(Struct, frozen=True):
    id: str
    name: str
    round: int | None
    spans: Pairs
    known: str | None
    by: str
    confidence: Confidence = UNSET


class Scope(Struct, frozen=True):
    text: str | None
    span: Pair | None
    zones: tuple[str, ...]


class Tally(Struct, frozen=True):
    count_text: str
    low: int | None
    high: int | None
    unit: str | None
    span: Pair


class Number(Struct, frozen=True):
    low: int | None
    high: int | None
    text: str
    unit: str | None
    span: Pair


class Step(Struct, frozen=True):
    rung: str
    text: str
    span: Pair
    fact: str = "called for"
    of: Ids = ()


class Part(Struct, frozen=True):
    place: str
    span: Pair
    count: Number


# Fields with a default came later: lines without them are read all the same.
class TruceClaim(Struct, frozen=True, kw_only=True):
    id: str
    span: Pair
    status: str
    polarity: str = "asserted"
    scope: Scope
    instrument: str | None
    rule: str | None = None
    violations: Tally | None
    breakdown: tuple[Part, ...] = ()
    period: str | None = None
    period_text: str | None = None
    cumulative: bool | None = None
    parties: Ids = ()
    severity: str | None
    severity_span: Pair | None
    step: Step | None
    said_in: str | None
    by: str
    confidence: Confidence = UNSET


class ViolationClaim(Struct, frozen=True, kw_only=True):
    id: str
    span: Pair
    type: str
    polarity: str = "asserted"
    weapon: str | None
    count: Number | None = None
    date: str | None
    place: str | None
    zone: str | None = None
    alleged_party: Ids
    either: bool = False
    victims: Ids
    killed: Number | None
    injured: Number | None
    severity: str | None = None
    severity_span: Pair | None = None
    rule: str | None = None
    step: Step | None = None
    said_in: str | None
    by: str
    confidence: Confidence = UNSET


class Document(Struct, frozen=True):
    format: str
    report: Report
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    instruments: tuple[Instrument, ...]
    processes: tuple[Process, ...]
    truce: tuple[TruceClaim, ...]
    violations: tuple[ViolationClaim, ...]
    unsaid: tuple[Unsaid, ...] = ()
    skipped: str | UnsetType = UNSET


class UnreadReport(Struct, frozen=True):
    id: str
    source: str
    sha256: str | None


class Failure(Struct, frozen=True):
    format: str
    report: UnreadReport
    error: str

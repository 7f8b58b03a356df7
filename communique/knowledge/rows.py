"""What a row of each file must look like; the descriptions are what a person with a wrong row is told."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Meta(pattern=KEY, description="small letters, digits and single hyphens, such as highland-guard")]
Reference = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z0-9:-]+$",
        description="the key of a state (RU), of its office (RU:foreign-ministry), of a body (un) or of a person",
    ),
]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", description="a two-letter country code in capitals, such as SY")]
Day = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        description="a date as far as it is sure: 2017, 2017-05 or 2017-05-04",
    ),
]
Text = Annotated[str, Meta(min_length=1, max_length=600, description="some words, at most 600 characters")]
Source = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=600,
        pattern=r"\S",
        description="a citation that a colleague can look up, such as Security Council resolution 2254 (2015)",
    ),
]
Name = Annotated[str, Meta(min_length=1, max_length=160, description="a name of at most 160 characters")]
Names = tuple[Name, ...]
Latitude = Annotated[float, Meta(ge=-90, le=90, description="degrees north, from -90 to 90, with a decimal point")]
Longitude = Annotated[float, Meta(ge=-180, le=180, description="degrees east, from -180 to 180, with a decimal point")]
Small = Annotated[int, Meta(ge=0, le=999, description="a whole number from 0 to 999")]

OwnerKind = Literal["state", "private", "party", "public", "ngo"]
BodyKind = Literal["government", "organisation", "armed group", "people", "outlet", "person", "unknown"]
Gender = Literal["m", "f"]
Effect = Literal["bans", "requires", "allows", "excludes", "lasts"]
Nearness = Literal["point", "near", "area"]
ZonePrecision = Literal["sketch", "published", "surveyed"]


class Strict(Struct, forbid_unknown_fields=True, kw_only=True):
    """Every row: no field beyond those named, none without its source."""

    source: Source


class OutletRow(Strict):
    key: Key
    name: Name
    aliases: Names = ()
    owner: Name | None = None
    owner_kind: OwnerKind | None = None
    country: Country | None = None
    domain: Name | None = None


class StateRow(Strict):
    key: Country
    name: Name
    adjective: Name
    official: Name | None = None
    aliases: Names = ()
    adjectives: Names = ()
    people: Names = ()
    capital: Name | None = None
    capital_speaks: Names = ()


class BodyRow(Strict, rename={"from_": "from"}):
    key: Key
    name: Name
    kind: BodyKind
    aliases: Names = ()
    of: Reference | None = None
    members: tuple[Reference, ...] = ()
    side: Name | None = None
    country: Country | None = None
    follows: tuple[Key, ...] = ()
    from_: Day | None = None
    to: Day | None = None
    plural: bool = False


class OfficialRow(Strict, rename={"from_": "from"}):
    key: Key
    name: Name
    title: Name
    of: Reference
    aliases: Names = ()
    alone: Names = ()
    gender: Gender | None = None
    country: Country | None = None
    from_: Day | None = None
    to: Day | None = None


class MetonymRow(Strict):
    name: Name
    state: Country
    office: Key | None = None
    aliases: Names = ()
    canonical: bool = False


class PlaceRow(Strict):
    key: Key
    name: Name
    country: Country
    lat: Latitude
    lon: Longitude
    kind: Name
    precision: Nearness
    aliases: Names = ()


class OfficeRow(Strict):
    key: Key
    name: Name
    forms: Names


class TitleRow(Strict):
    key: Key
    name: Name
    forms: Names = ()
    male: Names = ()
    female: Names = ()
    organ: Key | None = None
    of: Reference | None = None
    speaks_for: bool = False
    rank: bool = False


class TitlesFile(Struct, forbid_unknown_fields=True):
    modifiers: Names
    office: tuple[OfficeRow, ...]
    title: tuple[TitleRow, ...]


class SpellingsFile(Struct, forbid_unknown_fields=True):
    articles: Names
    same: tuple[Names, ...]


class InForceRow(Strict, rename={"from_": "from"}):
    says: Name
    from_: Day | None = None
    to: Day | None = None


class TermRow(Struct, forbid_unknown_fields=True, kw_only=True):
    effect: Effect
    text: Text
    clause: Name | None = None
    zones: tuple[Key, ...] = ()
    parties: tuple[Reference, ...] = ()
    excluded: tuple[Reference, ...] = ()
    breaches: Names = ()


class AgreementRow(Strict):
    key: Key
    kind: Name
    name: Name
    aliases: Names = ()
    adopted: Day | None = None
    in_force: tuple[InForceRow, ...] = ()
    parties: tuple[Reference, ...] = ()
    guarantors: tuple[Reference, ...] = ()
    excluded: tuple[Reference, ...] = ()
    term: tuple[TermRow, ...] = ()


class AgreementsFile(Struct, forbid_unknown_fields=True):
    agreement: tuple[AgreementRow, ...] = ()


class RoundRow(Struct, forbid_unknown_fields=True, kw_only=True, rename={"from_": "from"}):
    number: Small | None = None
    name: Name | None = None
    from_: Day | None = None
    to: Day | None = None
    place: Name | None = None
    source: Source | None = None


class ProcessRow(Strict, rename={"from_": "from"}):
    key: Key
    name: Name
    aliases: Names = ()
    from_: Day | None = None
    to: Day | None = None
    sponsors: tuple[Reference, ...] = ()
    parties: tuple[Reference, ...] = ()
    round: tuple[RoundRow, ...] = ()


class ProcessesFile(Struct, forbid_unknown_fields=True):
    process: tuple[ProcessRow, ...] = ()


class RungRow(Strict):
    rung: Annotated[int, Meta(ge=0, le=12, description="a whole number from 0 (log) to 12 (suspension or end)")]
    name: Name
    phrases: Names = ()
    who: tuple[Reference, ...] = ()
    agreement: Key | None = None


class LadderFile(Struct, forbid_unknown_fields=True):
    rung: tuple[RungRow, ...] = ()


class PackRow(Struct, forbid_unknown_fields=True, kw_only=True, rename={"from_": "from"}):
    key: Key
    name: Name
    about: Text
    countries: tuple[Country, ...]
    sources: tuple[Source, ...]
    from_: Day | None = None
    to: Day | None = None


class ZoneProperties(Strict):
    key: Key
    name: Name
    precision: ZonePrecision
    aliases: Names = ()
    agreement: Key | None = None
    edge_km: Annotated[float, Meta(ge=0, le=200, description="kilometres from 0 to 200, such as 2.5")] | None = None


class Geometry(Struct, forbid_unknown_fields=True, tag_field="type"):
    """A GeoJSON area."""


Position = tuple[Longitude, Latitude]
RingRow = Annotated[
    tuple[Position, ...],
    Meta(
        min_length=4,
        description="at least four points, each [degrees east, degrees north] and nothing more, such as [36.3, 33.5]; "
        "the last point is the first one again",
    ),
]


class Polygon(Geometry, tag="Polygon"):
    coordinates: tuple[RingRow, ...]


class MultiPolygon(Geometry, tag="MultiPolygon"):
    coordinates: tuple[tuple[RingRow, ...], ...]


class Feature(Struct, forbid_unknown_fields=True, tag_field="type", tag="Feature", kw_only=True):
    properties: ZoneProperties
    geometry: Polygon | MultiPolygon
    # What drawing programs write beside these; it is not read.
    id: Any = None
    bbox: Any = None


class ZonesFile(Struct, forbid_unknown_fields=True, tag_field="type", tag="FeatureCollection", kw_only=True):
    features: tuple[Feature, ...]
    name: Any = None
    crs: Any = None
    bbox: Any = None

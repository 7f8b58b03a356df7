"""The places a report names: gazetteer first, then what the sentence says, then the context chooses among namesakes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.where import Place
from communique.knowledge.gazetteer import Gazetteer, GazetteerPlace, by_key
from communique.knowledge.placename import ARTICLES, place_words
from communique.language.places_choice import (
    DISCUSSED,
    Candidate,
    Context,
    Standing,
    choose,
    context_of,
    is_place,
    plain,
    standing,
)
from communique.language.places_evidence import Scene
from communique.language.places_lexicon import load_place_words
from communique.language.places_names import Name, PlaceToken, names_at, pieces, unpossessed
from communique.language.places_unlisted import MOST, misspelt, unlisted

__all__ = ["OF_A_VIOLATION", "PlaceMention", "PlaceToken", "find_places"]

BY = "places@1"
# How often the stage was right on development texts, by how the place was found.
SURE = {"gazetteer": 0.95, "pack": 0.95, "namesakes": 0.6, "spelling": 0.85, "called": 0.8}
OF_A_VIOLATION = "of a violation"
"""The reason of a mention that only a violation claim tells of: it may as well be what was aimed at."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Where a place is named; `place` is the id of a Place, `reason` how it was recognised (a key of SURE)."""

    span: Span
    place: str
    reason: str
    made: Provenance


@dataclass(frozen=True, slots=True)
class _Found:
    name: Name
    place: GazetteerPlace
    reason: str


def find_places(
    text: str,
    tokens: Sequence[PlaceToken],
    *,
    gazetteer: Gazetteer,
    context_countries: Collection[str] = (),
    extra: Iterable[GazetteerPlace] = (),
    taken: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[Place, ...], tuple[PlaceMention, ...]]:
    """The places in order of first mention, and every mention of them in reading order.

    `tokens` are those of the passages to read, with offsets in `text`. `context_countries` are ISO codes the report is
    known to be about; `extra` are rows of packs, which go before the gazetteer's; `taken` are [start, end) ranges that
    name persons and organisations and are left alone. A place named without a hint which of its namesakes is meant,
    or one that only the text calls a town, has a name and neither coordinates nor a gazetteer key.
    """
    packed = by_key(extra)
    scene = Scene(text, tokens, pieces(tokens), load_place_words())
    found = _candidates(scene, gazetteer, packed, taken)
    context = context_of((c for listed in found.values() for c in listed[:1]), context_countries, scene.words)
    accepted = _tiled(scene, found, context)
    resolved = _resolved(accepted, context)
    covered = {i for c in accepted for i in range(c.name.first, c.name.last + 1)} | _taken(scene, taken)
    resolved += _unlisted(scene, covered, gazetteer, packed, context)
    return _gathered(text, sorted(resolved, key=lambda f: f.name.start))


def _candidates(
    scene: Scene,
    gazetteer: Gazetteer,
    packed: Mapping[str, tuple[GazetteerPlace, ...]],
    taken: Sequence[tuple[int, int]],
) -> Mapping[int, list[Candidate]]:
    """Piece → the names that begin there and are known, the longest first."""
    closed = _taken(scene, taken)
    names: list[Name] = []
    for first in range(len(scene.parts)):
        for name in names_at(scene.text, scene.parts, first, scene.words.closers):
            if not closed or closed.isdisjoint(range(name.first, name.last + 1)):
                names.append(name)
    bare = {name: shorter for name in names if (shorter := unpossessed(scene.text, name))}
    listed = gazetteer.find({n.key for n in names} | {n.key for n in bare.values()})
    found: dict[int, list[Candidate]] = {}
    for name in names:
        for reading in (name, bare.get(name)):
            if reading is None:
                continue
            ours = packed.get(reading.key, ())
            places = (*ours, *listed.get(reading.key, ()))
            if places:
                found.setdefault(name.first, []).append(Candidate(reading, scene.evidence(reading), ours, places))
    return found


def _tiled(scene: Scene, found: Mapping[int, list[Candidate]], context: Context) -> list[Candidate]:
    """The names that are places, left to right without overlap."""
    strong = {
        i
        for listed in found.values()
        for c in listed
        if standing(c, context) is Standing.STRONG and not c.evidence.person and c.name.key not in scene.words.never
        for i in range(c.name.first, c.name.last + 1)
    }
    titled = {c.name.key for listed in found.values() for c in listed if c.evidence.person and c.single}
    accepted: list[Candidate] = []
    for first in sorted(found):
        if accepted and first <= accepted[-1].name.last:
            continue
        for candidate in found[first]:
            if accepted and _listed_after(scene, accepted[-1], candidate):
                candidate = replace(candidate, evidence=replace(candidate.evidence, located=True))
            if candidate.name.key in titled and not candidate.evidence.located:
                continue
            if is_place(candidate, context, scene.words, places=strong, persons=scene.person_words):
                accepted.append(candidate)
                break
    return accepted


def _listed_after(scene: Scene, before: Candidate, candidate: Candidate) -> bool:
    """Whether the name goes on a list that the place before it is on ("in Homs, Hama and Idlib")."""
    gap = scene.text[before.name.end : candidate.name.start].strip()
    return before.evidence.located and gap in (",", "and", ", and", "or", "/", "-", "to")


def _resolved(accepted: Sequence[Candidate], context: Context) -> list[_Found]:
    """One place for all mentions of a name, except that "Idlib" and "Idlib province" are two."""
    words = load_place_words()
    sense = {c.name: (c.name.key, c.evidence.head in words.region_heads) for c in accepted}
    first = {sense[c.name]: c for c in reversed(accepted)}
    anchors = [place for c in first.values() if (place := plain(c)) and place.kind != "country"]
    chosen = {key: choose(c, context, words, anchors) for key, c in first.items()}
    found = []
    for c in accepted:
        place = chosen[sense[c.name]]
        if not place.id and not c.evidence.located and c.evidence.head in words.site_heads:
            continue  # "the Castello road": a road may bear any name
        known = "pack" if place in c.packed else "gazetteer"
        found.append(_Found(c.name, place, known if place.id else "namesakes"))
    return found


def _unlisted(
    scene: Scene,
    covered: Collection[int],
    gazetteer: Gazetteer,
    packed: Mapping[str, tuple[GazetteerPlace, ...]],
    context: Context,
) -> list[_Found]:
    countries = context.given or {c for c in context.named if context.weight(c) > DISCUSSED}
    known: dict[str, GazetteerPlace | None] = {}
    found = []
    for name, called in unlisted(scene, covered):
        if name.key not in known and len(known) < MOST:
            known[name.key] = misspelt(name.key, gazetteer, packed, countries)
        place = known.get(name.key)
        if place:
            found.append(_Found(name, place, "spelling"))
        elif called:
            surface = scene.text[name.start : name.end]
            found.append(_Found(name, GazetteerPlace("", surface, "unknown"), "called"))
    return found


def _taken(scene: Scene, taken: Sequence[tuple[int, int]]) -> set[int]:
    if not taken:
        return set()
    letters = bytearray(len(scene.text))
    for start, end in taken:
        letters[start:end] = b"\1" * (min(end, len(letters)) - start)
    return {i for i, part in enumerate(scene.parts) if letters[part.start]}


def _gathered(text: str, found: Sequence[_Found]) -> tuple[tuple[Place, ...], tuple[PlaceMention, ...]]:
    """Places numbered by first mention; two names of one place ("Raqqa", "Ar-Raqqah") share it."""
    ids: dict[str, str] = {}
    places: list[Place] = []
    mentions: list[PlaceMention] = []
    for item in found:
        made = Provenance(BY, SURE[item.reason])
        same = item.place.id or f"?{item.name.key}"
        if same not in ids:
            ids[same] = f"p{len(ids) + 1}"
            places.append(_place(ids[same], text[item.name.start : item.name.end], item, made))
        mentions.append(PlaceMention(Span(item.name.start, item.name.end), ids[same], item.reason, made))
    return tuple(places), tuple(mentions)


def _place(id_: str, surface: str, found: _Found, made: Provenance) -> Place:
    row = found.place
    # GeoNames writes "Ar Raqqah" and "Ḩamāh"; the report's own spelling is the one its readers know.
    foreign = not row.name.isascii() or place_words(row.name)[0] in ARTICLES - {"the"}
    ours = row.kind == "country" or found.reason in ("pack", "spelling") or not foreign
    name = row.name if ours and row.id else surface
    kind = "city" if row.kind == "capital" else None if row.kind == "unknown" else row.kind
    return Place(id_, name, made, row.country, row.lat, row.lon, row.id or None, kind)

"""Names the gazetteer does not hold as they are written: a misspelling of a known one, or one the text calls a town."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from communique.knowledge.gazetteer import Gazetteer, GazetteerPlace
from communique.language.places_evidence import Scene
from communique.language.places_names import Name, names_at

ALIKE = 88.0  # below it the nearest name is mostly a different place
SHORTEST = 6  # letters; shorter names have too many neighbours
MOST = 24  # look-ups a report, so that a page of names costs no more than a page of text
PIECES = 4


def alike(one: str, other: str) -> float:
    """How alike two keys are, 0–100: twice the longest common subsequence over the sum of the lengths."""
    total = len(one) + len(other)
    if not total or 200.0 * min(len(one), len(other)) < ALIKE * total:
        return 0.0
    row = [0] * (len(other) + 1)
    for a in one:
        diagonal = 0
        for j, b in enumerate(other, start=1):
            held = row[j]
            row[j] = diagonal + 1 if a == b else max(held, row[j - 1])
            diagonal = held
    return 200.0 * row[-1] / total


def misspelt(
    key: str, gazetteer: Gazetteer, extra: Mapping[str, tuple[GazetteerPlace, ...]], countries: Collection[str]
) -> GazetteerPlace | None:
    """The one place of `countries` whose key is most like `key`; None if none is like it or two are equally."""
    if len(key) < SHORTEST:
        return None
    rows = list(gazetteer.near(key, countries))
    rows += [(k, p) for k, places in extra.items() if k[:2] == key[:2] for p in places]
    best: tuple[float, GazetteerPlace] | None = None
    tied = False
    for other, place in rows:
        score = alike(key, other)
        if score < ALIKE or (best and score < best[0]):
            continue
        tied = best is not None and score == best[0] and place.id != best[1].id and place.kind != "region"
        if best is None or score > best[0] or best[1].kind == "region":
            best = (score, place)
    return None if tied or best is None else best[1]


def unlisted(scene: Scene, covered: Collection[int]) -> Iterator[tuple[Name, bool]]:
    """Names of one to four pieces that stand as a place's would, and whether the text says what kind of place it is."""
    skip = -1
    for first in range(len(scene.parts)):
        if first <= skip or first in covered:
            continue
        name = _longest(scene, first, covered)
        if name is None:
            continue
        seen = scene.evidence(name)
        skip = name.last
        if name.key in scene.person_words or seen.person or seen.touching or not seen.nominal or seen.capitals:
            continue
        if seen.located or seen.head:
            yield name, seen.head is not None and _called(scene, name)


def _longest(scene: Scene, first: int, covered: Collection[int]) -> Name | None:
    for name in names_at(scene.text, scene.parts, first):
        pieces = range(name.first, name.last + 1)
        if len(pieces) > PIECES or any(i in covered for i in pieces):
            continue
        if all(_proper(scene, i) for i in pieces):
            return name
    return None


def _proper(scene: Scene, piece: int) -> bool:
    part = scene.parts[piece]
    token = scene.tokens[part.token]
    words = scene.words
    if any(
        w in words.heads or w in words.never or w in words.before for w in (part.lower, part.lower.removesuffix("s"))
    ):
        return False
    return token.pos == "PROPN" or not part.capital or token.pos in ("X", "DET")


def _called(scene: Scene, name: Name) -> bool:
    """Whether a settlement's noun stands right by it ("the village of X", "X camp"); a road may bear any name."""
    head = scene.evidence(name).head
    return head in scene.words.settlement_heads or head in scene.words.region_heads or head == "crossing"

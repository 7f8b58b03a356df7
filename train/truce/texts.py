"""The gold's texts with what is marked in them, and the ways in which a text is varied for training."""

import hashlib
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.domain.truce import POLARITIES, SEVERITIES, STATUSES, STEP_FACTS, UNITS
from communique.language.truce.learned.labels import (
    ACCUSED,
    COUNT,
    EARLIER,
    INJURED,
    KILLED,
    LINE,
    PLACE,
    SEVERITY,
    STEP,
    TRUCE,
    VICTIM,
    VIOLATION,
    Quality,
)
from tests.gold.truce.gold import Claim, Count, Item, Truce, Violation, alternatives, read
from tests.gold.truce.kinds import RUNGS, TYPES
from tests.gold.truce.quoting import Extent, Misquoted, place, standing

RECORDED = {"mechanism/denied": "mechanism/monitor denied"}
"""What the record calls a type that the gold names otherwise."""
QUALITIES = (
    Quality(TRUCE, "status", tuple(s for s in STATUSES if s != "announced")),
    Quality(TRUCE, "polarity", POLARITIES),
    Quality(VIOLATION, "type", tuple(RECORDED.get(kind, kind) for kind in sorted(TYPES))),
    Quality(VIOLATION, "polarity", POLARITIES),
    Quality(STEP, "rung", RUNGS),
    Quality(STEP, "fact", STEP_FACTS),
    Quality(SEVERITY, "value", tuple(s for s in SEVERITIES if s not in {"none", "unclear"})),
    Quality(COUNT, "unit", ("", *UNITS)),
)
OTHER_NAMES, BARE = 0.6, 0.15
"""How often a text is read under other names, and how often without commas and apostrophes."""
LOST = ",'’‘"
"""The marks that collections of field reports leave out."""
NAMES = re.compile(
    r"\b(Varenian?s?|Tavrin|Morrad|Karsk|Tessel|Port Adel|Sel Harad|Ondava|Velm|Selmarkans?|Selmark|Ardanians?|Ardania"
    r"|Brunnhal|Qasrin|Kesh|Halvik|Sollos|Drenko|Velisk|Rook|Tamer|Lask"
    r"|KHC|JMM|VOC|VNA|ANA|Selpress|Meridian)\b"
)
ONSETS = "B D F G H J K L M N P R S T V Z Br Dr Gr Kr Sh St Tr Al El Or Um".split()  # noqa: SIM905
MIDDLES = "aeiouaeo"
CODAS = "l n r s t m k v b d z sh rk nd st lm".split()  # noqa: SIM905
ENDS = ("a", "o", "ia", "in", "ov", "an", "ur", "ek", "ad", "ul", "")


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of a role and, by the name of a quality, the values that are right for it."""

    role: str
    start: int
    end: int
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the gold. `open` are the spans on which annotators may differ."""

    id: str
    text: str
    marks: tuple[Marked, ...]
    open: tuple[Extent, ...]


def load(path: Path) -> list[Text]:
    """The texts of a gold file, in its order."""
    return [_text(item) for item in read(path)]


def _text(item: Item) -> Text:
    marks: list[Marked] = []
    for claim in item.truce:
        marks += [_truce(claim, item.text), *_shared(claim, item.text), *_number(COUNT, claim.count, claim, item.text)]
        for line in claim.breakdown:
            marks += _number(LINE, line.count, claim, item.text)
        marks += _parties(ACCUSED, claim.parties, claim, item.text)
    for deed in item.violations:
        marks += [_violation(deed, item.text), *_shared(deed, item.text)]
        for role, count in ((COUNT, deed.count), (KILLED, deed.killed), (INJURED, deed.injured)):
            marks += _number(role, count, deed, item.text)
        marks += _parties(ACCUSED, deed.accused, deed, item.text) + _parties(VICTIM, deed.victims, deed, item.text)
        marks += _where(deed, item.text)
    marks += [Marked(EARLIER, *place(words, item.text)) for words in item.earlier]
    once = tuple(dict.fromkeys(marks))
    return Text(item.id, item.text, once, tuple(place(words, item.text) for words in item.maybe))


def _truce(claim: Truce, text: str) -> Marked:
    values = (("status", alternatives(claim.status)), ("polarity", (claim.polarity,)))
    return Marked(TRUCE, *place(claim.span, text), values)


def _violation(claim: Violation, text: str) -> Marked:
    types = tuple(RECORDED.get(kind, kind) for kind in alternatives(claim.type))
    values = (("type", types), ("polarity", (claim.polarity,)))
    return Marked(VIOLATION, *place(claim.span, text), values)


def _shared(claim: Claim, text: str) -> list[Marked]:
    found = []
    at = place(claim.span, text)
    if claim.step:
        span = place(claim.step.span, text, at)
        found.append(Marked(STEP, *span, (("rung", alternatives(claim.step.rung)), ("fact", (claim.step.fact,)))))
    if claim.severity:
        found.append(Marked(SEVERITY, *place(claim.severity.span, text, at), (("value", (claim.severity.value,)),)))
    return found


def _number(role: str, count: Count | None, claim: Claim, text: str) -> list[Marked]:
    if count is None:
        return []
    try:
        span = place(count.words, text, place(claim.span, text))
    except Misquoted:
        return []
    return [Marked(role, *span, (("unit", alternatives(count.unit or "")),) if role == COUNT else ())]


def _where(deed: Violation, text: str) -> list[Marked]:
    return [] if deed.place is None else [Marked(PLACE, *place(deed.place, text, place(deed.span, text)))]


def _parties(role: str, names: Sequence[str], claim: Claim, text: str) -> list[Marked]:
    """Where each party is named nearest to the claim, inside it rather than before or behind."""
    start, end = place(claim.span, text)
    found = []
    for name in names:
        places = standing(alternatives(name)[0], text)
        if places:
            nearest = min(places, key=lambda at: (max(start - at[0], at[1] - end, 0), at))
            found.append(Marked(role, *nearest))
    return found


def kept_apart(text: Text, part: int) -> bool:
    """Whether the text is one of those, one in `part`, that are kept out of the training: by its hash alone."""
    return int(hashlib.sha256(text.text.encode()).hexdigest(), 16) % part == 0


def varied(text: Text, rng: random.Random) -> Text:
    """The text under other names, and now and then without commas and apostrophes."""
    if rng.random() < OTHER_NAMES:
        text = renamed(text, rng)
    return bare(text) if rng.random() < BARE else text


def bare(text: Text) -> Text:
    """The text without commas and apostrophes, as collections of field reports hand it over."""
    return _rewritten(text, [(m.start(), m.end(), "") for m in re.finditer(f"[{LOST}]", text.text)])


def renamed(text: Text, rng: random.Random) -> Text:
    """The text with the invented names exchanged for others, each the same throughout."""
    new: dict[str, str] = {}
    edits = []
    for found in NAMES.finditer(text.text):
        old = found.group()
        if old not in new:
            new[old] = _name(old, rng)
        edits.append((found.start(), found.end(), new[old]))
    return _rewritten(text, edits)


def _name(old: str, rng: random.Random) -> str:
    if old.isupper():
        return "".join(rng.choice("ABCDEFGHIKLMNOPRSTUV") for _ in range(rng.randint(2, 4)))
    made = rng.choice(ONSETS) + rng.choice(MIDDLES) + rng.choice(CODAS) + rng.choice(ENDS)
    if old.endswith(("ian", "ians", "kan", "kans")):
        made += "ian" + ("s" if old.endswith("s") else "")
    return made[:1].upper() + made[1:]


def _rewritten(text: Text, edits: Sequence[tuple[int, int, str]]) -> Text:
    """The text with the words between two offsets exchanged, and every span moved with its words."""
    shift = _shifts(len(text.text), edits)
    made = []
    at = 0
    for start, end, words in edits:
        made += [text.text[at:start], words]
        at = end
    made.append(text.text[at:])
    marks = tuple(replace(m, start=shift(m.start), end=shift(m.end)) for m in text.marks)
    return replace(text, text="".join(made), marks=marks, open=tuple((shift(a), shift(b)) for a, b in text.open))


def _shifts(size: int, edits: Sequence[tuple[int, int, str]]) -> Callable[[int], int]:
    """Where an offset of the old text lies in the new one; one inside exchanged words goes to their end."""
    new = list(range(size + 1))
    grown = 0
    edits = list(edits)
    for k, (start, end, words) in enumerate(edits):
        until = edits[k + 1][0] if k + 1 < len(edits) else size
        for at in range(start + 1, end):
            new[at] = start + grown + len(words)
        grown += len(words) - (end - start)
        for at in range(end, until + 1):
            new[at] = at + grown
    return new.__getitem__

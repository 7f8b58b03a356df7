"""What the layout of a text says beyond its words: statement pages, quotations over paragraphs, what is no saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.inserted import around_insertions
from communique.language.attribution.pages import with_pages
from communique.language.attribution.participles import after_participles
from communique.language.attribution.voices import one_voice
from communique.language.attribution.vouchers import with_vouchers
from communique.language.cues import CueLexicon
from communique.language.quotes import CLOSING, OPENING, STRAIGHT
from communique.language.words import Parse, Passage, Word

QUOTES = OPENING + CLOSING + STRAIGHT
NEGATIONS = {
    "not",
    "n't",
    "n’t",
    "never",
    "neither",
    "nor",
    "without",
    "dont",
    "didnt",
    "doesnt",
    "hasnt",
    "havent",
    "wont",
}
UNNAMED = re.compile(
    r"(?:not to be|to remain|to be) (?:named|identified|quoted|anonymous|unnamed)|anonymity|to comment\b"
)
TO_WHOM = re.compile(r"\s+to (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}$")
FAR = 150  # characters
NOBODY = {"no", "nobody", "none", "neither"}
HYPOTHETICAL = {"would", "could", "might", "may", "should"}


def repaired(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions with the contents that layout gives them, less those that report no saying."""
    kept = [a for a in found if a.contents and not _unsaid(parse, a) and not _ghost(parse, a, cues)]
    voiced = one_voice(parse, after_participles(parse, [_source_alone(parse, a) for a in _joined(kept)], cues))
    whole = _followed(parse, with_pages(parse, around_insertions(parse, voiced), cues))
    return with_vouchers(parse, whole, cues)


def unsaid(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """Those of the attributions that report no saying, each marked so."""
    return [replace(a, said=False) for a in found if a.contents and (a.sources or a.cues) and _unsaid(parse, a)]


# -- what is no saying ------------------------------------------------------------------------------------------------
def _unsaid(parse: Parse, found: Attribution) -> bool:
    """Whether the cue is negated ("did not say"), only supposed ("would say") or nobody's ("no group has claimed")."""
    for fragment in found.cues:
        words = parse.inside(Span(fragment.start, fragment.end))
        before = range(max(0, words[0] - 2), words[0]) if words else range(0)
        lower = [parse.words[i].lower for i in (*before, *words)]
        own = [parse.words[i].lower for i in words]
        if NEGATIONS & set(own) or (NEGATIONS & set(lower[: len(before)]) and _same_clause(parse, before)):
            return True
        if own and own[0] in HYPOTHETICAL:
            return True
    if any(_first_word(parse, f) in NOBODY for f in found.sources):
        return True
    return UNNAMED.match(parse.text, found.contents[0].start) is not None


def _same_clause(parse: Parse, before: range) -> bool:
    return all(parse.words[i].pos in {"AUX", "PART", "ADV"} for i in before)


def _first_word(parse: Parse, fragment: Fragment) -> str:
    words = parse.inside(Span(fragment.start, fragment.end))
    return parse.words[words[0]].lower if words else ""


def _ghost(parse: Parse, found: Attribution, cues: CueLexicon) -> bool:
    """Whether nobody speaks, or no word says that anybody does."""
    quoted = any(parse.text[f.start] in QUOTES for f in found.contents)
    if not found.cues:
        return not (found.sources and quoted)
    words = [parse.words[i] for f in found.cues for i in parse.inside(Span(f.start, f.end))]
    if found.sources:
        return _passive_by(parse, words) or _far_apart(parse, found)
    active = len(words) == 1 and words[0].tag in {"VBZ", "VBP", "VBD"}
    return active or not (quoted or any(cues.stance(w.lower) for w in words))


def _passive_by(parse: Parse, words: Sequence[Word]) -> bool:
    """ "A truce agreed by two states": what stands before the cue is what was agreed, and speaks no word."""
    after = words[-1].i + 1 if words else len(parse.words)
    return len(words) == 1 and words[0].tag == "VBN" and after < len(parse.words) and parse.words[after].lower == "by"


def _far_apart(parse: Parse, found: Attribution) -> bool:
    """Whether source and cue stand in different sentences, too far from each other to belong together."""
    gap = max(found.cues[0].start - found.sources[-1].end, found.sources[0].start - found.cues[-1].end)
    first, second = (parse.first_at(f[0].start) for f in (found.sources, found.cues))
    if max(first, second) >= len(parse.words):
        return False
    return gap > FAR and parse.words[first].sentence != parse.words[second].sentence


# -- one cue, one content ---------------------------------------------------------------------------------------------
def _joined(found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with the same source and the same cue as one, its content in several pieces."""
    by_saying: dict[tuple[tuple[tuple[int, int], ...], ...], Attribution] = {}
    for number, one in enumerate(found):
        key = (_places(one.sources), _places(one.cues)) if one.cues else ((), ((-1 - number, 0),))
        known = by_saying.get(key)
        if known is None:
            by_saying[key] = one
        else:
            contents = tuple(sorted({*known.contents, *one.contents}, key=lambda f: f.start))
            by_saying[key] = replace(known, contents=contents, confidence=min(known.confidence, one.confidence))
    return list(by_saying.values())


def _source_alone(parse: Parse, found: Attribution) -> Attribution:
    """The attribution with "said Officer Aref to ARA News" cut before whom he said it to."""
    if len(found.sources) != 1 or not found.cues or found.cues[0].start > found.sources[0].start:
        return found
    source = found.sources[0]
    hearer = TO_WHOM.search(parse.text[source.start : source.end])
    return replace(found, sources=(replace(source, end=source.start + hearer.start()),)) if hearer else found


def _places(fragments: Sequence[Fragment]) -> tuple[tuple[int, int], ...]:
    return tuple((f.start, f.end) for f in fragments)


# -- quotations over paragraphs ---------------------------------------------------------------------------------------
def _followed(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """A quotation that goes on in the next paragraph, which opens it again, belongs to the one before."""
    made = sorted(found, key=lambda a: (a.contents[0].start, -a.contents[-1].end))
    for before, passage in zip(parse.passages, parse.passages[1:], strict=False):
        if not _opens_quoted(parse, passage) or _closes_quoted(parse, before):
            continue
        holder = next((a for a in made if _reaches_end(a, before) and a.sources and _is_quoted(parse, a)), None)
        if holder is None:
            continue
        end = _closed_at(parse, passage)
        if any(_speaks_behind(a, passage, end) for a in made):
            continue
        kept = [f for f in holder.contents if not (passage.span.start <= f.start < end)]
        whole = Fragment(passage.span.start, end, holder.contents[-1].confidence)
        grown = replace(holder, contents=tuple(sorted([*kept, whole], key=lambda f: f.start)))
        made = [grown if a is holder else a for a in made if a is holder or not _only_repeats(a, passage)]
    return made


def _only_repeats(found: Attribution, passage: Passage) -> bool:
    """Whether an attribution without a cue takes for somebody's words what the quotation going on already is."""
    return not found.cues and any(passage.span.start == f.start for f in found.contents)


def _closed_at(parse: Parse, passage: Passage) -> int:
    """Where the quotation that opens the passage ends: behind its closing mark, or with the passage."""
    text, start = parse.text, passage.span.start
    marks = STRAIGHT if text[start] in STRAIGHT else CLOSING
    found = next((i for i in range(start + 1, passage.span.end) if text[i] in marks), passage.span.end - 1)
    return found + 1


def _speaks_behind(found: Attribution, passage: Passage, end: int) -> bool:
    """Whether somebody is named behind the quotation as the one who says it: it does not go on, it is theirs."""
    marks = [*found.cues, *found.sources]
    behind = any(end <= f.start < passage.span.end for f in marks)
    return behind and any(passage.span.start <= f.start < end for f in found.contents)


def _opens_quoted(parse: Parse, passage: Passage) -> bool:
    return parse.text[passage.span.start] in OPENING + STRAIGHT


def _closes_quoted(parse: Parse, passage: Passage) -> bool:
    return parse.text[passage.span.end - 1] in CLOSING + STRAIGHT


def _reaches_end(found: Attribution, passage: Passage) -> bool:
    return any(passage.span.end - 2 <= f.end <= passage.span.end for f in found.contents)


def _is_quoted(parse: Parse, found: Attribution) -> bool:
    return any(parse.text[f.start] in OPENING + STRAIGHT for f in found.contents)

"""What the layout of a text says beyond its words: statement pages, quotations over paragraphs, what is no saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.language.attribution.beginnings import from_beginning, without_tags
from communique.language.attribution.found import Attribution, Fragment, places
from communique.language.attribution.ghosts import is_ghost, is_unsaid
from communique.language.attribution.inserted import around_insertions
from communique.language.attribution.neighbours import with_neighbours
from communique.language.attribution.pages import with_pages
from communique.language.attribution.participles import after_participles
from communique.language.attribution.voices import one_voice
from communique.language.attribution.vouchers import with_vouchers
from communique.language.cues import CueLexicon
from communique.language.quotes import CLOSING, OPENING, STRAIGHT
from communique.language.words import Parse, Passage

QUOTES = OPENING + CLOSING + STRAIGHT
TO_WHOM = re.compile(r"\s+to (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}$")


def repaired(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions with the contents that layout gives them, less those that report no saying."""
    kept = [a for a in found if a.contents and not is_unsaid(parse, a) and not is_ghost(parse, a, cues)]
    voiced = one_voice(parse, after_participles(parse, [_source_alone(parse, a) for a in _joined(kept)], cues))
    begun = without_tags(parse, from_beginning(parse, with_neighbours(parse, around_insertions(parse, voiced))))
    return with_vouchers(parse, _followed(parse, with_pages(parse, begun, cues)), cues)


def unsaid(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """Those of the attributions that report no saying, each marked so."""
    return [replace(a, said=False) for a in found if a.contents and (a.sources or a.cues) and is_unsaid(parse, a)]


# -- one cue, one content ---------------------------------------------------------------------------------------------
def _joined(found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with the same source and the same cue as one, its content in several pieces."""
    by_saying: dict[tuple[tuple[tuple[int, int], ...], ...], Attribution] = {}
    for number, one in enumerate(found):
        key = (places(one.sources), places(one.cues)) if one.cues else ((), ((-1 - number, 0),))
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
        if any(_speaks_behind(a, passage, end) or _opens_with_name(parse, a, passage) for a in made):
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


def _opens_with_name(parse: Parse, found: Attribution, passage: Passage) -> bool:
    """A transcript in quotation marks: behind each opening one stands who speaks now, "OKAS: We will see"."""
    named = any(f.start == passage.span.start + 1 for f in found.sources)
    return named and any(parse.text[f.start : f.end] == ":" for f in found.cues)


def _opens_quoted(parse: Parse, passage: Passage) -> bool:
    return parse.text[passage.span.start] in OPENING + STRAIGHT


def _closes_quoted(parse: Parse, passage: Passage) -> bool:
    return parse.text[passage.span.end - 1] in CLOSING + STRAIGHT


def _reaches_end(found: Attribution, passage: Passage) -> bool:
    return any(passage.span.end - 2 <= f.end <= passage.span.end for f in found.contents)


def _is_quoted(parse: Parse, found: Attribution) -> bool:
    return any(parse.text[f.start] in OPENING + STRAIGHT for f in found.contents)

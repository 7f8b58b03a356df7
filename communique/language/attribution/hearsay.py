"""Who passed it on, inside somebody's words: "we have heard from several sources that …", "had seen reports that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.ghosts import NEGATIONS
from communique.language.attribution.passives import unheard
from communique.language.words import Parse

HEARD = {"heard", "hear", "learned", "learnt"}
SEEN = {"seen", "saw", "received", "read", "heard"}
REPORTS = {"report", "reports", "information", "accounts"}
LONGEST = 6  # words of a source, or of what stands between who saw and what was seen
NO_NAME = {"VERB", "AUX", "PUNCT", "SCONJ"}
NOTHING = {"no", "any", "few"}
DENYING = 3  # words before the verb among which a negation makes it unsaid
SURE = 0.6


def passed_on(parse: Parse, holders: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """What the speakers of `holders` have from others, unless an attribution of `found` has the cue already."""
    return unheard((one for holder in holders for one in _within(parse, holder)), found)


def _within(parse: Parse, holder: Span) -> Iterator[Attribution]:
    inside = parse.inside(holder)
    for i in inside:
        word = parse.words[i]
        clause = _clause(parse, inside, i)
        if clause is None:
            continue
        if word.lower in HEARD and i + 1 < clause and parse.words[i + 1].lower == "from":
            yield from _made(parse, holder, i, range(i + 2, clause), clause)
        if word.lower in REPORTS and (seen := _seen(parse, inside, i)) is not None:
            yield from _made(parse, holder, seen, range(i, i + 1), clause)


def _clause(parse: Parse, inside: range, i: int) -> int | None:
    """The "that" behind what was heard: right behind a name, or behind reports and a second source."""
    after = range(i + 1, min(inside.stop, i + 2 + LONGEST))
    that = next((k for k in after if parse.words[k].lower == "that"), None)
    if that is None or parse.words[that].sentence != parse.words[i].sentence:
        return None
    between = [parse.words[k] for k in range(i + 1, that)]
    return that if all(w.pos not in NO_NAME or w.lower in HEARD for w in between) else None


def _seen(parse: Parse, inside: range, i: int) -> int | None:
    """The verb by which the reports at `i` were seen."""
    before = range(max(inside.start, i - LONGEST), i)
    seen = next((k for k in reversed(before) if parse.words[k].pos in {"VERB", "AUX"}), None)
    return seen if seen is not None and parse.words[seen].lower in SEEN else None


def _nothing(parse: Parse, cue: int, who: range) -> bool:
    """Whether it was not heard, or from nobody: "had not heard from anyone", "had seen no reports"."""
    before = {parse.words[k].lower for k in range(max(0, cue - DENYING), cue)}
    named = {parse.words[k].lower for k in range(who.start - 1, who.stop)}
    return bool(before & NEGATIONS or named & NOTHING)


def _made(parse: Parse, holder: Span, cue: int, who: range, clause: int) -> Iterator[Attribution]:
    if not any(parse.words[k].pos in {"NOUN", "PROPN", "PRON"} for k in who) or _nothing(parse, cue, who):
        return
    last = parse.sentences[parse.words[clause].sentence][1] - 1
    end = min(parse.words[last].end, holder.end)
    content = Span(parse.words[clause].start, len(parse.text[:end].rstrip(" .,;”\"'")))
    spans = (parse.span(who[0], who[-1]), parse.span(cue, cue), content)
    if len(content) > len("that") and all(holder.covers(span) for span in spans):
        source, verb, what = ((Fragment(span.start, span.end, SURE),) for span in spans)
        yield Attribution(source, verb, what, SURE)

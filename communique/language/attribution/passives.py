"""Sayings without a sayer inside somebody's words: "five died while nine others were reported injured"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.words import Parse

REPORTED = {"reported", "alleged", "rumoured", "rumored"}
SUBJECTS = {"nsubjpass", "nsubj"}
COMPLEMENTS = {"oprd", "xcomp", "acomp", "advcl", "ccomp"}
SURE = 0.6


def reported_inside(parse: Parse, holders: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """The passives of reporting in `holders` that no attribution of `found` has for its cue; none has a source."""
    return unheard((one for holder in holders for one in _within(parse, holder)), found)


def unheard(made: Iterable[Attribution], found: Sequence[Attribution]) -> list[Attribution]:
    """Those of `made` with a cue that none of `found` has, one a cue."""
    heard = [f for a in found for f in a.cues]
    fresh = (a for a in made if not any(f.start < c.end and c.start < f.end for f in a.cues for c in heard))
    return list({a.cues: a for a in fresh}.values())


def _within(parse: Parse, holder: Span) -> Iterator[Attribution]:
    for i in parse.inside(holder):
        word, children = parse.words[i], parse.children[i]
        if word.lower not in REPORTED or word.tag not in {"VBN", "VBD"}:
            continue
        helping = [c for c in children if parse.words[c].dep in {"auxpass", "aux"} and c < i]
        subject = next((c for c in children if parse.words[c].dep in SUBJECTS and c < i), None)
        complement = next((c for c in children if parse.words[c].dep in COMPLEMENTS and c > i), None)
        by_whom = any(parse.words[c].dep == "agent" for c in children)
        if not helping or subject is None or complement is None or by_whom:
            continue
        who, what = parse.subtree(subject), parse.subtree(complement)
        spans = (parse.span(who[0], who[-1]), parse.span(what[0], what[-1]))
        cue = parse.span(helping[0], i)
        if all(holder.covers(span) for span in (*spans, cue)):
            contents = tuple(Fragment(span.start, span.end, SURE) for span in spans)
            yield Attribution((), (Fragment(cue.start, cue.end, SURE),), contents, SURE)

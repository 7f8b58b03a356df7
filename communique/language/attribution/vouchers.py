"""Who cites: "the agency reported, citing the ministry, that …" has two voices, and the outer one is easily lost."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.phrases import subject_of
from communique.language.cues import CueLexicon
from communique.language.words import Parse, Word

CITING = {"citing", "quoting"}


def with_vouchers(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions, and for each that is cited the one of who cites it, unless that was found already."""
    made = list(found)
    for one in found:
        verb = _citing_verb(parse, one, cues)
        if verb is None or any(_covers(f, verb) for a in made for f in a.cues):
            continue
        source = subject_of(parse, verb)
        if source is None:
            continue
        sure = one.confidence
        made.append(
            Attribution(
                (Fragment(source.start, source.end, sure),),
                (Fragment(verb.start, verb.end, sure),),
                one.contents,
                sure,
            )
        )
    return made


def _citing_verb(parse: Parse, found: Attribution, cues: CueLexicon) -> Word | None:
    """The verb that governs "citing": itself a cue, before it in the sentence."""
    if not found.cues:
        return None
    words = parse.inside(Span(found.cues[0].start, found.cues[0].end))
    if not words or parse.words[words[0]].lower not in CITING:
        return None
    citing = parse.words[words[0]]
    first = parse.sentences[citing.sentence][0]
    before = [w for w in parse.words[first : citing.i] if w.pos == "VERB" and cues.at(parse.words, w.i)]
    governing = [w for w in before if w.i == citing.head]
    chosen = governing or before
    return chosen[-1] if chosen else None


def _covers(fragment: Fragment, word: Word) -> bool:
    return fragment.start <= word.start < fragment.end

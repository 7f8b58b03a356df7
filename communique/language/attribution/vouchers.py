"""Who cites: "the agency reported, citing the ministry, that …" has two voices, and the outer one is easily lost."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.phrases import subject_of
from communique.language.cues import CueLexicon
from communique.language.words import Parse, Word

CITING = {"citing", "quoting"}
REPORTING = {"reported", "reports", "said", "says"}
LONGEST_NAME = 5  # words
LONGEST_ADVERBIAL = 6
ADVERBIAL = {"ADP", "DET", "PRON", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT"}


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
    return [*made, *_trailing(parse, made)]


def _trailing(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """Who vouches at a sentence's end for what somebody in it said: "Rook said …, the Selpress agency reported"."""
    made = []
    for first, end in parse.sentences:
        verb = _last_verb(parse.words[first:end])
        if verb is None or verb.lower not in REPORTING or any(_covers(f, verb) for a in found for f in a.cues):
            continue
        source = _name_before(parse, first, verb)
        whole = parse.span(first, max(first, source - 1)) if source is not None else None
        said = [a for a in found if whole and a.sources and a.cues and _within(a, whole)]
        if source is None or whole is None or not said:
            continue
        sure = min(a.confidence for a in said)
        end_of_content = whole.start + len(whole.of(parse.text).rstrip(" ,"))
        spans = (parse.span(source, verb.i - 1), Span(verb.start, verb.end), Span(whole.start, end_of_content))
        fragments = [(Fragment(span.start, span.end, sure),) for span in spans]
        made.append(Attribution(fragments[0], fragments[1], fragments[2], sure))
    return made


def _last_verb(words: Sequence[Word]) -> Word | None:
    """The verb that ends a sentence, but for where or when it was said: "… said in its daily bulletin"."""
    behind = 0
    for word in reversed(words):
        if word.pos in {"VERB", "AUX"}:
            return word
        behind += word.pos != "PUNCT"
        if behind > LONGEST_ADVERBIAL or word.pos not in ADVERBIAL:
            return None
    return None


def _name_before(parse: Parse, first: int, verb: Word) -> int | None:
    """Where the name begins that stands right before the verb; None where there is none."""
    at = verb.i
    while at - 1 > first and verb.i - at < LONGEST_NAME and parse.words[at - 1].pos in {"PROPN", "NOUN", "ADJ"}:
        if parse.words[at - 1].pos != "PROPN" and any(w.pos == "PROPN" for w in parse.words[at : verb.i]):
            break
        at -= 1
    while at < verb.i and parse.words[at].pos != "PROPN":
        at += 1
    return at if first < at < verb.i else None


def _within(found: Attribution, span: Span) -> bool:
    return all(span.start <= f.start and f.end <= span.end for f in (*found.sources, *found.cues, *found.contents))


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

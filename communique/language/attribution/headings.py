"""Headlines that name their source at the end, without a verb: "Blast kills six - state television"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.words import Parse, Word

FIRST_SENTENCES = 2  # of a report, where its headline stands if the page does not mark it
LONGEST, LONGEST_SOURCE = 18, 5  # words
SURE = 0.6
VOICES = frozenset(
    {"tv", "television", "media", "radio", "agency", "monitor", "monitors", "official", "officials", "activists"}
    | {"statement", "ministry", "military", "army", "police", "un", "u.n.", "observatory", "source", "sources"}
    | {"spokesman", "spokeswoman", "spokesperson", "witnesses", "report", "reports", "envoy", "rescuers", "medics"}
    | {"minister", "governor", "mayor", "defence", "defense"}
)
DASHES = frozenset(["-", "–", "—", "--"])
LEADING_ON = frozenset({"ADP", "DET", "CCONJ", "VERB", "AUX", "PART", "SCONJ"})
OPENING = frozenset({"a", "an", "the", "at"})


def with_headings(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and one for every headline that ends in its source."""
    return [*found, *(made for bounds in _headlines(parse) if (made := _ending(parse, bounds, found)))]


def _headlines(parse: Parse) -> list[tuple[int, int]]:
    kinds = [parse.passages[p].kind for p in parse.passage_of_sentence]
    return [
        bounds
        for number, (bounds, kind) in enumerate(zip(parse.sentences, kinds, strict=True))
        if kind == "headline" or number < FIRST_SENTENCES
    ]


def _ending(parse: Parse, bounds: tuple[int, int], found: Sequence[Attribution]) -> Attribution | None:
    words = parse.words[bounds[0] : bounds[1]]
    for at in range(3, min(len(words), LONGEST)):
        source = _source(words, at)
        if source is None:
            continue
        first, last = source
        whole = Span(words[0].start, words[last].end)
        until = first - 1 if words[first - 1].text in DASHES else first
        if until < 3 or any(_touches(a, whole) for a in found) or not _tells(words[:until]):
            return None
        said, who = Span(words[0].start, words[until - 1].end), Span(words[first].start, words[last].end)
        fragments = [(Fragment(span.start, span.end, SURE),) for span in (who, said)]
        return Attribution(fragments[0], (), fragments[1], SURE)
    return None


def _source(words: Sequence[Word], last: int) -> tuple[int, int] | None:
    """First and last word of the source that ends at `last`, if a headline ends there."""
    after = words[last + 1] if last + 1 < len(words) else None
    ends = after is None or after.text in {".", "!"} or (after.lower in OPENING and after.text[0].isupper())
    if not ends or words[last].pos in {"PUNCT", "VERB"}:
        return None
    first = last
    while first > 0 and last - first < LONGEST_SOURCE and _names(words[first - 1]):
        first -= 1
    before = words[first - 1] if first else None
    if before is not None and before.text in DASHES and words[first].text[0].isupper():
        return first, last
    if words[last].lower not in VOICES or before is None or before.pos in LEADING_ON:
        return None
    return first, last


def _names(word: Word) -> bool:
    return (word.pos in {"PROPN", "ADJ"} and word.text[0].isupper()) or word.lower in {"state", "civil", "war"}


def _tells(words: Sequence[Word]) -> bool:
    return any(w.tag in {"VBZ", "VBD", "VBP", "VBN"} for w in words)


def _touches(found: Attribution, span: Span) -> bool:
    return any(f.start < span.end and span.start < f.end for f in (*found.sources, *found.cues))

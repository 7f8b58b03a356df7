"""Which sentences the model reads: those that may speak of a truce, and their neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from communique.domain.span import Span
from communique.language.truce.lexicon import truce_words
from communique.language.truce.phrases import lowers
from communique.language.truce.standing.grammar import word_set
from communique.language.words import Parse

PARAGRAPH = "\n\n"
SHORT = 120
"""Words and marks of a report that is read whole."""
NEIGHBOURS = 1
"""Sentences before and behind: what a truce's breaches are, and what is to be done about them, is told beside it."""


def passages_near_truce(parse: Parse) -> list[Span]:
    """The passages, left to right; none in a report that speaks of no truce, the whole of a short one.

    An entry of a log or a line of a ticker names no truce: what it tells is read for itself.
    """
    return all_passages(parse) if is_short(parse) else _joined(parse, _near(parse))


def is_short(parse: Parse) -> bool:
    """Whether a report is read whole: an entry of a log, a line of a ticker, a short bulletin."""
    return len(parse.words) <= SHORT


def all_passages(parse: Parse) -> list[Span]:
    """Every sentence, those of one passage of the report together."""
    return _joined(parse, range(len(parse.sentences)))


def _near(parse: Parse) -> list[int]:
    told = [set(lowers(parse, range(*bounds))) for bounds in parse.sentences]
    sure = {number for number, words in enumerate(told) if _speaks(parse, number, words)}
    weaker = word_set("perhaps_of_truce") | (word_set("beside_a_truce") if sure else frozenset())
    near: set[int] = set()
    for number, words in enumerate(told):
        reach = NEIGHBOURS if number in sure else 0 if weaker & words else None
        if reach is not None:
            near.update(range(max(0, number - reach), min(len(told), number + reach + 1)))
    return sorted(near)


def _speaks(parse: Parse, number: int, words: set[str]) -> bool:
    if not word_set("speaking_of_truce").isdisjoint(words):
        return True
    return bool(truce_words().alone.hits(lowers(parse, range(*parse.sentences[number]))))


def _joined(parse: Parse, sentences: Iterable[int]) -> list[Span]:
    """Sentences in a row, and of one paragraph, as one passage."""
    passages: list[Span] = []
    last = None
    for number in sentences:
        span = parse.span(parse.sentences[number][0], parse.sentences[number][1] - 1)
        if passages and last == number - 1 and PARAGRAPH not in parse.text[passages[-1].end : span.start]:
            passages[-1] = Span(passages[-1].start, span.end)
        else:
            passages.append(span)
        last = number
    return passages

"""The instruments stage: resolutions, memoranda, agreements and their like, with the date the text gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.agreement import Instrument
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.language.instruments.dating import date_of
from communique.language.instruments.descriptions import find_descriptions
from communique.language.instruments.joining import KnownInstrument, KnownInstruments, join
from communique.language.instruments.lexicon import load_lexicon
from communique.language.instruments.phrase import Phrase
from communique.language.instruments.resolutions import find_resolutions
from communique.language.tokens import tokenise

__all__ = ["KnownInstrument", "KnownInstruments", "find_instruments"]


def find_instruments(
    text: str, passages: Sequence[Span], dates: Sequence[DateMention], *, known: KnownInstruments | None = None
) -> tuple[Instrument, ...]:
    """The instruments that the passages name, in order of first mention, with ids i1, i2, ….

    `passages` are the stretches of `text` that are read; nothing outside them is. `dates` are the dates found before,
    one of which an instrument gets only where its own clause says so. `known` matches names to the knowledge packs.
    """
    lexicon = load_lexicon()
    ordered = sorted(dates, key=lambda d: d.span)
    phrases: list[Phrase] = []
    for passage in passages:
        tokens = tokenise(text, passage)
        phrases.extend(find_resolutions(tokens, lexicon.words))
        phrases.extend(find_descriptions(text, tokens, lexicon))
    return join(list(_dated(text, phrases, ordered)), lexicon.stands_for, known)


def _dated(
    text: str, phrases: list[Phrase], dates: Sequence[DateMention]
) -> Iterator[tuple[Phrase, DateMention | None]]:
    """Each naming with its date. One inside another ("Protocol to the Memorandum") leaves the date to that."""
    covered = -1
    for phrase in sorted(phrases, key=lambda p: (p.span.start, -p.span.end)):
        nested = phrase.span.end <= covered
        yield phrase, None if nested else date_of(text, phrase, dates)
        covered = max(covered, phrase.span.end)

"""Rounds by number alone: "Brunnhal 4", "Qasrin-6", "Brunnhal IV", and formats by their size: "Normandy Four"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.span import Span
from communique.language.processes.lexicon import ProcessLexicon
from communique.language.processes.naming import Naming, Strength
from communique.language.processes.places import SIZES, name_ending_at, split_number
from communique.language.tokens import Token, ordinal_of

_NO_FORMAT = frozenset({"big", "final", "gang", "fab", "top", "group"})
_FORMAT_HEADS = frozenset(
    {
        "summit",
        "meeting",
        "format",
        "group",
        "leaders",
        "ministers",
        "countries",
        "envoys",
        "advisers",
        "statement",
        "process",
    }
)


def find_counted(tokens: Sequence[Token], lexicon: ProcessLexicon) -> Iterator[Naming]:
    """The namings without a head word, in order; weak where only another naming shows that it is a process."""
    for i in range(len(tokens)):
        naming = _glued(tokens, i, lexicon) or _spaced(tokens, i, lexicon) or _format(tokens, i, lexicon)
        if naming:
            yield naming


def _glued(tokens: Sequence[Token], i: int, lexicon: ProcessLexicon) -> Naming | None:
    split = split_number(tokens[i].text)
    if split is None or not _may_be_counted(split[0], lexicon) or _has_head(tokens, i, lexicon):
        return None
    strength: Strength = "firm" if _talks_nearby(tokens, i, lexicon) else "weak"
    return Naming(Span(tokens[i].start, tokens[i].end), split[0], "talks", strength, split[1])


def _spaced(tokens: Sequence[Token], i: int, lexicon: ProcessLexicon) -> Naming | None:
    if i + 1 >= len(tokens) or not _may_be_counted(tokens[i].text, lexicon):
        return None
    mark, after = tokens[i + 1], tokens[i + 2] if i + 2 < len(tokens) else None
    counts = mark.text.isdigit() or (mark.text.isupper() and not mark.opens)
    number = ordinal_of(mark.lower) if counts else None
    if number is None or _has_head(tokens, i + 1, lexicon):
        return None
    # "In Velm 4 people died": the number counts what follows.
    if after and after.is_word and mark.text.isdigit() and after.lower not in lexicon.after_number:
        return None
    before = tokens[i - 1].lower if i else ""
    if before in ("resolution", "article") or (i and tokens[i - 1].is_capital and before not in lexicon.no_name):
        return None
    strength: Strength = "firm" if _talks_nearby(tokens, i, lexicon) else "weak"
    return Naming(Span(tokens[i].start, mark.end), tokens[i].text, "talks", strength, number)


def _format(tokens: Sequence[Token], i: int, lexicon: ProcessLexicon) -> Naming | None:
    """ "Normandy Four summit": a format that goes by how many take part."""
    if i + 2 >= len(tokens) or tokens[i + 1].lower not in SIZES or not tokens[i + 1].is_capital:
        return None
    if tokens[i + 2].lower not in _FORMAT_HEADS or tokens[i].lower in _NO_FORMAT:
        return None
    if name_ending_at(tokens, i, False, lexicon) is None:
        return None
    last = i + 2 if tokens[i + 2].lower in ("summit", "meeting", "format", "group", "process") else i + 1
    return Naming(Span(tokens[i].start, tokens[last].end), tokens[i].text, tokens[i + 1].text, "firm")


def _may_be_counted(word: str, lexicon: ProcessLexicon) -> bool:
    lower = word.lower()
    if len(word) < 4 or not word[0].isupper() or word.isupper():
        return False
    return lower not in lexicon.no_name and lower not in lexicon.numbered and lower not in lexicon.heads


def _has_head(tokens: Sequence[Token], i: int, lexicon: ProcessLexicon) -> bool:
    """Whether a head word follows: then the naming is found with it."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in lexicon.heads


def _talks_nearby(tokens: Sequence[Token], i: int, lexicon: ProcessLexicon) -> bool:
    window = tokens[max(0, i - 12) : i + 13]
    return any(t.lower in lexicon.evidence for t in window)

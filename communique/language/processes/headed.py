"""Processes by a head word: "Brunnhal talks", "the fourth round of the Qasrin process", "talks in Brunnhal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.domain.span import Span
from communique.language.processes.lexicon import ProcessLexicon
from communique.language.processes.naming import Naming, Strength
from communique.language.processes.places import SIZES, is_sponsored, name_ending_at, place_after
from communique.language.tokens import Token, ordinal_of

_FORMS = frozenset({"talks", "process", "format", "dialogue", "conference", "summit"})
_OPEN_HEADS = frozenset({"talks", "negotiations", "consultations", "dialogue"})
_SUBJECT_LEADS = frozenset({"that", "and", ",", "at", "the", "in", "of", "“", '"', "‘", "–", "-", ":", "both"})
_ROUNDS = frozenset({"round", "rounds", "session", "meeting"})
_LEFT_REACH = 10


@dataclass(frozen=True, slots=True)
class _Round:
    """The count before a naming, if any, and the index where its words begin."""

    number: int | None
    first: int
    said: bool  # "a new round of": a round without a number


def find_headed(tokens: Sequence[Token], titled: bool, lexicon: ProcessLexicon) -> Iterator[Naming]:
    """The namings that have a head word, in order; `titled` says that every word of the stretch is capitalised."""
    for i, token in enumerate(tokens):
        if token.lower in lexicon.heads:
            naming = (
                _named(tokens, i, titled, lexicon) or _placed(tokens, i, titled, lexicon) or _back(tokens, i, lexicon)
            )
            if naming:
                yield naming


def _named(tokens: Sequence[Token], i: int, titled: bool, lexicon: ProcessLexicon) -> Naming | None:
    """ "(the fourth round of the) Brunnhal (peace) talks", "Brunnhal II conference", "sixth Qasrin meeting"."""
    last = _skip_between(tokens, i - 1, lexicon)
    if last >= 0 and tokens[last].lower in SIZES:
        return None
    number = _number_at(tokens, last)
    found = name_ending_at(tokens, last - 1 if number else last, titled, lexicon)
    if found is None:
        return None
    label, first, glued = found
    count = _count_before(tokens, first, lexicon, allow_plain=tokens[i].lower not in ("talks", "negotiations"))
    number = number or glued or count.number
    if tokens[i].lower in lexicon.only_counted and number is None and not _round_of_talks(tokens, i, lexicon):
        return None
    if tokens[i].lower in ("talks", "round", "track") and not titled and not _is_noun(tokens, first, i, lexicon):
        return None
    if _is_gathering_or_body(tokens, first, i):
        return None
    return Naming(Span(tokens[count.first].start, tokens[i].end), label, _form(tokens[i].lower), "firm", number)


def _number_at(tokens: Sequence[Token], at: int) -> int | None:
    """The number of "Brunnhal II", "Qasrin 4" before a head."""
    if at < 1 or not tokens[at - 1].is_capital:
        return None
    counts = tokens[at].text.isdigit() or tokens[at].text.isupper()
    return ordinal_of(tokens[at].lower) if counts else None


def _is_gathering_or_body(tokens: Sequence[Token], first: int, i: int) -> bool:
    """ "High Negotiations Committee", "Retired Officers conference"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    group = first > 0 and tokens[first - 1].is_capital and not tokens[first - 1].opens
    return after in ("committee", "commission", "council", "board") or (tokens[i].lower == "conference" and group)


def _round_of_talks(tokens: Sequence[Token], i: int, lexicon: ProcessLexicon) -> bool:
    following = [t.lower for t in tokens[i + 1 : i + 3]]
    return len(following) == 2 and following[0] == "of" and following[1] in _OPEN_HEADS


def _is_noun(tokens: Sequence[Token], first: int, i: int, lexicon: ProcessLexicon) -> bool:
    """Whether "talks" after a name is the noun: "the Brunnhal talks", not "Sollos talks to reporters"."""
    before = tokens[first - 1] if first else None
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before and (before.lower == "the" or is_sponsored(before.lower) or before.lower in lexicon.between):
        return True
    if after in lexicon.verbal:
        return False
    # A person who talks stands behind a title or opens the sentence; a lower-case word takes the talks as its object.
    return before is None or tokens[first].opens or not before.is_capital


def _placed(tokens: Sequence[Token], i: int, titled: bool, lexicon: ProcessLexicon) -> Naming | None:
    """ "talks (on Varenia) in Brunnhal": a process if something says so, else it waits for another naming."""
    head = tokens[i].lower
    first = _skip_between(tokens, i - 1, lexicon) + 1
    if head not in _OPEN_HEADS and not (head == "conference" and first < i):
        return None
    found = place_after(tokens, i + 1, titled, lexicon)
    if found is None:
        return None
    label, last = found
    count = _count_before(tokens, first, lexicon)
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    strength = _strength(tokens, first, i, count, after, lexicon)
    if strength is None:
        return None
    start = count.first if count.said else i
    return Naming(Span(tokens[start].start, tokens[last].end), label, _form(head), strength, count.number)


def _strength(
    tokens: Sequence[Token], first: int, i: int, count: _Round, after: str, lexicon: ProcessLexicon
) -> Strength | None:
    before = tokens[first - 1].lower if first else ""
    told = any(t.lower in ("peace", "indirect", "proximity", "ceasefire", "reconciliation") for t in tokens[first:i])
    if count.said or told or any(is_sponsored(t.lower) for t in tokens[max(0, first - 2) : i]):
        return "firm"
    if after == "with":
        return None
    held = any(t.lower in lexicon.held for t in tokens[max(0, first - 2) : first])
    starts = first == 0 or tokens[first].opens or before in _SUBJECT_LEADS
    return "firm" if starts and not held else "weak"


def _back(tokens: Sequence[Token], i: int, lexicon: ProcessLexicon) -> Naming | None:
    """ "the fourth round of talks": which talks, only another naming can tell."""
    if tokens[i].lower not in _OPEN_HEADS:
        return None
    count = _count_before(tokens, _skip_between(tokens, i - 1, lexicon) + 1, lexicon)
    if count.number is None:
        return None
    return Naming(Span(tokens[count.first].start, tokens[i].end), "", "talks", "bare", count.number)


def _skip_between(tokens: Sequence[Token], at: int, lexicon: ProcessLexicon) -> int:
    """The index left of the words that stand between a name and its head."""
    floor = max(-1, at - _LEFT_REACH)
    while at > floor and (
        tokens[at].lower in lexicon.between or is_sponsored(tokens[at].lower) or tokens[at].lower == "'s"
    ):
        at -= 1
    return at


def _count_before(tokens: Sequence[Token], first: int, lexicon: ProcessLexicon, *, allow_plain: bool = False) -> _Round:
    """ "fourth round of the", "round four of the", "sixth" before the naming that begins at `first`."""
    at = _skip_between(tokens, first - 1, lexicon)
    if allow_plain and at >= 0 and ordinal_of(tokens[at].lower) and not tokens[at].is_capital:
        return _Round(ordinal_of(tokens[at].lower), at, True)
    if at >= 0 and tokens[at].lower == "the":
        at = _skip_between(tokens, at - 1, lexicon)
    if at < 2 or tokens[at].lower != "of":
        return _Round(None, first, False)
    at -= 1
    if tokens[at - 1].lower in ("round", "session") and ordinal_of(tokens[at].lower):
        return _Round(ordinal_of(tokens[at].lower), at - 1, True)
    if tokens[at].lower not in _ROUNDS:
        return _Round(None, first, False)
    before = _skip_between(tokens, at - 1, lexicon)
    number = ordinal_of(tokens[before].lower) if before >= 0 else None
    return _Round(number, before if number else at, True)


def _form(head: str) -> str:
    return head if head in _FORMS else "talks"

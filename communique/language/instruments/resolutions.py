"""Resolutions: "UN Security Council resolution 3107", "UNSCR 3107", "resolutions 3107 and 3120", "S/RES/3107"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.domain.span import Span
from communique.language.instruments.lexicon import Vocabulary
from communique.language.instruments.phrase import Phrase
from communique.language.tokens import Token

HEADS = frozenset({"resolution", "resolutions", "res", "res."})
_NUMBER = re.compile(r"((?:s-)?\d{1,4}(?:/\d{1,4})?)(?:\([12]\d{3}\))?", re.ASCII)
_GLUED = re.compile(r"(?:unscr|res)s?[-.]?(\d{2,4})(?:/([12]\d{3}))?", re.ASCII)
_SYMBOL = re.compile(r"([sa])/res/((?:s-)?\d{1,4}(?:/\d{1,4})?)", re.ASCII)
_YEAR = re.compile(r"(?:19|20|21)\d\d", re.ASCII)
_BODIES = {
    "security council": "UN Security Council",
    "sc": "UN Security Council",
    "unsc": "UN Security Council",
    "general assembly": "UN General Assembly",
    "unga": "UN General Assembly",
    "human rights council": "UN Human Rights Council",
    "unhrc": "UN Human Rights Council",
    "un": "UN",
    "u.n.": "UN",
    "united nations": "UN",
    "nations": "UN",
}
_ASIDES = frozenset({"international", "binding", "relevant", "its", "landmark", "key", "'s", "'"})
_UNITS = frozenset(
    {"year", "years", "week", "weeks", "day", "days", "month", "months", "hours", "times", "per", "percent"}
)


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: str
    year: int | None
    first: int  # index of the number's token
    after: int  # index of the first token after number and bracket


def find_resolutions(tokens: Sequence[Token], words: Vocabulary) -> Iterator[Phrase]:
    """The namings of resolutions among `tokens`, in order: numbered, "the Council's resolution", "the resolution"."""
    for i, token in enumerate(tokens):
        symbol, glued = _SYMBOL.fullmatch(token.lower), _GLUED.fullmatch(token.lower)
        if symbol:
            body = "UN Security Council" if symbol.group(1) == "s" else "UN General Assembly"
            year, after = _bracket_year(tokens, i + 1)
            yield _phrase(Span(token.start, tokens[after - 1].end), body, symbol.group(2), year, 0.98)
        elif glued:
            year = int(glued.group(2)) if glued.group(2) else None
            yield _phrase(Span(token.start, token.end), "UN Security Council", glued.group(1), year, 0.95)
        elif token.lower in ("unscr", "unscrs"):
            yield from _listed(tokens, i, i, "UN Security Council")
        elif token.lower in HEADS:
            yield from _at_head(tokens, i, words)


def _at_head(tokens: Sequence[Token], i: int, words: Vocabulary) -> Iterator[Phrase]:
    body, first = _body_before(tokens, i, words)
    numbered = list(_listed(tokens, first, i, body))
    if numbered:
        yield from numbered
    elif i and _NUMBER.fullmatch(tokens[i - 1].lower) and len(tokens[i - 1].text) == 4 and body is None:
        # "the 3107 resolution"; a year before the head is the date of an unnamed one.
        if not _YEAR.fullmatch(tokens[i - 1].text):
            span = Span(tokens[i - 1].start, tokens[i].end)
            yield _phrase(span, None, tokens[i - 1].lower, None, 0.85)
    elif tokens[i].lower == "resolution":
        yield from _unnumbered(tokens, first, i, body, words)


def _listed(tokens: Sequence[Token], first: int, head: int, body: str | None) -> Iterator[Phrase]:
    """The resolutions of a list of numbers after the head; the first takes the head into its span."""
    plural = tokens[head].lower in ("resolutions", "unscrs", "res", "res.")
    at, start = head + 1, tokens[first].start
    marked = False
    while at < len(tokens) and _is_mark(tokens, at):
        marked = marked or tokens[at].lower != "."
        at += 1
    while True:
        found = _number_at(tokens, at)
        if found is None or not _plausible(tokens, found, body, marked, tokens[head]):
            return
        span = Span(start, tokens[found.after - 1].end)
        yield _phrase(span, body, found.number, found.year, 0.98 if body else 0.85)
        at = _next_in_list(tokens, found.after, plural)
        if at < 0 or at >= len(tokens):
            return
        start = tokens[at].start


def _is_mark(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token only announces a number: "no", "#", and the full stop of an abbreviation."""
    if tokens[at].lower == ".":
        return tokens[at - 1].lower in ("no", "nos", "res")
    return tokens[at].lower in ("no", "nos", "number", "numbers", "#")


def _number_at(tokens: Sequence[Token], at: int) -> _Numbered | None:
    if at >= len(tokens):
        return None
    match = _NUMBER.fullmatch(tokens[at].lower)
    if not match:
        return None
    number, _, tail = match.group(1).partition("/")
    if _YEAR.fullmatch(tail):
        return _Numbered(number, int(tail), at, at + 1)
    year, after = _bracket_year(tokens, at + 1)
    return _Numbered(match.group(1), year, at, after)


def _bracket_year(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The year of "(2031)" or "of 2031" at `at`, and the index after what belongs to the span (the bracket only)."""
    following = [t.text for t in tokens[at : at + 3]]
    if len(following) == 3 and following[0] == "(" and following[2] == ")" and _YEAR.fullmatch(following[1]):
        return int(following[1]), at + 3
    if len(following) >= 2 and following[0] == "of" and _YEAR.fullmatch(following[1]):
        return int(following[1]), at
    return None, at


def _next_in_list(tokens: Sequence[Token], at: int, plural: bool) -> int:
    """Where the next number of the list stands; -1 where the list ends. Some wires drop the commas of a list."""
    start = at
    while at < len(tokens) and tokens[at].lower in (",", "and", "&", "or"):
        at += 1
    if not plural or at >= len(tokens) or at - start > 2:
        return -1
    return at


def _plausible(tokens: Sequence[Token], found: _Numbered, body: str | None, marked: bool, head: Token) -> bool:
    """A small number beside a bare "resolution" is more often a count ("a resolution 4 years ago")."""
    if found.after < len(tokens) and tokens[found.after].lower in _UNITS:
        return False
    return bool(body) or marked or len(found.number) >= 3 or head.is_capital


def _body_before(tokens: Sequence[Token], i: int, words: Vocabulary) -> tuple[str | None, int]:
    """The body that adopted the resolution whose head is at `i` (None if unsaid), and where the naming begins."""
    at = i
    while at and tokens[at - 1].lower in _ASIDES:
        at -= 1
    start = at
    while start and at - start < 5 and tokens[start - 1].is_capital and tokens[start - 1].lower not in words.no_name:
        start -= 1
    said = " ".join(t.lower for t in tokens[start:at])
    if start == at or said == "international":
        return None, _without_pronoun(tokens, at, i)
    for ending, body in _BODIES.items():
        if said == ending or said.endswith(" " + ending):
            return body, start
    return " ".join(t.text for t in tokens[start:at]), start


def _without_pronoun(tokens: Sequence[Token], at: int, i: int) -> int:
    while at < i and tokens[at].lower in ("its", "'s", "'"):
        at += 1
    return at


def _unnumbered(tokens: Sequence[Token], first: int, i: int, body: str | None, words: Vocabulary) -> Iterator[Phrase]:
    """ "the Council's resolution" names one; "the resolution" points back; "a resolution that could" does neither."""
    before = first - 1
    other = before >= 0 and tokens[before].lower in words.others
    while before >= 0 and tokens[before].lower in words.asides and tokens[before].lower != "draft":
        before -= 1
    determiner = tokens[before].lower if before >= 0 else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    span = Span(tokens[first].start, tokens[i].end)
    if body is None:
        # "the resolution of the conflict" is a settlement.
        if determiner in words.definite and first == i and after not in ("of", "to"):
            yield Phrase(span, "resolution", "resolution", ("resolution",), span.end, 0.7, bare=True, other=other)
    elif determiner in words.definite or after in words.made:
        name = f"{body} resolution"
        yield Phrase(span, "resolution", name, tuple(name.lower().split()), span.end, 0.7, other=other)


def _phrase(span: Span, body: str | None, number: str, year: int | None, confidence: float) -> Phrase:
    plain = number.isdigit()
    if body in (None, "UN"):
        # The Council numbers its resolutions through, the Assembly by session ("68/262").
        body = "UN Security Council" if plain and len(number) >= 3 else "UN"
    name = f"{body} resolution {number.upper()}"
    key = tuple(name.lower().split())
    return Phrase(span, "resolution", name, key, span.end, confidence, int(number) if plain else None, year)

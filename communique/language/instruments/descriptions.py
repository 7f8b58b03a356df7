"""Instruments by description: "the memorandum on creating safe zones", "Qasrin Protocol", "a truce agreed by …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.domain.span import Span
from communique.language.instruments.complement import CALENDAR, Right, extent_right
from communique.language.instruments.lexicon import InstrumentLexicon, Vocabulary
from communique.language.instruments.phrase import Phrase
from communique.language.tokens import Token

# Heads that are an instrument by their very word; all others have everyday senses.
_FIRM = frozenset({"memorandum", "communique", "treaty", "armistice", "package of measures"})
_STATES_OF_AFFAIRS = frozenset({"truce", "ceasefire", "cease-fire", "cessation of hostilities"})
_CEASEFIRE = frozenset({"ceasefire", "cease-fire", "truce", "cessation"})
_PLURALS = frozenset(
    {"agreements", "deals", "pacts", "accords", "protocols", "declarations", "conventions", "treaties"}
)
_SPONSORED = ("-brokered", "-backed", "-sponsored", "-mediated", "-led", "-drafted", "-imposed", "-negotiated")
_SAME = {"deal": "agreement", "pact": "agreement", "truce": "ceasefire", "accords": "accord", "agreements": "agreement"}
_FUNCTION_WORDS = frozenset({"the", "a", "an", "on", "of", "for", "in", "to", "and", "between", "by"})
_LEFT_REACH = 7
_CONTEXT_REACH = 6


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before a head: where the description begins, its determiner, and what kind of words it has."""

    first: int
    determiner: str = ""
    named: bool = False
    subject: bool = False
    ceasefire: bool = False
    date_from: int = 0  # where a date before the head begins: "the 12 March memorandum"
    sponsored: bool = False
    other: bool = False
    draft: bool = False

    @property
    def dated(self) -> bool:
        return self.date_from < self.first


@dataclass(frozen=True, slots=True)
class _Naming:
    """A head with what stands on both sides of it."""

    head: str
    last: int  # the index of the head's last token
    kind: str
    left: _Left
    right: Right
    definite: bool

    @property
    def says_nothing(self) -> bool:
        """Whether head and determiner are all there is."""
        left, right = self.left, self.right
        return not (left.named or left.subject or left.sponsored or right.complement or right.parties)


def find_descriptions(text: str, tokens: Sequence[Token], lexicon: InstrumentLexicon) -> Iterator[Phrase]:
    """The namings of instruments other than resolutions among `tokens`, in order; a nested one follows its host."""
    for i in range(len(tokens)):
        head, last, kind = _head_at(tokens, i, lexicon)
        if not kind or _is_other_sense(tokens, i, last, lexicon.words):
            continue
        left, right = _before(tokens, i, lexicon.words), extent_right(tokens, last, lexicon.words)
        if left.ceasefire and kind in ("agreement", "accord"):
            kind = "ceasefire"
        definite = left.determiner in lexicon.words.definite or left.determiner == "'s"
        naming = _Naming(head, last, kind, left, right, definite)
        phrase = None if left.draft else _describe(text, tokens, naming, lexicon.words)
        if phrase:
            yield phrase


def _head_at(tokens: Sequence[Token], i: int, lexicon: InstrumentLexicon) -> tuple[str, int, str]:
    """The head word at `i`, the index of its last token and its kind; ("", i, "") where there is none."""
    following = [t.lower for t in tokens[i : i + 3]]
    if following in (
        ["package", "of", "measures"],
        ["memorandum", "of", "understanding"],
        ["memoranda", "of", "understanding"],
    ):
        kind = "package of measures" if following[0] == "package" else "memorandum"
        return " ".join(following), i + 2, kind
    if following[:2] == ["road", "map"]:
        return "road map", i + 1, "roadmap"
    if following == ["cessation", "of", "hostilities"]:
        return " ".join(following), i + 2, "ceasefire"
    kind = lexicon.kind_of.get(tokens[i].lower, "")
    # "the truce deal": the head is the deal.
    if kind == "ceasefire" and len(following) > 1 and following[1] in lexicon.kind_of:
        return "", i, ""
    return tokens[i].lower, i, kind


def _is_other_sense(tokens: Sequence[Token], i: int, last: int, words: Vocabulary) -> bool:
    before = tokens[i - 1].lower if i else ""
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if before in words.not_before or after in words.not_after:
        return True
    if tokens[i].lower == "cessation":
        return after in ("agreement", "deal", "accord", "pact")
    # "in agreement with", "a deal of", "the agreement of all parties", "in accord": consent, not a text.
    following = tokens[last + 2].is_capital or tokens[last + 2].lower == "the" if last + 2 < len(tokens) else False
    return before in ("in", "by", "of") or (
        after == "of" and not following and tokens[i].lower in ("agreement", "deal", "accord")
    )


def _before(tokens: Sequence[Token], i: int, words: Vocabulary) -> _Left:
    """Read leftwards from the head: name and subject words belong to the description, asides only stand before it."""
    left = _Left(i, date_from=i)
    for at in range(i - 1, max(-1, i - _LEFT_REACH - 1), -1):
        token = tokens[at]
        if token.lower == "'s" or token.lower in words.determiners:
            other = left.other or token.lower == "another"
            return replace(left, determiner=token.lower, other=other)
        longer = _one_more(tokens, at, left, words)
        if longer is None:
            break
        left = longer
    return left


def _one_more(tokens: Sequence[Token], at: int, left: _Left, words: Vocabulary) -> _Left | None:
    """The left side with the token at `at` taken in; None where the noun phrase does not go on."""
    token = tokens[at]
    lower = token.lower
    if lower.endswith(_SPONSORED):
        return replace(left, sponsored=True)
    if at + 1 == min(left.first, left.date_from) and (token.text.isdigit() or (token.is_capital and lower in CALENDAR)):
        return replace(left, date_from=at)
    if lower in words.asides and (token.opens or not token.is_capital):
        return replace(left, other=left.other or lower in words.others, draft=left.draft or lower == "draft")
    if not _belongs(tokens, at, left.first, words):
        return None
    return replace(
        left,
        first=at,
        date_from=at,
        named=left.named or token.is_capital,
        subject=left.subject or lower in words.subjects,
        ceasefire=left.ceasefire or lower in _CEASEFIRE,
    )


def _belongs(tokens: Sequence[Token], at: int, first: int, words: Vocabulary) -> bool:
    """Whether the token is part of the compound that ends in the head; asides may not come between."""
    token = tokens[at]
    if at + 1 != first:
        return False
    if token.is_word and token.is_capital and token.lower not in words.no_name:
        return True
    if token.lower == "of":
        return at > 0 and tokens[at - 1].lower == "cessation" and tokens[first].lower == "hostilities"
    return token.lower in words.subjects


def _describe(text: str, tokens: Sequence[Token], naming: _Naming, words: Vocabulary) -> Phrase | None:
    """The phrase around a head; None where it names no text anybody adopted."""
    left, right = naming.left, naming.right
    span = Span(tokens[left.first].start, tokens[right.last].end)
    if naming.says_nothing:
        return _pointing_back(text, tokens, naming, span)
    if not _names_a_text(tokens, naming, words):
        return None
    name = _titled(text[span.start : span.end])
    confidence = 0.95 if left.named or naming.kind in _FIRM else 0.8
    # The participle of "agreed by X and Y in May" stands inside the description: the date clause begins before it.
    edge = tokens[naming.last].end if right.parties else span.end
    return Phrase(span, naming.kind, name, _key(name), edge, confidence, other=left.other)


def _pointing_back(text: str, tokens: Sequence[Token], naming: _Naming, span: Span) -> Phrase | None:
    """ "the memorandum", "the truce agreed in May", "the 2031 agreement": by an earlier mention, or by its date."""
    left, kind = naming.left, naming.kind
    definite = naming.definite
    if naming.head in _PLURALS or not naming.right.free:
        return None
    if naming.right.made or left.dated:
        if not definite and left.determiner not in ("a", "an", "another"):
            return None
        span = Span(tokens[left.date_from].start, span.end)
        name = _titled(span.of(text))
        return Phrase(span, kind, name, _key(name), span.end, 0.6, bare=definite, other=left.other, by_date=True)
    if not definite:
        return None
    return Phrase(span, kind, naming.head, (naming.head,), span.end, 0.7, bare=True, other=left.other)


def _names_a_text(tokens: Sequence[Token], naming: _Naming, words: Vocabulary) -> bool:
    left, made = naming.left, naming.right.made
    if naming.head in _STATES_OF_AFFAIRS:
        # A truce is a state of things until somebody is said to have agreed it.
        return made or left.sponsored or (left.named and naming.definite and naming.head == "truce")
    if left.named:
        return True
    if naming.head in _PLURALS or left.determiner == "no":
        return False
    if naming.definite:
        return left.subject or left.sponsored or naming.kind in _FIRM or made or naming.head != "deal"
    if _near(tokens, left.first, words.unreal) and not made:
        return False
    if naming.kind in _FIRM or left.subject or made or left.sponsored:
        return True
    return left.determiner in ("a", "an", "another") and _near(tokens, left.first, words.makes)


def _near(tokens: Sequence[Token], first: int, wanted: frozenset[str]) -> bool:
    """Whether one of the wanted words stands shortly before the description, in its sentence."""
    for at in range(first - 1, max(-1, first - _CONTEXT_REACH - 1), -1):
        if tokens[at].lower in (".", "!", "?", ";"):
            return False
        if tokens[at].lower in wanted:
            return True
    return False


def _titled(words: str) -> str:
    name = " ".join(words.split())
    return name[:1].upper() + name[1:]


def _key(name: str) -> tuple[str, ...]:
    plain = name.lower().replace("’", "'").replace("é", "e").replace("–", "-").replace("cease-fire", "ceasefire")
    words = (_SAME.get(w, w) for w in plain.split())
    return tuple(dict.fromkeys(w for w in words if w not in _FUNCTION_WORDS))

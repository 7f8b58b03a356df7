"""The name a process goes by: a place, a format ("Normandy"), or the parties inside it ("intra-Varenian")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.language.processes.lexicon import ProcessLexicon
from communique.language.tokens import Token, ordinal_of

_NUMBERED = re.compile(r"(?P<name>[^\W\d_]{3,}(?:['’][^\W\d_]+)?)[-–](?P<number>\d{1,2}|[ivx]{1,4})", re.I)
_WITHIN = re.compile(r"(?:intra|inter)[-–][^\W\d_]{3,30}", re.I)
_DEMONYM = re.compile(r"[^\W\d_]{2,}(?:ian|ish|ese)s?")
_SPONSORED = ("-sponsored", "-brokered", "-backed", "-mediated", "-led", "-hosted", "-facilitated", "-supported")
_TOPIC_REACH = 7
SIZES = frozenset({"three", "four", "five", "six", "quartet", "trio", "quad"})
"""How many take part in a format that goes by it ("Normandy Four"), never a round."""


def is_sponsored(lower: str) -> bool:
    """Whether the word says who runs the talks ("UN-sponsored")."""
    return lower.endswith(_SPONSORED)


def split_number(word: str) -> tuple[str, int] | None:
    """("Qasrin", 6) for "Qasrin-6"; None for other words."""
    match = _NUMBERED.fullmatch(word)
    number = ordinal_of(match["number"].lower()) if match else None
    return (match["name"], number) if match and number else None


def name_ending_at(
    tokens: Sequence[Token], last: int, titled: bool, lexicon: ProcessLexicon
) -> tuple[str, int, int | None] | None:
    """The name whose last token is `last`: (as written, index of its first token, number glued to it); None if none."""
    if last < 0:
        return None
    if _WITHIN.fullmatch(tokens[last].text):
        label = tokens[last].text
        return label[:1].lower() + label[1:], last, None
    glued = split_number(tokens[last].text)
    if glued and _is_name(tokens[last], lexicon):
        return glued[0], last, glued[1]
    first = last + 1
    while first and _is_name(tokens[first - 1], lexicon) and last - first < 3:
        if titled and first <= last and tokens[first - 1].lower not in lexicon.place_openers:
            break
        first -= 1
        if tokens[first].opens:
            break
    if first > last or last - first >= 3:
        return None
    return " ".join(t.text for t in tokens[first : last + 1]), first, None


def place_after(tokens: Sequence[Token], at: int, titled: bool, lexicon: ProcessLexicon) -> tuple[str, int] | None:
    """The place of "(on the war) in (the Selmarkian capital) Brunnhal" from `at`: as written, and its last token."""
    if at < len(tokens) and tokens[at].lower in ("on", "about", "over"):
        limit = min(len(tokens), at + _TOPIC_REACH)
        while at < limit and tokens[at].lower not in ("in", "at"):
            if not tokens[at].is_word:
                return None
            at += 1
    if at >= len(tokens) or tokens[at].lower not in ("in", "at"):
        return None
    at = _skip_capital_of(tokens, at + 1)
    last = at - 1
    longest = 1 if titled and at < len(tokens) and tokens[at].lower not in lexicon.place_openers else 2
    while last + 1 < len(tokens) and last + 1 - at < longest and _is_name(tokens[last + 1], lexicon):
        last += 1
    return (" ".join(t.text for t in tokens[at : last + 1]), last) if last >= at else None


def _skip_capital_of(tokens: Sequence[Token], at: int) -> int:
    """The index after "the Selmarkian capital (of)", `at` itself where that does not stand there."""
    ahead = [t.lower for t in tokens[at : at + 4]]
    for words in (3, 2):
        if ahead[:1] == ["the"] and ahead[words - 1 : words] in (["capital"], ["city"]):
            return at + words + (1 if ahead[words : words + 1] == ["of"] else 0)
    return at


def _is_name(token: Token, lexicon: ProcessLexicon) -> bool:
    if not (token.is_word and token.is_capital) or token.lower in lexicon.no_name or token.lower in lexicon.between:
        return False
    if is_sponsored(token.lower):
        return False
    # "US-Ardania talks", "Okafor-Lindqvist talks": two parties or a person, no place.
    if any(part[:1].isupper() for part in re.split("[-–]", token.text)[1:] if not part.isupper()):
        return False
    return not _DEMONYM.fullmatch(token.text)

"""Which date mention is the date of an instrument: the one its own clause says it was signed or adopted on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from communique.domain.when import DateMention
from communique.language.instruments.phrase import Phrase

_REACH = 110
_MADE = (
    "signed|adopted|concluded|reached|agreed|approved|initialled|initialed|struck|brokered|mediated|negotiated|passed|"
    "endorsed|ratified|announced|dated|issued|sealed|inked"
)
_CLAUSE = re.compile(
    rf"[\s,(–—-]*(?:(?:which|that)\s)?\s*(?:(?:was|were|is|has been|had been)\s)?\s*(?:\w{{1,20}}ly\s)?\s*(?:{_MADE})\b"
    r"(?P<rest>[^.;:!?]*)",
    re.I,
)
_OWN_WORDS = re.compile(r"\s+(?:of|dated|from)\s+(?:the\s+)?|\s*\(\s*", re.I)
_ANOTHER_CLAUSE = re.compile(
    r"\b(?:which|who|that|said|says|to|came|enter(?:s|ed)|is|are|was|were|has|have|because|while)\b", re.I
)
_AFTER_THE_NAME = re.compile(
    r"(?:\s+(?:in|at)\s+[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,2})?\s*,?\s*(?:(?:on|in|last)\s+)?(?:the\s+)?", re.I
)
_MAKING = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|adopt(?:s|ed|ing)?|conclud(?:es|ed)|reached|approved|struck|passed|endorsed|initialled|ratified|"
    r"issued)\b[^.;:!?,]{0,50}$",
    re.I,
)


def date_of(text: str, phrase: Phrase, dates: Sequence[DateMention]) -> DateMention | None:
    """The date the text gives the instrument of `phrase`; None where it gives none. `dates` are in text order."""
    first = bisect_left(dates, phrase.span.start - _REACH, key=lambda d: d.span.start)
    for date in islice(dates, first, None):
        if date.span.start > phrase.edge + _REACH:
            return None
        if phrase.span.covers(date.span) or _is_before(text, phrase, date) or _is_after(text, phrase, date):
            return date
    return None


def _is_before(text: str, phrase: Phrase, date: DateMention) -> bool:
    """ "the 12 March memorandum"."""
    return date.span.end <= phrase.span.start and not text[date.span.end : phrase.span.start].strip(" -")


def _is_after(text: str, phrase: Phrase, date: DateMention) -> bool:
    if date.span.start < phrase.edge:
        return False
    gap = text[phrase.edge : date.span.start]
    if "\n" in gap.strip("\n"):
        return False
    clause = _CLAUSE.fullmatch(gap)
    if clause:
        return not _ANOTHER_CLAUSE.search(clause["rest"])
    if _OWN_WORDS.fullmatch(gap):
        return True
    before = text[max(0, phrase.span.start - 80) : phrase.span.start]
    return bool(_AFTER_THE_NAME.fullmatch(gap) and gap and _MAKING.search(before))

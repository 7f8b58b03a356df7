"""Over which time violations were counted, and whether from the beginning of the truce on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.language.words import Parse

LONGEST = 90  # characters of a period; a longer stretch tells more than a time
NUMBER = (
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty[- ]four|forty[- ]eight|seventy[- ]two|few|"
    r"several)"
)
UNIT = r"(?:hours?|days?|nights?|weeks?|months?|weekend|reporting period|period)"
# What a count since then has counted from the beginning on.
BEGINNING = (
    r"(?:truce|cease-?fire|cessation|agreement|memorandum|accord|deal|protocol|start|beginning|entry|outset|"
    r"it (?:began|took|came|entered))"
)
WINDOW = re.compile(
    r"\b(?:(?:in|over|during|within|for|throughout) )?(?:the )?"
    rf"(?:past|last|previous|preceding|same|latest|current|reporting) (?:{NUMBER} )?{UNIT}\b"
    rf"|\b(?:in|during|over) (?:the )?{NUMBER} {UNIT}\b"
    rf"|\bwithin {NUMBER} {UNIT}\b"
    r"|\b(?:over|during|on|at) the weekend\b|\bovernight\b|\b(?:this|last|that) (?:week|month|weekend)\b"
    r"|\b(?:a|per|each|every) (?:day|week|month)\b",
    re.IGNORECASE,
)
FROM_START = re.compile(rf"\bsince (?:(?:the|a|its|their) )?(?:[\w-]+ ){{0,2}}{BEGINNING}\b", re.IGNORECASE)
SO_FAR = re.compile(r"\b(?:so far|to date|cumulative(?:ly)?|in all since)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from) [^.,;:()“”\"]{1,40} (?:and|to|until) [^.,;:()“”\"]{1,40}", re.IGNORECASE)
LEADING = re.compile(
    r"(?:\b(?:on|in|during|between|from|by|at|over|for|of|as of)(?: the)?"
    r"(?: (?:night|evening|morning|afternoon|course|month|week|day)s?(?: (?:of|to|from|until))?)? )$",
    re.IGNORECASE,
)


# What stands before the time of another count, with which this one is compared.
COMPARED = re.compile(r"\b(?:against|compared|than (?:in|the|during)|from|versus)\b[^.;:]{0,30}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """The words of a period, the date in them if the dates hold one, and whether the count runs from the beginning."""

    span: Span | None = None
    date: str | None = None
    cumulative: bool | None = None

    def text(self, whole: str) -> str | None:
        """The words as they stand."""
        return " ".join(self.span.of(whole).split()) if self.span else None


def period_in(parse: Parse, words: Sequence[int], dates: Sequence[DateMention]) -> Period:
    """The time that the clause `words` gives its count, empty where it gives none."""
    start, end = parse.words[words[0]].start, parse.words[words[-1]].end
    since = next((i for i in words if parse.words[i].lower == "since"), None)
    if since is not None:
        return _since(parse, since, words[-1], dates)
    text = parse.text[start:end]
    inside = [d for d in dates if start <= d.span.start and d.span.end <= end]
    found = _found(text, start, inside)
    in_all = bool(SO_FAR.search(text))
    if found is None:
        return Period(cumulative=True if in_all else None)
    span, cumulative = found
    date = next((d.id for d in inside if span.overlaps(d.span)), None)
    return Period(span, date, True if in_all else cumulative)


def _found(text: str, start: int, dates: Sequence[DateMention]) -> tuple[Span, bool | None] | None:
    window = next((w for w in WINDOW.finditer(text) if not COMPARED.search(text[: w.start()])), None)
    if window:
        return Span(window.start(), window.end()).shifted(start), False
    between = BETWEEN.search(text)
    if between and any(d.span.start - start < between.end() and d.span.end - start > between.start() for d in dates):
        return _with_dates(Span(between.start(), between.end()).shifted(start), dates), False
    if not dates:
        return None
    date = dates[0].span
    lead = LEADING.search(text[: date.start - start])
    return Span(start + lead.start() if lead else date.start, date.end), False


def _with_dates(span: Span, dates: Sequence[DateMention]) -> Span:
    """The span up to the end of the last date in it: "between 9 and 15 April in the valley" ends with April."""
    return Span(span.start, max(d.span.end for d in dates if d.span.overlaps(span)))


def _since(parse: Parse, since: int, last: int, dates: Sequence[DateMention]) -> Period:
    """The words from "since" to the end of what hangs on it: "since the truce took effect", "since noon"."""
    word = parse.words[since]
    tree = parse.subtree(word.head if word.dep == "mark" else since)
    end = since
    for i in (i for i in tree if since < i <= last):
        if i - end > 1 or parse.words[i].pos == "PUNCT" or parse.words[i].start - word.start > LONGEST:
            break
        end = i
    if end == since and since < last:
        end = since + 1  # a parse may leave the word alone: "since noon"
    span = parse.span(since, end)
    date = next((d.id for d in dates if d.span.overlaps(span)), None)
    return Period(span, date, True if FROM_START.match(parse.text, span.start) else None)

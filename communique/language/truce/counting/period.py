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
UNIT = r"(?:hours?|days?|nights?|weeks?|fortnights?|months?|weekend|reporting period|period)"
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
    r"|\b(?:a|per|each|every) (?:day|week|month)\b"
    r"|\b(?:in|during|over) (?:a|one|a single|its first|the first|the whole|the course of the|the same) "
    r"(?:two |three |four |ten )?(?:days?|nights?|weeks?|fortnights?|months?|hours?)\b"
    r"|\bon (?:its|the) (?:first|second|third|last|opening) (?:day|night|morning)\b"
    r"|\b(?:in|during) (?:its|the) (?:opening|first|last|final|early) (?:hours|days|weeks)\b"
    r"|\b(?:the|this|last) (?:day|night|week|month|weekend)(?='s\b|’s\b)"
    r"|\bfor (?:the|a) (?:second|third|fourth|fifth|sixth|seventh|\w+th) (?:consecutive |straight |successive )?"
    r"(?:day|night|week|month)(?: in a row| running)?\b"
    r"|\bfor the (?:day|week|month|weekend)\b"
    rf"|\bfor {NUMBER} {UNIT}(?: in a row| running)?\b"
    r"|\b(?:all|throughout the|the whole) (?:day|night|week|month)\b",
    re.IGNORECASE,
)
FROM_START = re.compile(rf"\bsince (?:(?:the|a|its|their) )?(?:[\w-]+ ){{0,2}}{BEGINNING}\b", re.IGNORECASE)
SO_FAR = re.compile(r"\b(?:so far|to date|cumulative(?:ly)?|in all since)\b", re.IGNORECASE)
_END = r"(?:[^.,;:()“”\"]|(?<=\d)[:.](?=\d)){1,40}"  # a clock's colon ends nothing
BETWEEN = re.compile(rf"\b(?:between|from) {_END} (?:and|to|until) {_END}", re.IGNORECASE)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}|noon|midnight|dawn|dusk|sunrise|sunset|nightfall|daybreak)"
CLOCKS = re.compile(rf"\b{_CLOCK}.{{1,40}}\b{_CLOCK}", re.IGNORECASE)
LEADING = re.compile(
    r"(?:\b(?:on|in|during|between|from|by|at|over|for|of|as of)(?: the)?"
    r"(?: (?:night|evening|morning|afternoon|course|month|week|day)s?(?: (?:of|to|from|until))?)? )$",
    re.IGNORECASE,
)


# What stands before the time of another count, with which this one is compared.
COMPARED = re.compile(
    r"\b(?:against|compared|than (?:in|the|during)|versus)\b[^.;:]{0,30}$|\bfrom (?!\S+ to \S+ )[^.;:]{0,30}$",
    re.IGNORECASE,
)
# "The highest since February": since when it is the highest, not since when was counted.
RANKED = {"than", "highest", "lowest", "most", "fewest", "worst", "best", "first", "biggest", "largest", "smallest"}
RANKED_NEAR = 6  # words before "since" among which such a word stands


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
    since = next((i for i in words if parse.words[i].lower == "since" and not _ranked(parse, i)), None)
    if since is not None:
        return _since(parse, since, words[-1], dates)
    text = parse.text[start:end]
    dates = [d for d in dates if not _after_ranked(parse, d)]
    inside = [d for d in dates if start <= d.span.start and d.span.end <= end]
    found = _found(text, start, inside)
    in_all = bool(SO_FAR.search(text))
    if found is None:
        return Period(cumulative=True if in_all else None)
    span, cumulative = found
    date = next((d.id for d in inside if span.overlaps(d.span)), None)
    return Period(span, date, True if in_all else cumulative)


def _ranked(parse: Parse, since: int) -> bool:
    return any(w.lower in RANKED for w in parse.words[max(0, since - RANKED_NEAR) : since])


def _after_ranked(parse: Parse, date: DateMention) -> bool:
    """ "The highest since February" gives no time of the count."""
    at = parse.first_at(date.span.start)
    return at > 0 and parse.words[at - 1].lower == "since" and _ranked(parse, at - 1)


def _found(text: str, start: int, dates: Sequence[DateMention]) -> tuple[Span, bool | None] | None:
    two_days = next((b for b in BETWEEN.finditer(text) if _both_dated(b, start, dates)), None)
    if two_days:
        return _with_dates(Span(two_days.start(), two_days.end()).shifted(start), dates, two_days.group()), False
    window = next((w for w in WINDOW.finditer(text) if not COMPARED.search(text[: w.start()])), None)
    if window:
        return Span(window.start(), window.end()).shifted(start), False
    between = BETWEEN.search(text)
    if between and any(d.span.start - start < between.end() and d.span.end - start > between.start() for d in dates):
        return _with_dates(Span(between.start(), between.end()).shifted(start), dates), False
    if not dates:
        return None
    dates = [d for d in dates if not COMPARED.search(text[: d.span.start - start])]
    if not dates:
        return None
    date = dates[0].span
    lead = LEADING.search(text[: date.start - start])
    return Span(start + lead.start() if lead else date.start, date.end), False


def _both_dated(found: re.Match[str], start: int, dates: Sequence[DateMention]) -> bool:
    """Whether both ends of "between … and …" are days, perhaps with the hour."""
    span = Span(found.start(), found.end()).shifted(start)
    return sum(d.span.overlaps(span) for d in dates) > 1 or bool(CLOCKS.search(found.group()))


def _with_dates(span: Span, dates: Sequence[DateMention], text: str = "") -> Span:
    """The span up to the last date or hour in it: "between 9 and 15 April in the valley" ends with April."""
    hours = CLOCKS.search(text)
    clock = span.start + hours.end() if hours else span.start
    ends = [d.span.end for d in dates if d.span.overlaps(span)]
    return Span(span.start, max([*ends, clock]))


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

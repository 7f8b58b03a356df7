"""The dateline: the place, date and agency that open a wire report, up to and with the mark that ends them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from communique.domain.report import Dateline, Published
from communique.ingest.anatomy.dateline_names import agency_name, is_agency, is_caps, is_denied, is_place, place_name
from communique.ingest.anatomy.parts import Parts, cut, swap
from communique.ingest.published import FULL_DATE, MONTH, WEEKDAY, written

# Parts from the top among which the dateline's paragraph is looked for: a standfirst or a caption may come before it.
REACH = 5
LONGEST_ALONE = 70
LONGEST = 110
# How far into a running line, after a stamp or a headline, a dateline in capitals is looked for.
INLINE_REACH = 500

_DATE = rf"(?:{WEEKDAY},?\s)?(?:{FULL_DATE}|\d{{1,2}}\s{MONTH}|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)(?!\d)"
_ONLY_DATE = re.compile(rf"(?:{_DATE}|{WEEKDAY})\.?\Z")
_DATE_AT_END = re.compile(rf"\s({_DATE})\.?\Z")
_DASH = re.compile(r"(\s*)(--|[-–—―])(\s*)")
_COLON = re.compile(r":\s")
_AGENCY_END = re.compile(r"\(([^()\n]{2,40})\)(?:\s?(?:--|[-–—―:]))?|/([A-Z][\w .-]{1,30})/\.?(?:\s?[-–—―])?")
_PARENTHESIS = re.compile(r"\s?[(/]([^()/\n]{2,40})[)/]\.?\Z")
_OPENS = re.compile(r"[\"“‘'(\[]?[A-Z0-9]")
_LOWER_OR_END = re.compile(r"\s*(?:[a-z]|\Z)")
_CAPS = r"[A-Z][A-Z'’.-]{2,}(?:\s[A-Z][A-Z'’.-]+){0,2}"
_INLINE = re.compile(
    rf"(?:(?<=^)|(?<=[.!?\"”]\s)|(?<=\d\s)){_CAPS}(?:,?\s{_DATE})?\.?\s(?:\([A-Z][\w .-]{{1,30}}\)|/[A-Z]{{2,}}/)"
    r"(?:\s?[-–—])?"
)
_STAMPED = re.compile(rf"{FULL_DATE}\s")
_AFTER_STAMP = re.compile(rf"({_CAPS})(\s[A-Z][a-z]+(?=\s(?:A|An|The|At|In|On)\s))?(?=\s[A-Z][a-z]*\s)")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the words before the ending mark say."""

    place: str | None
    agency: str | None
    date: str | None
    evidence: bool  # a date or an agency: more than a name and a dash


def mark_dateline(text: str, parts: Parts, outlet: str | None) -> tuple[Parts, Dateline | None, Published | None]:
    """The parts with the dateline split off, the dateline, and its date where it has a year."""
    top = [index for index, part in enumerate(parts) if part.kind == "body" and not part.sure][:REACH]
    for index in top:
        found = _at_start(parts[index].of(text), outlet)
        # Further down, a name and a dash begin a list or a caption as often: there a date, agency or capitals tell.
        if found and (index == top[0] or found[1].evidence or is_caps(parts[index].of(text)[: found[0]])):
            return _marked(text, parts, index, 0, *found)
    if top:
        stamped = top[0] > 0 and parts[top[0] - 1].kind == "furniture" and parts[top[0] - 1].span.start == 0
        if inline := _in_line(parts[top[0]].of(text)[:INLINE_REACH], stamped=stamped):
            return _marked(text, parts, top[0], *inline)
    return parts, None, None


def opens_with_dateline(line: str) -> bool:
    """Whether a paragraph begins with a dateline."""
    return _at_start(line, None) is not None


def _marked(
    text: str, parts: Parts, index: int, start: int, end: int, head: _Head
) -> tuple[Parts, Dateline | None, Published | None]:
    part = parts[index]
    pieces = cut(text, part, part.span.start + start, part.span.start + end, "dateline")
    span = next(piece.span for piece in pieces if piece.kind == "dateline")
    date = written(head.date, basis="dateline") if head.date else None
    return swap(parts, index, pieces), Dateline(span, head.place, head.agency), date


def _at_start(line: str, outlet: str | None) -> tuple[int, _Head] | None:
    """How many characters the dateline takes, and what it says; None if the line does not begin with one."""
    start = line[:LONGEST]
    if not _OPENS.match(start):
        return None
    if len(line) <= LONGEST_ALONE and (head := _read(line, outlet)) and head.place and head.date:
        return len(line), head  # "New York, 21 March 2031", on a line of its own
    for found in _AGENCY_END.finditer(start):
        head = _read(start[: found.start()].rstrip(), outlet, bracketed=found.group(1) or found.group(2))
        if head and _goes_on(line, found.end()):
            return found.end(), head
    for found in _DASH.finditer(start):
        head = _read(start[: found.start()], outlet)
        if head and _ends(line, found, head):
            return found.end(2), head
    if (colon := _COLON.search(start)) and is_caps(start[: colon.start()]):
        head = _read(start[: colon.start()], outlet)
        if head and head.place and len(head.place) > 3 and _goes_on(line, colon.end()):
            return colon.start() + 1, head
    return None


def _ends(line: str, dash: re.Match[str], head: _Head) -> bool:
    """Whether this dash ends a dateline: a sentence begins after it, and it is neither a hyphen nor a parenthesis."""
    if not _goes_on(line, dash.end()):
        return False
    if head.evidence:
        return True
    before, mark, after = dash.groups()
    if is_caps(line[: dash.start()]):
        return bool(after) or mark != "-" or bool(re.match(r"[A-Z][a-z]", line[dash.end() :]))
    # "Moscow-Washington ties", "Karsk – Varenia's second city – was": a hyphen, a parenthesis, no dateline.
    tight = not before and not after
    return not tight and not re.search(r"\s[-–—]\s", line[dash.end() : dash.end() + 120])


def _goes_on(line: str, at: int) -> bool:
    rest = line[at:].lstrip()
    return bool(_OPENS.match(rest)) and not _LOWER_OR_END.match(rest)


def _read(head: str, outlet: str | None, *, bracketed: str | None = None) -> _Head | None:
    """The place, agency and date that `head` is made of, None if anything else is in it."""
    if not bracketed and (inner := _PARENTHESIS.search(head)):
        head, bracketed = head[: inner.start()], inner.group(1)
    if bracketed and not agency_name(bracketed):
        return None
    date: str | None = None
    agency = bracketed
    head = head.strip(" ,.;-–—")
    names: list[str] = []
    for piece in re.split(r",\s*|\.\s(?=[A-Z0-9])|\s[-–—]\s", head) if head else []:
        piece = piece.strip(" .")
        if _ONLY_DATE.match(piece):
            date = f"{date}, {piece}" if date else piece
        elif re.fullmatch(r"\d{4}", piece) and date:
            date = f"{date}, {piece}"
        elif dated := _DATE_AT_END.search(piece):
            date = dated.group(1)
            names.append(piece[: dated.start()])
        else:
            names.append(piece)
    return _named(names, agency, date, outlet)


def _named(names: list[str], agency: str | None, date: str | None, outlet: str | None) -> _Head | None:
    places: list[str] = []
    for position, name in enumerate(names):
        if agency is None and is_agency(name, first=position == 0, outlet=outlet):
            agency = name
        elif split := _agency_inside(name, agency, outlet):
            places.append(split[0])
            agency = split[1]
        elif is_place(name):
            places.append(name)
        else:
            return None
    if len(places) > 3 or (not places and not agency):
        return None
    if agency is None and date is None and (len(places) > 1 or " " in places[0]) and len(" ".join(places).split()) > 4:
        return None
    # "UNICEF – The agency …" names no place; "(SANA) –" needs none.
    if places and is_denied(places[0]):
        if agency is None:
            return None
        places = []
    evidence = agency is not None or date is not None
    return _Head(place_name(places[0]) if places else None, agency, date, evidence)


def _agency_inside(name: str, agency: str | None, outlet: str | None) -> tuple[str, str] | None:
    """ "Tavrin VNA" as place and agency: a listed one, or capitals after a place that is not in capitals."""
    place, _, last = name.rpartition(" ")
    if agency is not None or not place or not is_place(place):
        return None
    shaped = not place.isupper() and last.isupper() and not is_denied(last)
    return (place, last) if is_agency(last, first=False, outlet=outlet, known=not shaped) else None


def _in_line(line: str, *, stamped: bool) -> tuple[int, int, _Head] | None:
    """Start, end and meaning of a dateline that a headline or a stamp runs into without a line between them."""
    for date in _STAMPED.finditer(line):
        read = _at_start(line[date.end() :], None)
        if read and read[1].agency and read[1].place:
            return date.start(), date.end() + read[0], replace(read[1], date=date.group())
    for found in _INLINE.finditer(line):
        read = _at_start(line[found.start() :], None)
        if read:
            return found.start(), found.start() + read[0], read[1]
    after = _AFTER_STAMP.match(line) if stamped else None
    if after and len(after.group(1)) >= 5 and not any(is_denied(word) for word in after.group(1).split()):
        return 0, after.end(), _Head(place_name(after.group(1)), None, None, False)
    return None

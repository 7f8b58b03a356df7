"""How English-language news writes dates: bounded patterns, each with the kind of date it stands for."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("zero", "a one an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
    for word in words.split()
}
# "In May 12 people were killed" names a month and a number, not the twelfth of May.
COUNTED = (
    "people|persons|civilians|soldiers|troops|fighters|rebels|militants|terrorists|insurgents|gunmen|members|men|women"
    "|children|others|villages|towns|houses|homes|families|bodies|prisoners|detainees|hostages|journalists|monitors"
    "|observers|violations|incidents|explosions|shells|rockets|mortars|air ?strikes|strikes|raids|were|more"
    "|percent|per cent|%|km|kilomet|miles|million|thousand|hundred|dead|wounded|injured|trucks|buses|tonnes|tons"
)


def _names(names: dict[str, int], least: int = 0) -> str:
    """Alternatives in title case and in capitals, the longest first: "may" and "march" are verbs."""
    chosen = sorted((n for n in names if len(n) >= least), key=len, reverse=True)
    return "|".join(f"{n.title()}|{n.upper()}" for n in chosen)


def _after(words: str) -> str:
    """A look-behind for any of the words, in lower or title case, and a space."""
    return "(?:" + "|".join(rf"(?<=\b[{w[0]}{w[0].upper()}]{w[1:]} )" for w in words.split()) + ")"


_MONTH = rf"(?:{_names(MONTHS)})\b\.?"
_FULL = "|".join(n.title() for n in MONTHS if len(n) > 4 or n in ("june", "july"))
_WEEKDAY = rf"(?:(?P<weekday>{_names(WEEKDAYS)})\b\.?,? )?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = rf"{_DAY}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO = r"(?: ?[-–—] ?| to | and | until | till | through )"
_NOT_MORE = rf"(?![\d:/]|[.,]\d| ?(?:{COUNTED})\b)"
_PERIOD = _after("in since until during throughout from between")
_LOOSE = _after("of by before after to")  # "of May" may be Theresa May's
_COUNT = rf"\d\d?|{'|'.join(NUMBERS)}"
_PARTS = r"early|mid|late|the beginning of|the start of|the end of|the middle of"

DATES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("iso", rf"(?<![\w-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"),
        ("numeric", rf"(?<![\w./-])(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)(?P<year>{_YEAR})(?![./-]\d)"),
        # 6-7 May; between 4 and 6 May 2017
        (
            "days",
            rf"(?<![\w.,/-])(?P<between>(?<=between )|)(?P<day>{_NTH})(?P<to>{_TO})(?P<last>{_NTH}) (?P<month>{_MONTH})"
            rf"(?:,? (?P<year>{_YEAR}))?",
        ),
        # May 6-7, 2017; between May 4 and 6
        (
            "days",
            rf"\b(?P<between>(?<=between )|)(?P<month>{_MONTH}) (?P<day>{_NTH})(?P<to>{_TO})(?P<last>{_NTH}){_NOT_MORE}"
            rf"(?! (?:{_names(MONTHS)})\b)(?:,? (?P<year>{_YEAR}))?",
        ),
        # Thursday, 18 May 2017; the 18th of May
        ("day", rf"(?<![\w.,/:-]){_WEEKDAY}(?P<day>{_NTH})(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?"),
        # Thu May 18, 2017; Sept. 12; October 2 2013
        ("day", rf"\b{_WEEKDAY}(?P<month>{_MONTH}) (?P<day>{_NTH}){_NOT_MORE}(?:,? (?P<year>{_YEAR}))?"),
        ("month", rf"\b(?:(?P<part>{_PARTS})[ -])?(?P<month>{_MONTH}),? (?:of )?(?P<year>{_YEAR})(?![-/]\d)"),
        (
            "month",
            rf"\b(?:(?P<part>early|mid|late)[ -](?:in )?|(?P<which>last|next|this) "
            rf"|{_PERIOD}|{_LOOSE}(?!May|March))"
            rf"(?P<month>May|{_FULL})\b(?! ?\d\d?\b(?! ?(?:{COUNTED})\b))(?!['’]s|-)"
            r"(?: (?:of )?(?P<of>last|this|next) year)?",
        ),
        (
            "year",
            rf"\b(?:(?P<part>early|mid|late)[ -]|{_PERIOD}|{_LOOSE}|(?<=\()|(?<=[Bb]etween \d\d\d\d and ))"
            rf"(?P<year>{_YEAR})(?![-/.,:%]?\d| ?(?:{COUNTED})\b|-\w)",
        ),
        (
            "weekday",
            r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his) )?"
            rf"(?<!Good )(?<!Black )(?<!Bloody )(?<!Easter )(?<!Palm )(?P<weekday>{_names(WEEKDAYS, 6)})"
            r"(?=s? |['’]s\b|\b)(?![a-rt-z]|s\w)(?: (?:of )?(?P<week>last|next|this) week)?",
        ),
        (
            "near",
            r"\b(?:[Tt]he day (?:before yesterday|after tomorrow)"
            r"|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night"
            r"|(?:(?:[Ee]arly|[Ll]ate(?:r)?) )?[Tt]his (?:morning|afternoon|evening))\b",
        ),
        ("span", r"\b(?<!the )(?P<which>[Ll]ast|[Nn]ext|[Tt]his) (?P<unit>week|month|year)\b(?!['’-]?(?:long|old))"),
        ("window", rf"\b(?:past|last|previous) (?P<count>{_COUNT}) (?P<unit>hour|day|week|month)s?\b"),
        ("window", r"(?<=\bthe )(?:past|last) (?P<unit>week|month|year)\b"),
        # 24 hours to 18:00: the day it ends on may follow
        (
            "ending",
            r"\b(?P<count>24|48|72)[ -](?P<unit>hour)s?(?: period)?(?= (?:to|ending|until) \d{1,2}[:.h]?\d)",
        ),
        ("ago", rf"\b(?P<count>{_COUNT}) (?P<unit>day|week|month|year)s? ago\b"),
    )
)
# What joins two dates into one span of time; "and" does so only after "between".
JOIN = re.compile(r" ?[-–—] ?| (?:to|until|till|through|and) (?:the )?")
TIME = re.compile(r" (?:to|ending|until) \d{1,2}[:.h]?\d{0,2}(?: ?[A-Za-z.]{2,5}){0,2},? (?:on )?")
BETWEEN = re.compile(r"\b[Bb]etween (?:the )?\Z")
# Words that put what follows after the publication, and words after which a new clause begins.
FUTURE = re.compile(
    r"\b(?:will|would|shall|won['’]?t|scheduled|due|expected|slated|set to|plans? to|planned|going to|is to|are to"
    r"|was to|were to|to (?:meet|resume|begin|start|hold|be held|travel|visit|arrive|convene)|upcoming"
    r"|deadline|resumes?|expires?|begins|starts|coming)\b|\b(?:by|until)(?: late| early)? \Z"
)
CLAUSE = re.compile(r"[.;!?,:\"“”\n]|\b(?:said|says|told|announced|reported|stated|added|according)\b")
EVERY = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Oo]n)\s\Z")

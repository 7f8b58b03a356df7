"""Which clause of an agreement a claim invokes: "a breach of Article 2", "contrary to clause four"."""

from __future__ import annotations

import re

from communique.domain.span import Span

PARTS = (
    r"(?:articles?|art\.|clauses?|paragraphs?|paras?\.?|sections?|provisions?|points?|annex(?:es)?|terms?|chapters?"
    r"|rules?|items?)"
)
NUMBER = (
    r"(?:\d{1,3}(?:[.(]\w{1,3}\)?|\s?\([a-z0-9]{1,3}\)){0,2}|[IVXLC]{1,6}|[A-H]|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)"
)
ORDER = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
TOPIC = (
    r"(?:withdrawal|notification|access|ceasefire|non-aggression|verification|exclusion|prisoner|disengagement|no-fly"
    r"|escort)"
)
PAPER = r"(?:memorandum|protocol|agreement|accord|annex|treaty|ceasefire terms)"
BINDS = (
    r"(?:bans|forbids|prohibits|promises|requires|closes|obliges|guarantees|outlaws|protects|demands|stipulates"
    r"|rules\sout)"
)
# A number that goes on as a measure or a time is none of a clause: "from point 5 km to the north".
CLAUSE = re.compile(
    rf"\b{PARTS}\s+{NUMBER}(?:\s?(?:,|and|or)\s?\d{{1,3}})?(?:,\s(?:paragraph|point|sub-paragraph)\s\d{{1,3}})?"
    r"(?!\w)(?!\s(?:km|kilomet\w*|met\w+|miles?|days?|hours?|weeks?|months?|minutes?|years?|per)\b)"
    rf"|§\s?\d{{1,3}}|\bthe\s{ORDER}\s(?:article|clause|paragraph|section|annex)\b"
    rf"|\b(?:the\s)?{TOPIC}\s(?:clause|provision|article)s?\b"
    r"|\bthe\s(?:clause|provision|article|annex|section|chapter|paragraph)s?\son\s(?:the\s)?\w+"
    rf"|\bthe\s{PAPER}\s{BINDS}(?:\s\w+){{1,6}}"
    rf"|\bthe\s(?:deadline|limit|line)s?\s(?:set\s|laid down\s)?(?:in|by)\sthe\s{PAPER}",
    re.IGNORECASE,
)


def rule_in(text: str, span: Span) -> str | None:
    """The clause named in the span, as it stands ("Article 2"); None where none is named."""
    found = CLAUSE.search(text, span.start, span.end + 1)  # a bracket may stand outside the clause: "3(b)"
    return found.group(0) if found else None

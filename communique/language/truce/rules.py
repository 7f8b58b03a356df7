"""Which clause of an agreement a claim invokes: "a breach of Article 2 of the memorandum"."""

from __future__ import annotations

import re

from communique.domain.span import Span

CLAUSE = re.compile(
    r"\b(?:articles?|clauses?|paragraphs?|sections?|provisions?|points?|annex(?:es)?|terms?)\s+"
    r"(?:\d{1,3}(?:[.(]\w{1,3}\)?){0,2}|[IVXLC]{1,6}|[A-H])(?:\s?(?:,|and|or)\s?\d{1,3})?(?!\w)",
    re.IGNORECASE,
)


def rule_in(text: str, span: Span) -> str | None:
    """The clause named in the span, as it stands ("Article 2"); None where none is named."""
    found = CLAUSE.search(text, span.start, span.end + 1)  # a bracket may stand outside the clause: "3(b)"
    return found.group(0) if found else None

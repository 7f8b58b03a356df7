"""Contents that lost their beginning: what stands before "a monitor said" is said from the sentence's first word on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.quotes import quotations
from communique.language.words import Parse, Word

TAGS = re.compile(r"Tags:? [A-Z]")
MOST_TAGS = 25  # words
AFTERWARDS = 3  # words behind who says it: "said on Thursday"
FARTHEST = 1500  # characters from a quotation's opening mark to its closing one
LEADING_IN = {"that", "because", "since", "while", "when", "whether", "as"}


def from_beginning(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a content that ends a quotation or comes before its speaker with its beginning."""
    quoted = quotations(parse.text, parse.passages)
    made = list(found)
    for one in found:
        start = _quotation(one, quoted)
        if start is None and not _all_quoted(one, quoted):
            start = _sentence(parse, one)
        if start is None or _spoken(made, one, Span(start, one.contents[0].start)):
            continue
        first = one.contents[0]
        whole = replace(one, contents=(Fragment(start, first.end, first.confidence), *one.contents[1:]))
        area = Span(start, first.end)
        made = [whole if a is one else a for a in made if a is one or not _only_content(a, area)]
    return made


def without_tags(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a content less the "Tags Velm Karsk Truce" that a page's text runs into it."""
    return [replace(a, contents=tuple(_untagged(parse, f) for f in a.contents)) for a in found]


def _untagged(parse: Parse, content: Fragment) -> Fragment:
    first = parse.first_at(content.start)
    if not TAGS.match(parse.text, content.start):
        return content
    behind = min(len(parse.words) - 1, first + MOST_TAGS)
    begin = next((i for i in range(first + 1, behind) if _opens(parse.words[i])), first)
    return replace(content, start=parse.words[begin].start) if parse.words[begin].start < content.end else content


def _quotation(one: Attribution, quoted: Sequence[Span]) -> int | None:
    """Where the quotation begins that the content only ends."""
    if not one.sources or not one.contents:
        return None
    first = one.contents[0]
    for quotation in quoted:
        begun = quotation.start < first.start and first.start - quotation.start < FARTHEST
        if begun and quotation.end - 2 <= first.end <= quotation.end + 1:
            return quotation.start
    return None


def _all_quoted(one: Attribution, quoted: Sequence[Span]) -> bool:
    """Whether the content is one quotation: what stands before it is told in the reporter's own words."""
    first, last = one.contents[0], one.contents[-1]
    return any(abs(q.start - first.start) <= 1 and abs(q.end - last.end) <= 2 for q in quoted)


def _sentence(parse: Parse, one: Attribution) -> int | None:
    """Where the sentence begins that ends with who says it."""
    if len(one.contents) != 1 or not one.sources or not one.cues or _passive(parse, one.cues[0]):
        return None
    content, marks = one.contents[0], [*one.sources, *one.cues]
    opening = min(f.start for f in marks)
    if not 0 <= opening - content.end <= 2:
        return None
    first, last = parse.first_at(content.start), parse.first_at(max(f.end for f in marks) - 1)
    if last >= len(parse.words) or parse.words[first].sentence != parse.words[last].sentence:
        return None
    begin, end = parse.sentences[parse.words[first].sentence]
    begin = _unfused(parse, begin, first)
    behind = [w for w in parse.words[last + 1 : end] if w.pos != "PUNCT"]
    before = [w for w in parse.words[begin:first] if w.pos != "PUNCT"]
    after = len(behind) > AFTERWARDS or any(w.pos in {"VERB", "AUX"} for w in behind)
    if after or not any(w.pos in {"VERB", "AUX"} for w in before) or before[-1].lower in LEADING_IN:
        return None
    return parse.words[begin].start


def _passive(parse: Parse, cue: Fragment) -> bool:
    words = [parse.words[i] for i in parse.inside(Span(cue.start, cue.end))]
    return any(w.dep == "auxpass" for w in words)


def _unfused(parse: Parse, begin: int, first: int) -> int:
    """The word with which the sentence begins where a headline without a full stop runs into it.

    "Tags Velm Karsk At least six …": a capital on a word that is no name, right after a word, begins anew.
    """
    words = parse.words
    anew = [i for i in range(begin + 1, first + 1) if _opens(words[i]) and words[i - 1].pos != "PUNCT"]
    return anew[-1] if anew else begin


def _opens(word: Word) -> bool:
    written = word.text[0].isupper() and (len(word.text) == 1 or not word.text.isupper())
    return written and word.pos not in {"PROPN", "NOUN", "ADJ"}


def _spoken(found: Sequence[Attribution], one: Attribution, gap: Span) -> bool:
    """Whether somebody else speaks in what would be added."""
    others = [f for a in found if a is not one for f in (*a.sources, *a.cues)]
    return any(f.start < gap.end and gap.start < f.end for f in (*others, *one.sources, *one.cues))


def _only_content(found: Attribution, area: Span) -> bool:
    """Whether an attribution is no more than words that are now part of another's content."""
    if found.sources or found.cues:
        return False
    return all(area.start <= f.start and f.end <= area.end for f in found.contents)

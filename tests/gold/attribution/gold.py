"""The gold set of attributions, typed and checked.

    python -m tests.gold.attribution.gold     prints each fault and the counts; status 1 if there is a fault

Spans are `(start, end)` in code points of the item's text. A speaker or a link of a chain may have several acceptable
names, parted with " | ", and so may a stance; the speakers of a joint statement are joined with " & ".
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

SENTENCES = Path(__file__).parent / "sentences.jsonl"
ARTICLE = re.compile(r"^(?:the|an?)\s+")
DEEP = 3  # levels from which on a chain counts as deep

Part = Literal["table", "held"]
Range = tuple[int, int]


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all: a misspelt field in the gold is an error, never ignored."""


class Attribution(Shape, frozen=True):
    """One statement of an item; `within` is the index of the one whose content holds it."""

    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: Range | None
    speaker: str | None
    chain: tuple[str, ...]
    stance: str
    mode: Literal["direct", "indirect", "mixed"]
    told_to: str | None
    within: int | None
    anonymous: bool

    @property
    def speakers(self) -> tuple[frozenset[str], ...]:
        """The acceptable names of each speaker, folded; empty where nobody is named."""
        return tuple(names(one) for one in self.speaker.split(" & ")) if self.speaker else ()

    @property
    def links(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """The chain, outermost first: each link is one or more actors, each with its acceptable names, folded."""
        return tuple(tuple(names(one) for one in link.split(" & ")) for link in self.chain)

    @property
    def stances(self) -> frozenset[str]:
        """The acceptable stances."""
        return names(self.stance)


class Item(Shape, frozen=True):
    """One text, the form it shows, and its statements (none: nobody is reported to have said anything)."""

    id: str
    part: Part
    form: str
    text: str
    statements: tuple[Attribution, ...]

    def depth(self, index: int) -> int:
        """How many statements stand above this one, itself included."""
        within = self.statements[index].within
        return 1 if within is None else 1 + self.depth(within)

    @property
    def deepest(self) -> int:
        """The longest nesting of the item; 0 where it has no statement."""
        return max((self.depth(i) for i in range(len(self.statements))), default=0)

    def of(self, span: Range) -> str:
        """The characters of a span."""
        return self.text[span[0] : span[1]]


def names(listed: str) -> frozenset[str]:
    """The alternatives of a field that lists them with " | ", each as `folded` gives it."""
    return frozenset(map(folded, listed.split(" | ")))


def folded(name: str) -> str:
    """A name as it is compared: in lower case and without the article before it."""
    return ARTICLE.sub("", name.casefold())


def load(part: Part | None = None) -> tuple[Item, ...]:
    """The items of one part, or of both, in the file's order; msgspec's errors say which field is wrong."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    items = (msgspec.json.decode(line, type=Item) for line in lines)
    return tuple(item for item in items if part in {None, item.part})


def faults(item: Item) -> Iterator[str]:
    """What is wrong with an item, in words."""
    for index, said in enumerate(item.statements):
        where = f"{item.id}, statement {index}"
        for span in (*said.content, *said.cue, *([said.source] if said.source else [])):
            yield from (f"{where}: {fault}" for fault in _misplaced(span, item.text))
        yield from (f"{where}: {fault}" for fault in _incoherent(item, index))


def _misplaced(span: Range, text: str) -> Iterator[str]:
    start, end = span
    if not 0 <= start < end <= len(text):
        yield f"{span} is not inside the text of {len(text)} characters"
        return
    piece = text[start:end]
    if piece != piece.strip():
        yield f"{piece!r} is not trimmed"
    if _inside_word(text, start) or _inside_word(text, end):
        yield f"{piece!r} cuts a word"


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _incoherent(item: Item, index: int) -> Iterator[str]:
    said = item.statements[index]
    if not said.content:
        yield "has no content"
    if list(said.content) != sorted(said.content) or _overlap(said.content):
        yield "its fragments are out of order or overlap"
    around = (*said.cue, *([said.source] if said.source else []))
    if any(_overlap((own, other)) for own in said.content for other in around) or _overlap(sorted(around)):
        yield "source, cue and content overlap"
    if (said.source is None) != (said.speaker is None) or (said.source is None and not said.anonymous):
        yield "a speaker needs a source, and without one the statement is anonymous"
    if said.speaker and said.links[-1:] != (said.speakers,):
        yield f"the chain {said.chain} does not end with the speaker {said.speaker!r}"
    yield from _ill_held(item, index)


def _ill_held(item: Item, index: int) -> Iterator[str]:
    said = item.statements[index]
    if said.within is None:
        return
    if not 0 <= said.within < index:
        yield f"is within {said.within}, which does not stand before it"
        return
    holder = item.statements[said.within]
    if not all(any(a <= start and end <= b for a, b in holder.content) for start, end in said.content):
        yield "its content is outside its holder's"
    if said.chain[: len(holder.chain)] != holder.chain and said.speakers != holder.speakers:
        yield f"its chain {said.chain} does not begin with its holder's"


def _overlap(spans: Sequence[Range]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for i, a in enumerate(spans) for b in spans[i + 1 :])


def counts(items: Sequence[Item]) -> dict[str, tuple[int, int]]:
    """How many items of the table and of the held part show each form, in the order the forms first appear."""
    found = Counter((item.form, item.part) for item in items)
    forms = dict.fromkeys(item.form for item in sorted(items, key=lambda i: i.part, reverse=True))
    return {form: (found[form, "table"], found[form, "held"]) for form in forms}


def main() -> int:
    items = load()
    wrong = [fault for item in items for fault in faults(item)]
    print("\n".join(wrong))
    for form, (table, held) in counts(items).items():
        print(f"| {form} | {table} | {held} |")
    said = [s for item in items for s in item.statements]
    print(f"{len(items)} items, {len(said)} statements, {sum(s.within is not None for s in said)} nested")
    for name, number in marks(items).items():
        print(f"{number:4} {name}")
    return 1 if wrong else 0


def marks(items: Sequence[Item]) -> dict[str, int]:
    """How many items show what may come with any form."""
    return {
        "nested": sum(i.deepest > 1 for i in items),
        "three or more deep": sum(i.deepest >= DEEP for i in items),
        "with an unnamed speaker": sum(any(s.anonymous for s in i.statements) for i in items),
        "with a content in several pieces": sum(any(len(s.content) > 1 for s in i.statements) for i in items),
        "with more than one statement": sum(len(i.statements) > 1 for i in items),
        "without any statement": sum(not i.statements for i in items),
        "as scraped": sum(i.form.startswith("scraped") for i in items),
        "with a trap or without any statement": sum(is_trap(i) for i in items),
    }


def is_trap(item: Item) -> bool:
    """Whether the item holds words that look like an attribution and are none."""
    return "trap" in item.form or item.form == "hard negative"


if __name__ == "__main__":
    sys.exit(main())

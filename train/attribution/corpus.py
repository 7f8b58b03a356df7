"""The annotated articles, and the ways one is varied from epoch to epoch."""

import json
import random
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROLES = ("source", "cue", "content")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution's fragments, a tuple of spans a role in the order of `ROLES`."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def of(self, role: str) -> tuple[Span, ...]:
        """The spans of a role."""
        spans: tuple[Span, ...] = getattr(self, role)
        return spans


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its attributions as one annotator saw them, and as the others did."""

    text: str
    attributions: tuple[Attributed, ...]
    others: tuple[tuple[Attributed, ...], ...] = ()

    def seen_by_one(self, rng: random.Random) -> "Article":
        """The article as a random one of its annotators saw it."""
        return Article(self.text, rng.choice((self.attributions, *self.others)))


def load(path: Path) -> list[Article]:
    """The articles of a JSONL corpus, fragments trimmed."""
    with path.open(encoding="utf-8") as rows:
        return [_article(json.loads(row)) for row in rows]


def passages(text: str) -> list[Span]:
    """The non-blank lines of a text."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def field_style(article: Article, rng: random.Random) -> Article:
    """The article as collections of field reports hand it over: no commas or apostrophes, one single line."""
    lost = ",'’‘" + ('"“”' if rng.random() < 0.2 else "")
    kept: list[str] = []
    moved = [0]
    for char in article.text:
        if char == "\n":
            kept.append(" ")
        elif char not in lost:
            kept.append(char)
        moved.append(len(kept))
    attributions = tuple(_moved(a, moved) for a in article.attributions)
    return Article("".join(kept), attributions)


def trimmed(text: str, span: Span) -> Span | None:
    """The span without punctuation or blanks at its edges, or None where nothing else is left."""
    start, end = span
    while start < end and _edge(text[start]):
        start += 1
    while end > start and _edge(text[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _moved(attributed: Attributed, moved: Sequence[int]) -> Attributed:
    return Attributed(*(tuple(_shifted(attributed.of(role), moved)) for role in ROLES))


def _shifted(spans: Sequence[Span], moved: Sequence[int]) -> Iterator[Span]:
    for start, end in spans:
        if moved[start] < moved[end]:
            yield moved[start], moved[end]


def _article(row: Mapping[str, Any]) -> Article:
    text = str(row["text"])
    others = tuple(_seen(text, seen) for seen in row["other_annotators"].values())
    return Article(text, _seen(text, row["attributions"]), others)


def _seen(text: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Attributed, ...]:
    return tuple(Attributed(*(_fragments(text, row.get(role) or ()) for role in ROLES)) for row in rows)


def _fragments(text: str, spans: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """Fragments without the punctuation at their edges: annotators differ on it, and the run time adds it by rule."""
    given = [(int(start), int(end)) for start, end in spans]
    kept = sorted({t for span in given if (t := trimmed(text, span))})
    return tuple(kept) if kept else tuple(sorted(given))


def _edge(char: str) -> bool:
    return char.isspace() or char in "`´" or unicodedata.category(char)[0] in "PZC"

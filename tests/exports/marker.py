"""Spans and findings by their words, so that a reading made by hand reads as a list of words."""

from __future__ import annotations

import re

from communique.domain.actor import Mention
from communique.domain.attribution import Mode, Statement
from communique.domain.provenance import Provenance
from communique.domain.span import Span

HAND = Provenance("by hand@1")


def places(text: str, words: str) -> list[Span]:
    """Everywhere that `words` stand in `text` as whole words."""
    return [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def at(text: str, words: str, nth: int = 1) -> Span:
    """Where `words` stand in `text` for the nth time; fails when they do not."""
    return places(text, words)[nth - 1]


def paragraphs(text: str, *openings: str) -> tuple[Span, ...]:
    """The lines that begin with each of `openings`."""
    return tuple(Span(s := text.index(words), text.index("\n", s)) for words in openings)


class Marker:
    """Finds words in one text, so that the readings below read as lists of words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def spans(self, *words: str) -> tuple[Span, ...]:
        """A span for each of the words, each at its first place."""
        return tuple(at(self.text, one) for one in words)

    def near(self, said: tuple[Span, ...], words: tuple[str, ...]) -> tuple[Span, ...]:
        """A span for each of the words, where it stands nearest to what is said."""
        return tuple(
            min(places(self.text, one), key=lambda s: min(abs(s.start - c.end) + abs(c.start - s.end) for c in said))
            for one in words
        )

    def says(
        self,
        number: int,
        source: tuple[str, ...],
        cue: tuple[str, ...],
        content: tuple[str, ...],
        *,
        chain: tuple[str, ...],
        actors: tuple[str, ...] = (),
        stance: str = "asserts",
        mode: Mode = "indirect",
        within: int | None = None,
        told_to: str | None = None,
        anonymous: bool = False,
        confidence: float | None = None,
        confidences: tuple[tuple[str, float], ...] = (),
    ) -> Statement:
        """A statement of these words; source and cue are taken where they stand nearest to the content."""
        said = self.spans(*content)
        return Statement(
            id=f"s{number}",
            content=said,
            cue=self.near(said, cue),
            source_spans=self.near(said, source),
            source_actors=actors,
            mode=mode,
            stance=stance,
            chain=chain,
            made=Provenance("attribution@1", confidence),
            anonymous=anonymous,
            told_to=told_to,
            within=f"s{within}" if within else None,
            confidences=confidences,
        )

    def named(
        self, number: int, words: str, *, actor: str | None = None, place: str | None = None, nth: int = 1
    ) -> Mention:
        """A mention of an actor or a place."""
        kind = "person" if actor else "place"
        return Mention(f"m{number}", at(self.text, words, nth), kind, HAND, actor=actor, place=place)

"""What the words around a name say about it: where something is, what kind of place it is, or that it is a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.language.places_lexicon import PlaceWords
from communique.language.places_names import Name, Piece, PlaceToken, joined

NOMINAL = frozenset(("PROPN", "NOUN", "X", "INTJ"))
MODIFIER = frozenset(("ADJ", "DET", "NUM", "ADV", "PUNCT", "AUX"))
REACH = 4  # tokens between a preposition and the name it leads to ("in the rebel-held northern …")
DATELINE = frozenset(",-–—(/:")
ENDS = frozenset('.;:!?"”')
# Countries by their initials stand before nouns as adjectives: "US officials" is no place.
INITIALS = frozenset(("us", "uk", "uae", "usa", "dprk", "ksa", "drc"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """`head` is the noun that says what the name is ("province"); `person` that it belongs to a person's name."""

    located: bool
    head: str | None
    person: bool
    adjective: bool
    touching: tuple[int, ...]  # pieces next to it that are capitalised, as if of one longer name
    nominal: bool
    dateline: bool
    capitals: bool  # written in capitals throughout


@dataclass(frozen=True)
class Scene:
    """The text with its tokens and pieces, and what has been found out about names of persons so far."""

    text: str
    tokens: Sequence[PlaceToken]
    parts: Sequence[Piece]
    words: PlaceWords

    def evidence(self, name: Name) -> Evidence:
        """What the neighbours of `name` say."""
        first, last = self.parts[name.first], self.parts[name.last]
        surface = self.text[name.start : name.end]
        letters = [c for c in surface if c.isalpha()]
        tokens = self.tokens[first.token : last.token + 1]
        return Evidence(
            located=self._located(first.token),
            head=self._head(name),
            person=self._titled(name) or self._in_longer_person(name),
            adjective=self._adjective(name),
            touching=self._touching(name),
            nominal=any(t.pos in NOMINAL for t in tokens) or not self._opens_sentence(first.token),
            dateline=self._dateline(name),
            capitals=all(c.isupper() for c in letters),
        )

    def _located(self, at: int) -> bool:
        for i in range(at - 1, max(-1, at - 2 - REACH), -1):
            word = self.tokens[i].text.lower()
            if word in self.words.locative:
                return True
            if word == "of":
                return i > 0 and self.tokens[i - 1].text.lower() in self.words.leads_of
            if word in ("for", "on"):
                return i == at - 1 and word == "for"
            if word in ENDS:
                return False
            compound = self.text[self.tokens[i].end : self.tokens[i].end + 1] == "-"
            if not compound and self.tokens[i].pos not in MODIFIER and word not in self.words.before and word != "held":
                return False
        return False

    def _head(self, name: Name) -> str | None:
        after = self._after(name)
        if after and after.lower in self.words.heads and not self._possessed(name):
            return after.lower
        i = self.parts[name.first].token - 1
        for word in ("the", "of"):
            if i >= 0 and self.tokens[i].text.lower() == word:
                i -= 1
        before = self.tokens[i].text if i >= 0 else ""
        of = i + 1 < self.parts[name.first].token
        return before if before in self.words.heads and (of or before in self.words.settlement_heads) else None

    def _possessed(self, name: Name) -> bool:
        """Whether a possessive s without apostrophe was left off: then what follows is another name."""
        return name.end < self.parts[name.last].end

    def _opens_sentence(self, token: int) -> bool:
        return token == 0 or self.tokens[token - 1].text[-1:] in (".", "!", "?", ":", "\n", "-", "–", "—", '"', "“", "")

    def _titled(self, name: Name) -> bool:
        if name.first == 0 or not joined(self.text, self.parts, name.first - 1):
            return False
        before = self.parts[name.first - 1]
        return before.lower in self.words.titles and (before.capital or before.lower not in ("general", "leader"))

    def _in_longer_person(self, name: Name) -> bool:
        """Whether the parser takes it for a part of a longer person's name."""
        first, last = self.parts[name.first].token, self.parts[name.last].token
        if self.tokens[first].ent != "PERSON" or self._possessed(name):
            return False
        left = first > 0 and self.tokens[first - 1].ent == "PERSON" and self.tokens[first - 1].pos == "PROPN"
        right = last + 1 < len(self.tokens) and self.tokens[last + 1].ent == "PERSON"
        return left or (right and self.tokens[last + 1].pos == "PROPN")

    def _adjective(self, name: Name) -> bool:
        """Whether it only says whose something is ("US officials", "Russia-backed") or opens a word ("Ban Ki-moon")."""
        following = name.last + 1
        if following < len(self.parts) and self.text[name.end : self.parts[following].start] == "-":
            after = self.parts[following]
            return not after.capital and after.lower not in self.words.suffixes
        token = self.parts[name.last].token + 1
        if name.key not in INITIALS or token >= len(self.tokens):
            return False
        return self.tokens[token].pos in ("NOUN", "PROPN", "ADJ", "NUM")

    def _touching(self, name: Name) -> tuple[int, ...]:
        found = []
        if self._before(name) and self._foreign(name.first - 1, self.words.before | self.words.heads):
            found.append(name.first - 1)
        if (
            not self._possessed(name)
            and self._after(name)
            and self._foreign(name.last + 1, self.words.after | self.words.heads)
        ):
            found.append(name.last + 1)
        return tuple(found)

    def _foreign(self, at: int, allowed: frozenset[str]) -> bool:
        piece = self.parts[at]
        return piece.capital and self.tokens[piece.token].pos == "PROPN" and piece.lower not in allowed

    def _before(self, name: Name) -> Piece | None:
        if name.first and self.text[self.parts[name.first - 1].end : name.start] in (" ", "-"):
            return self.parts[name.first - 1]
        return None

    def _after(self, name: Name) -> Piece | None:
        following = name.last + 1
        if following < len(self.parts) and self.text[self.parts[name.last].end : self.parts[following].start] == " ":
            return self.parts[following]
        return None

    def _dateline(self, name: Name) -> bool:
        line = self.text.rfind("\n", 0, name.start) + 1
        return not self.text[line : name.start].strip() and self.text[name.end : name.end + 2].strip()[:1] in DATELINE

    @cached_property
    def person_words(self) -> frozenset[str]:
        """Words of names that stand after a title or that the parser takes for a person's first and last name."""
        found = set()
        for piece in self.parts:
            token = self.tokens[piece.token]
            if token.ent == "PERSON" and token.pos == "PROPN":
                near = self.tokens[max(0, piece.token - 1) : piece.token + 2]
                if sum(t.ent == "PERSON" and t.pos == "PROPN" for t in near) > 1:
                    found.add(piece.lower)
        return frozenset(found)

"""Names: which words of a report name a person, an organisation or a group, before anybody asks who that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from communique.knowledge.known import Known
from communique.language.actor_words import ActorWords, load_actor_words
from communique.language.words import Parse, Word


class NameIndex(Protocol):
    """Finds known names in running text."""

    def longest(self, tokens: Sequence[str], at: int) -> tuple[Known, int] | None:
        """The longest known name that begins with the token `at`, and how many tokens it takes."""


def nowhere(name: str) -> bool:
    """Whether a name is a known place's, where none is known."""
    return False


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: the indices of its first and last word, both included."""

    first: int
    last: int
    text: str
    kind: str  # an actor kind, or title, nationality, capital
    known: Known | None = None


LOCATIVE = {"in", "at", "near", "around", "outside", "inside", "into", "across", "from"}
NO_BODIES = {"GMT", "UTC", "EST", "EDT", "CET", "BST", "AM", "PM", "TV", "PDF"}  # what the parser takes for bodies
NICKED = {'"', "“", "”", "``", "''"}
ARTICLES = {"the", "a", "an"}
JOINING = {"of", "for", "on", "in"}
TRAILING = JOINING | ARTICLES | {"and", "to"}  # where capitals are set on every word, a cut name may end in one
MAX_WORDS = 9
LONGEST_NAME = 3  # words of a person's name behind a region
SENT_TO = {"envoy", "representative", "coordinator", "rapporteur"}
LONGEST_TITLE = 7  # words of an office that a name follows without a comma
LONGEST_WORD = 40  # letters; what is longer is no word of a name in any language of a newsroom
MOST_CHARACTERS = 120  # of a name
# What a known name is taken for, where that is not the kind of the thing it stands for.
BY_SENSE = {"adjective": "nationality", "people": "nationality", "capital": "capital", "title": "title"}
# Known names that other stages read.
NOT_ACTORS = {"instrument", "process", "zone", "arms"}
ENTITIES = {"PERSON", "ORG", "NORP"}
POSSESSIVE = {"'s", "’s", "'", "’"}


class NameFinder:
    """Finds names by what is known, by the words organisations are called by, and by the parser's entities."""

    def __init__(
        self,
        index: NameIndex | None,
        *,
        is_place: Callable[[str], bool] = nowhere,
        lexicon: ActorWords | None = None,
    ) -> None:
        self._index = index
        self._is_place = is_place
        self._lexicon = lexicon or load_actor_words()

    def find(self, parse: Parse) -> tuple[Name, ...]:
        """The names in reading order; none overlaps another or runs over a sentence's end."""
        found: list[Name] = []
        for first, end in parse.sentences:
            tokens = [w.text for w in parse.words[first:end]]
            i = first
            while i < end:
                name = self._at(parse, i, self._hit(tokens, i - first), tokens, first)
                if name is not None and name.kind not in NOT_ACTORS:
                    found.append(name)
                i = i + 1 if name is None else name.last + 1
        return tuple(found)

    def _hit(self, tokens: Sequence[str], at: int) -> tuple[Known, int] | None:
        return self._index.longest(tokens, at) if self._index else None

    def _at(
        self, parse: Parse, i: int, hit: tuple[Known, int] | None, tokens: Sequence[str], first: int
    ) -> Name | None:
        run = self._run(parse.words, i)
        if hit and i + hit[1] - 1 >= run:
            return self._known(parse, i, hit)
        if run < i:
            return self._known(parse, i, hit) if hit else None
        organisation = self._organisation(parse, i, self._before_a_state(parse.words, i, run, tokens, first))
        if organisation and (hit is None or organisation.last > i + hit[1] - 1):
            return organisation
        if hit:
            return self._known(parse, i, hit)
        held = any(self._hit(tokens, j - first) for j in range(i + 1, run + 1))
        return self._person(parse, i, run, holds_known=held)

    def _before_a_state(self, words: Sequence[Word], i: int, run: int, tokens: Sequence[str], first: int) -> int:
        """Where a run of capitals ends if a name begins right behind an organisation's: "… Organization Syria"."""
        for j in range(i + 1, run + 1):
            if words[j - 1].lower in self._lexicon.organisations and self._hit(tokens, j - first):
                return j - 1
        return run

    def _known(self, parse: Parse, i: int, hit: tuple[Known, int]) -> Name:
        known, length = hit
        last = i + length - 1
        kind = BY_SENSE.get(known.sense, known.kind)
        if kind == "government" and self._adjectival(parse.words, i, last):
            kind = "nationality"
        return Name(i, last, parse.span(i, last).of(parse.text), kind, known)

    @staticmethod
    def _adjectival(words: Sequence[Word], first: int, last: int) -> bool:
        """Whether a state's name stands before a noun as its adjective, as in "Russian minister"."""
        word = words[last]
        return word.pos == "ADJ" or (word.dep in {"amod"} and word.head > last)

    # -- runs of capitals ---------------------------------------------------------------------------------------
    def _run(self, words: Sequence[Word], i: int) -> int:
        """The last word of the run of capitalised words that begins at `i`; `i - 1` if none does."""
        if not self._capital(words[i]) or words[i].lower in ARTICLES or self._opens_sentence_only(words, i):
            return i - 1
        last = i
        j = i + 1
        while j < len(words) and j - i < MAX_WORDS and words[j].sentence == words[i].sentence:
            word = words[j]
            if self._capital(word):
                last = j
            elif self._nickname(words, j):
                j += 2
            elif not (word.text == "-" or word.lower in self._lexicon.particles):
                break
            j += 1
        return last

    def _nickname(self, words: Sequence[Word], j: int) -> bool:
        """Whether a nickname in quotation marks stands there, inside a name: Richard "Tex" Coe."""
        if j + 3 >= len(words) or words[j].text not in NICKED or words[j + 2].text not in NICKED:
            return False
        return self._capital(words[j + 1]) and self._capital(words[j + 3])

    @staticmethod
    def _capital(word: Word) -> bool:
        return word.text[0].isupper() and word.text[0].isalpha() and len(word.text) <= LONGEST_WORD

    def _opens_sentence_only(self, words: Sequence[Word], i: int) -> bool:
        first = i == 0 or words[i - 1].sentence != words[i].sentence or words[i - 1].text in {"“", '"'}
        return first and words[i].pos not in {"PROPN"} and not words[i].ent

    # -- organisations ------------------------------------------------------------------------------------------
    def _organisation(self, parse: Parse, i: int, run: int) -> Name | None:
        words = parse.words
        first = i
        while first < run and words[first].lower in ARTICLES:
            first += 1
        end = self._until_role(words, first, run)
        if end < first or not self._names_a_body(words, first, end):
            return None
        if end == run:
            end = self._extended(words, end)
        while end > first and (words[end].lower in TRAILING or words[end].end - words[first].start > MOST_CHARACTERS):
            end -= 1
        if end == first:
            return None
        kind = "armed group" if any(w.lower in self._lexicon.armed for w in words[first : end + 1]) else "organisation"
        return Name(first, end, parse.span(first, end).of(parse.text), kind)

    def _names_a_body(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether the head is a noun for a body: the last word, the one before "of", or an Arabic first word."""
        return words[end].lower in self._lexicon.organisations or words[first].lower in self._lexicon.armed

    def _until_role(self, words: Sequence[Word], first: int, run: int) -> int:
        for j in range(first + 1, run + 1):
            if words[j].lower in self._lexicon.roles:
                return j - 1
        return run

    def _extended(self, words: Sequence[Word], end: int) -> int:
        j = end + 1
        if j < len(words) and words[j].lower in JOINING:
            j += 1
            if j < len(words) and words[j].lower == "the":
                j += 1
            if j < len(words) and self._capital(words[j]) and words[j].sentence == words[end].sentence:
                if words[j - 1].lower in {"in", "on"} and words[j].ent in {"GPE", "LOC", "DATE"}:
                    return end
                return self._run(words, j) if self._run(words, j) >= j else end
        return end

    # -- people -------------------------------------------------------------------------------------------------
    def _person(self, parse: Parse, i: int, run: int, *, holds_known: bool) -> Name | None:
        words = parse.words
        first = i
        for j in range(i, run + 1):
            if words[j].lower in self._lexicon.roles:
                first = j + 1
        if first > run:
            return None
        while first <= run and (words[first].text == "-" or words[first].lower in ARTICLES):
            first += 1
        last = run
        ents = {w.ent for w in words[first : last + 1]}
        titled = first > i or self._titled(words, i) or (last > first and self._behind_an_office(words, first))
        behind = self._behind_a_region(parse, first, last)
        if behind:
            return Name(behind, last, parse.span(behind, last).of(parse.text), "person")
        if first > last:
            return None
        located = first == last and first > 0 and words[first - 1].lower in LOCATIVE
        if not titled and self._only_arms(parse, first):
            return self._passed_over(parse, first, first if holds_known else last)
        longer = (parse.span(first, k).of(parse.text) for k in range(last, min(last + 2, len(words) - 1) + 1))
        if not titled and any(self._is_place(text) for text in longer):
            return None  # "Ondava", where what is meant is "the Ondava crossing"
        if titled or ("PERSON" in ents and not located):
            first, last = self._tightened(words, first, last, titled)
            return Name(first, last, parse.span(first, last).of(parse.text), "person")
        if holds_known:
            return None  # "Meeting de Mistura": the known name inside is found for itself
        if words[first].text in NO_BODIES:
            return None
        if "ORG" in ents:
            return Name(first, last, parse.span(first, last).of(parse.text), "organisation")
        if "NORP" in ents:
            return Name(first, last, parse.span(first, last).of(parse.text), "people")
        return None

    def _behind_a_region(self, parse: Parse, first: int, last: int) -> int | None:
        """Where the name begins in "Minister for the Middle East Tobias Ellwood"; None where no region leads it in."""
        words = parse.words
        if first > 1 and words[first - 1].lower == "for" and words[first - 2].lower in SENT_TO and last - first >= 2:
            return first + 1  # "Special Envoy for Varenia Lena Okafor": of a country that no pack knows
        led = first > 1 and words[first - 1].lower in {"the", "for", "of"}
        if not led or not any(w.lower in self._lexicon.roles for w in words[max(0, first - 4) : first]):
            return None
        for cut in range(last - 1, first, -1):
            region = parse.span(first, cut - 1).of(parse.text)
            known = region.lower() in self._lexicon.regions or self._is_place(region)
            if known and last - cut < LONGEST_NAME:
                return cut
        return None

    def _only_arms(self, parse: Parse, i: int) -> bool:
        """Whether a capital says nothing of a word for arms or fighting, because it opens a sentence or a headline.

        "Shell hits market": the company has a capital elsewhere in the report as well, where none is due.
        """
        word = parse.words[i]
        return word.lower in self._lexicon.arms and not any(
            other.text == word.text and not self._opens(parse, other.i) for other in parse.words
        )

    @staticmethod
    def _opens(parse: Parse, i: int) -> bool:
        """Whether a capital is due to the place of the word: a sentence's or a quotation's first, or in a headline."""
        words = parse.words
        if i == 0 or words[i - 1].sentence != words[i].sentence or words[i - 1].text in {"“", '"', ":"}:
            return True
        return parse.passages[parse.passage_of_sentence[words[i].sentence]].kind != "body"

    @staticmethod
    def _passed_over(parse: Parse, first: int, last: int) -> Name:
        """The words that the parser takes for one name with the first, as a name that is nobody's."""
        end = first
        while end < last and parse.words[end + 1].ent in ENTITIES and not parse.words[end + 1].ent_begins:
            end += 1
        return Name(first, end, parse.span(first, end).of(parse.text), "arms")

    def _titled(self, words: Sequence[Word], i: int) -> bool:
        return i > 0 and words[i - 1].lower in self._lexicon.roles and words[i - 1].sentence == words[i].sentence

    def _behind_an_office(self, words: Sequence[Word], first: int) -> bool:
        """Whether a run of capitals ends a title without a comma: "governor of the district Marek Toll"."""
        led = False
        for k in range(first - 1, max(-1, first - LONGEST_TITLE), -1):
            word = words[k]
            if word.sentence != words[first].sentence or word.pos not in {"ADP", "DET", "NOUN", "PROPN", "ADJ"}:
                return False
            if word.lower in self._lexicon.roles:
                return led
            led = led or word.lower == "of"
        return False

    @staticmethod
    def _tightened(words: Sequence[Word], first: int, last: int, titled: bool) -> tuple[int, int]:
        """The person entity inside a run, so that "Damascus Ahmed Dbais" keeps only the man's name."""
        inside = [j for j in range(first, last + 1) if words[j].ent == "PERSON"]
        if titled or not inside or len(inside) == last - first + 1:
            return first, last
        return inside[0], inside[-1]

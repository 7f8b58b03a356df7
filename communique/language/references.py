"""Whom a phrase means: names, surnames, pronouns, descriptions, sums of actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.language.cast import Cast
from communique.language.descriptions import Describer
from communique.language.figures import Appearance, Figure, name_tokens
from communique.language.referent import UNRESOLVED, Referent, Situation
from communique.language.words import Word

FIRST_PERSON = {"i", "we", "me", "us", "my", "our", "myself", "ourselves"}
THIRD_PERSON = {"he", "she", "him", "her", "himself", "herself", "his"}
THINGS = {"it", "its", "itself"}
RELATIVE = {"who", "which", "that"}
MANY = {"they", "them", "their", "themselves"}
SIDES = {
    "sides",
    "parties",
    "ministers",
    "presidents",
    "leaders",
    "countries",
    "officials",
    "diplomats",
    "envoys",
    "delegations",
}
LEANING = {"pronoun", "description"}  # appearances that were resolved themselves


class Resolver:
    """Resolves the phrases of one report against its cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.words: Sequence[Word] = cast.parse.words
        self.lexicon = cast.lexicon
        self._describer = Describer(cast)

    def resolve(self, phrase: range, situation: Situation) -> Referent:
        """Whom the words of `phrase` mean; anonymous where none of them is named by name or office."""
        found = self._resolved(phrase, situation)
        return replace(found, anonymous=all(f.anonymous for f in found.figures))

    def _resolved(self, phrase: range, situation: Situation) -> Referent:
        phrase = self._trimmed(phrase)
        if not phrase:
            return UNRESOLVED
        if len(phrase) == 1 and self.words[phrase[0]].pos in {"PRON", "DET"}:
            return self._pronoun(self.words[phrase[0]], situation)
        if self._is_sum(phrase):
            return self._sum(phrase, situation)
        listed = self._listed(phrase)
        if listed:
            return Referent(listed, "named one after another", 0.85)
        parts = self._coordinated(phrase)
        found = [self._part(part, situation) for part in parts]
        figures = tuple(dict.fromkeys(f.id for r in found for f in r.figures))
        if not figures:
            return UNRESOLVED
        return Referent(
            tuple(self.cast.figures[f] for f in figures),
            found[0].reason,
            min(r.confidence for r in found if r.figures),
        )

    def _trimmed(self, phrase: range) -> range:
        first, last = phrase.start, phrase.stop - 1
        while first <= last and self.words[first].pos in {"PUNCT", "SPACE"}:
            first += 1
        while last >= first and self.words[last].pos in {"PUNCT", "SPACE", "PART"}:
            last -= 1
        return range(first, last + 1)

    # -- pronouns -----------------------------------------------------------------------------------------------
    def _pronoun(self, word: Word, situation: Situation) -> Referent:
        lower = word.lower
        if lower in RELATIVE:
            return self._antecedent(word, situation)
        if lower in FIRST_PERSON:
            speaker = situation.enclosing or (situation.speakers[-1] if situation.speakers else ())
            return Referent(tuple(speaker), "first person", 0.8) if speaker else UNRESOLVED
        if situation.enclosing and not situation.enclosing_direct and self._fits(lower, situation.enclosing):
            return Referent(situation.enclosing, "pronoun inside the speaker's words", 0.75)
        for speakers in reversed(situation.speakers[-4:]):
            if self._fits(lower, speakers):
                return Referent(speakers, "pronoun, the speaker before", 0.8)
        for figure in self.cast.before(word.i):
            if self._fits(lower, (figure,)):
                return Referent((figure,), "pronoun, the nearest before", 0.6)
        return UNRESOLVED

    def _antecedent(self, pronoun: Word, situation: Situation) -> Referent:
        """Whom "which" or "who" stands for: the noun that its clause hangs on, with what belongs to it before."""
        parse, verb = self.cast.parse, pronoun
        while verb.dep != "relcl" and verb.head != verb.i:
            verb = self.words[verb.head]
        noun = self.words[verb.head] if verb.dep == "relcl" else self.words[max(0, pronoun.i - 1)]
        if noun.i >= pronoun.i or noun.pos not in {"NOUN", "PROPN"}:
            return UNRESOLVED
        first = min(i for i in parse.subtree(noun.i) if i <= noun.i)
        found = self._part(range(first, noun.i + 1), situation)
        return replace(found, reason="relative pronoun", confidence=min(found.confidence, 0.7))

    def _fits(self, pronoun: str, figures: Sequence[Figure]) -> bool:
        if not figures:
            return False
        if pronoun in MANY or pronoun in {"both", "others", "all", "some"}:
            return len(figures) > 1 or figures[0].plural or not (figures[0].is_person or figures[0].gender)
        if len(figures) > 1:
            return False
        figure = figures[0]
        if pronoun in THIRD_PERSON:
            if not (figure.is_person or (figure.described and not figure.plural)):
                return False
            wanted = "f" if pronoun in {"she", "her", "herself"} else "m"
            return figure.gender in {None, wanted}
        if pronoun in THINGS or pronoun == "this":
            return not figure.is_person and not figure.plural and not (figure.described and figure.anonymous)
        return False

    # -- sums ---------------------------------------------------------------------------------------------------
    def _is_sum(self, phrase: range) -> bool:
        lower = [self.words[i].lower for i in phrase]
        if any(a.first in phrase for a in self.cast.appearances):
            return False
        return ("both" in lower and len(lower) <= 3) or (
            lower[-1] in SIDES and ("two" in lower or "both" in lower or (lower[0] == "the" and len(lower) == 2))
        )

    def _sum(self, phrase: range, situation: Situation) -> Referent:
        last = self.words[phrase[-1]].lower
        for speakers in reversed(situation.speakers):
            if len(speakers) == 2:
                return Referent(speakers, "the two who spoke before", 0.75)
        pair: list[Figure] = []
        for figure in self.cast.before(phrase[0]):
            people_wanted = last in {"ministers", "presidents", "leaders", "officials", "diplomats", "envoys"}
            if figure.described or (people_wanted and not figure.is_person):
                continue
            if figure.kind in {"person", "government", "organisation", "armed group"} and (
                not pair or pair[0].is_person == figure.is_person
            ):
                pair.append(figure)
            if len(pair) == 2:
                return Referent((pair[1], pair[0]), "the two named before", 0.5)
        return UNRESOLVED

    def _listed(self, phrase: range) -> tuple[Figure, ...]:
        """The actors of a phrase that is nothing but their names: "the United States Britain and France"."""
        inside = [a for a in self.cast.inside(phrase[0], phrase[-1]) if a.kind not in LEANING]
        named = {i for a in inside for i in range(a.first, a.last + 1)}
        rest = {self.words[i].lower for i in phrase if i not in named}
        figures = tuple(dict.fromkeys(a.figure for a in inside))
        if len(figures) < 3 or not rest <= {"the", "and", ","} or "and" not in rest:
            return ()
        return tuple(self.cast.figures[f] for f in figures)

    # -- parts --------------------------------------------------------------------------------------------------
    def _coordinated(self, phrase: range) -> list[range]:
        """The phrase cut at the "and" between its actors; one part where the "and" belongs to a name."""
        inside = self.cast.inside(phrase[0], phrase[-1])
        parts: list[range] = []
        start = phrase[0]
        for i in phrase:
            if self.words[i].lower != "and" or any(a.first <= i <= a.last for a in inside):
                continue
            left, right = range(start, i), range(i + 1, phrase[-1] + 1)
            if self._stands_alone(left) and self._stands_alone(right):
                parts.append(left)
                start = i + 1
        parts.append(range(start, phrase[-1] + 1))
        return [p for p in parts if len(p)]

    def _stands_alone(self, part: range) -> bool:
        if not part:
            return False
        inside = self.cast.inside(part[0], part[-1])
        if inside:
            opening = self.words[part[0]].lower
            if opening in self.lexicon.roles and not any(self.cast.figures[a.figure].is_person for a in inside):
                return False  # "judge at X and leader at Y" is one person
            return opening not in {"of", "for"}
        known = self.lexicon.anonymous | self.lexicon.roles | self.lexicon.generic_organisations
        return any(self.words[i].lower in known for i in part)

    def _head(self, part: range) -> Word:
        """The syntactic head of a part: the word whose own head lies outside."""
        for i in part:
            word = self.words[i]
            if (word.head not in part or word.head == i) and word.pos in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}:
                return word
        return self.words[part[-1]]

    def _part(self, part: range, situation: Situation) -> Referent:
        part = self._trimmed(part)
        if not part:
            return UNRESOLVED
        if len(part) == 1 and self.words[part[0]].pos == "PRON":
            return self._pronoun(self.words[part[0]], situation)
        inside = self.cast.inside(part[0], part[-1])
        head = self._head(part)
        people = [a for a in inside if self.cast.figures[a.figure].is_person and self._is_the_one(a, head)]
        if people:
            chosen = next((a for a in people if a.first <= head.i <= a.last), people[0])
            return Referent((self.cast.figures[chosen.figure],), chosen.reason, 0.9)
        owner = self._by_surname(part)
        if owner:
            return Referent((owner,), "surname", 0.8)
        named = [a for a in self.cast.appearances if a.first <= head.i <= a.last and a.kind not in LEANING]
        if named:
            return Referent((self.cast.figures[named[0].figure],), named[0].reason, 0.9)
        title = next((t for t in self.cast.titles if t.first <= head.i <= t.last and t.known), None)
        holder = self._describer.office_holder(title) if title else None
        if holder:
            return Referent((holder,), "the office named with the name elsewhere", 0.75)
        capital = next((c for c in self.cast.capitals if c.first <= head.i <= c.last and c.known), None)
        if capital and capital.known:
            return Referent((self.cast.known(capital.known),), "the capital for its government", 0.8)
        return self._describer.meant(part, head, [self.cast.figures[a.figure] for a in inside], situation)

    def _by_surname(self, part: range) -> Figure | None:
        """The person of the report whose surname a single word is, though a longer name was made of it and its
        neighbours: "… of the rescue corps in Velm Lask said"."""
        word = self.words[part[0]]
        covering = [a for a in self.cast.appearances if a.first < word.i <= a.last]
        if len(part) > 1 or word.pos != "PROPN" or not covering:
            return None
        tokens = name_tokens(word.text)
        return next((f for f in self.cast.figures.values() if f.is_person and f.tokens[-1:] == tokens), None)

    def _is_the_one(self, person: Appearance, head: Word) -> bool:
        """Whether the phrase is about that person, and not about a source "in" or "close to" them."""
        if person.last < head.i:
            return True
        prepositions = [i for i in range(head.i, person.first) if self.words[i].pos == "ADP"]
        if not prepositions:
            return True
        if self._half_a_name(person):
            return False
        # "director of the Observatory, Samir Lask": the preposition has its object, and the name stands behind it.
        between = self.words[prepositions[-1] + 1 : person.first]
        titles = self.lexicon.roles | self.lexicon.role_modifiers
        return any(w.pos in {"NOUN", "PROPN"} and w.lower not in titles for w in between)

    def _half_a_name(self, person: Appearance) -> bool:
        """Whether a capital that nothing else claims stands right before: "at the Sel Harad police command"."""
        before = self.words[person.first - 1]
        if before.pos != "PROPN" or before.lower in self.lexicon.organisations | self.lexicon.roles:
            return False
        if any(before.lower == region.split()[-1] for region in self.lexicon.regions):
            return False
        named = [(a.first, a.last) for a in self.cast.appearances] + [(t.first, t.last) for t in self.cast.titles]
        return not any(first <= before.i <= last for first, last in named)

"""Whom a phrase means: names, surnames, pronouns, descriptions, sums of actors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.language.cast import ARTICLE, Appearance, Cast, Figure
from communique.language.names import Name
from communique.language.words import Word

FIRST_PERSON = {"i", "we", "me", "us", "my", "our", "myself", "ourselves"}
THIRD_PERSON = {"he", "she", "him", "her", "himself", "herself", "his"}
THINGS = {"it", "its", "itself"}
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
DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "its", "their"}
BODIES = {"government", "organisation", "armed group", "outlet"}
LEANING = {"pronoun", "description"}  # appearances that were resolved themselves
NOT_BODIES = {"report", "statement", "investigation", "inquiry", "government", "campaign", "office"}
MONITOR_WORDS = {"monitor", "monitors", "watchdog"}
MONITOR_NAMES = {"observatory", "monitor", "monitoring", "watch", "network", "centre", "center"}
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a phrase means, why, and how sure that is; no figures where it stays open."""

    figures: tuple[Figure, ...]
    reason: str
    confidence: float
    anonymous: bool = False


UNRESOLVED = Referent((), "unresolved", 0.0, anonymous=True)


@dataclass(frozen=True, slots=True)
class Situation:
    """What has been said so far, for a phrase that leans on it."""

    speakers: tuple[tuple[Figure, ...], ...]  # of the statements before, the latest last
    enclosing: tuple[Figure, ...] = ()  # of the statement whose content holds the phrase
    enclosing_direct: bool = False


class Resolver:
    """Resolves the phrases of one report against its cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.words: Sequence[Word] = cast.parse.words
        self.lexicon = cast.lexicon

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
        if pronoun in THINGS or pronoun in {"this", "that"}:
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
        return any(self.words[i].lower in self.lexicon.anonymous | self.lexicon.roles for i in part)

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
        named = [a for a in self.cast.appearances if a.first <= head.i <= a.last and a.kind not in LEANING]
        if named:
            return Referent((self.cast.figures[named[0].figure],), named[0].reason, 0.9)
        title = next((t for t in self.cast.titles if t.first <= head.i <= t.last and t.known), None)
        holder = self._office_holder(title) if title else None
        if holder:
            return Referent((holder,), "the office named with the name elsewhere", 0.75)
        capital = next((c for c in self.cast.capitals if c.first <= head.i <= c.last and c.known), None)
        if capital and capital.known:
            return Referent((self.cast.known(capital.known),), "the capital for its government", 0.8)
        return self._description(part, head, [self.cast.figures[a.figure] for a in inside], situation)

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
        named = [(a.first, a.last) for a in self.cast.appearances] + [(t.first, t.last) for t in self.cast.titles]
        return not any(first <= before.i <= last for first, last in named)

    # -- descriptions -------------------------------------------------------------------------------------------
    def _description(self, part: range, head: Word, named: list[Figure], situation: Situation) -> Referent:
        noun = head.lower
        if noun in {"member", "members"} and len(named) == 1 and named[0].kind in BODIES and head.tag == "NNS":
            return Referent((named[0],), "its members", 0.8)
        if noun in self.lexicon.carriers and named:
            return Referent((named[0],), "its own statement", 0.8)
        if noun in self.lexicon.carriers and self.words[part[0]].lower in DEFINITE:
            fuller = self._named_fuller(part, noun)
            if fuller:
                return Referent(
                    (self.cast.describe(fuller, anonymous=False, head=noun, plural=False),),
                    "the document named before",
                    0.6,
                )
            issuer = self._issuer(part, situation)
            if issuer:
                return Referent((issuer,), "whose statement was named before", 0.55)
        bodies = [f for f in named if not f.is_person and f.kind != "government"]
        if noun in self.lexicon.generic_organisations and bodies and noun not in NOT_BODIES:
            return Referent((bodies[-1],), "named in the description", 0.85)
        before = self._relative_cut(part)
        office = any(t.first <= head.i <= t.last for t in self.cast.titles)
        definite = self.words[part[0]].lower in DEFINITE and (office or not self._is_proper(before))
        if definite or len(before) == 1:
            found = self._antecedent(before, noun, named, situation)
            if found:
                return found
        holder = self._only_holder(before, noun) if definite or len(before) == 1 else None
        if holder:
            return Referent((holder,), "the only one with that office", 0.6)
        if noun in MONITOR_WORDS or (
            definite and noun in self.lexicon.generic_organisations and noun not in NOT_BODIES
        ):
            later = self._announced(part, noun)
            if later:
                return Referent((later,), "named later", 0.55)
        plural = head.tag in {"NNS", "NNPS"} or noun in {"people", "media", "police"}
        name = self._phrase_text(before if len(before) else part)
        anonymous = self._names_nobody(before, noun)
        title = next((t.known for t in self.cast.titles if t.first <= head.i <= t.last), None)
        if title and title.role and title.role[1] and not anonymous:
            name = title.name  # "Ardania’s Defence Minister" and "the Ardanian defence minister" are one
        figure = self.cast.describe(name, anonymous=anonymous, head=noun, plural=plural)
        if noun in self.lexicon.male | self.lexicon.female:
            figure.gender = "f" if noun in self.lexicon.female else "m"
        return Referent((figure,), "description", 0.8)

    def _is_proper(self, part: range) -> bool:
        """Whether the description is a name itself, by its capitals: "the World Heath Organization"."""
        capitals = [i for i in part[1:] if self.words[i].text[0].isupper()]
        return len(capitals) > 1 and all(self.words[i].pos == "PROPN" for i in capitals)

    def _named_fuller(self, part: range, noun: str) -> str | None:
        """The document that was named by more than its noun before: "UN chemical weapons report", then "this report"."""
        if len(part) > 2:
            return None
        for i in range(part[0] - 1, -1, -1):
            word = self.words[i]
            if word.lower != noun:
                continue
            first = i
            while first and self.words[first - 1].pos in {"NOUN", "PROPN", "ADJ"}:
                first -= 1
            capital = any(w.pos == "PROPN" for w in self.words[first:i])
            if capital and i - first > 1:
                return self._phrase_text(range(first, i + 1))
        return None

    def _issuer(self, part: range, situation: Situation) -> Figure | None:
        """The body whose bulletin or statement was spoken of before."""
        spoken = [f for speakers in reversed(situation.speakers) for f in speakers]
        bodies = (f for f in [*spoken, *self.cast.before(part[0])] if f.kind in BODIES and f.known)
        return next(bodies, None)

    def _names_nobody(self, part: range, noun: str) -> bool:
        """Whether the description tells no more than what kind of person spoke: "a resident of Velm"."""
        until = next((i for i in part if self.words[i].pos == "ADP"), part.stop)
        nouns = {noun, *(self.words[i].lower for i in range(part.start, until))}
        return bool(nouns & self.lexicon.anonymous) and not nouns & self.lexicon.offices

    def _relative_cut(self, part: range) -> range:
        for i in part[1:]:
            if self.words[i].lower in {"who", "which", "that", "whose", ","}:
                return range(part[0], i)
        return part

    def _phrase_text(self, part: range) -> str:
        return SPACES.sub(" ", ARTICLE.sub("", self.cast.parse.span(part[0], part[-1]).of(self.cast.parse.text)))

    def _antecedent(self, part: range, noun: str, named: list[Figure], situation: Situation) -> Referent | None:
        modifiers = {self.words[i].lower for i in part} - DEFINITE - {noun}
        owners = {f.id for f in named}
        spoken = [f for speakers in reversed(situation.speakers) for f in speakers]
        ordered = list(dict.fromkeys(f.id for f in [*spoken, *self.cast.before(part[0])]))
        for figure in (self.cast.figures[i] for i in ordered):
            if figure.id in owners:
                continue
            if figure.is_person:
                if self._holds_office(figure, noun, modifiers):
                    return Referent((figure,), "office", 0.75)
            elif noun in figure.heads and (
                not modifiers or not figure.described or modifiers & set(figure.tokens) or figure.heads == {noun}
            ):
                return Referent((figure,), "description", 0.7)
        if noun in self.lexicon.generic_organisations and noun not in NOT_BODIES | {"ministry"}:
            for figure in spoken:
                if figure.kind in {"organisation", "armed group", "outlet"} and not figure.described:
                    return Referent((figure,), "description of an organisation", 0.55)
        return None

    def _office_holder(self, title: Name) -> Figure | None:
        """The one person of the report that has just this title, said before or after."""
        wanted = title.known.role if title.known else None
        if wanted is None or wanted[1] is None:
            return None
        holders = [f for f in self.cast.figures.values() if any((t, of) == wanted for t, _, of in f.titles)]
        return holders[0] if len(holders) == 1 else None

    def _only_holder(self, part: range, noun: str) -> Figure | None:
        """The one person in the report whose office the description can mean, named before or after."""
        if noun not in self.lexicon.offices:
            return None
        modifiers = {self.words[i].lower for i in part} - DEFINITE - {noun}
        holders = [f for f in self.cast.figures.values() if f.is_person and self._holds_office(f, noun, modifiers)]
        return holders[0] if len(holders) == 1 else None

    def _holds_office(self, figure: Figure, noun: str, modifiers: set[str]) -> bool:
        """Whether "the special envoy" can be that person, by a title in the text or one known of them."""
        wanted = {noun, *(modifiers & self.lexicon.role_modifiers)}
        if figure.described:
            return noun in figure.heads
        known = self.cast.offices(figure.known.key) if figure.known else ()
        in_text = [title for title, _, _ in figure.titles]
        return any(
            wanted <= set(title.lower().replace("-", " ").split()) | {title.lower()} for title in [*in_text, *known]
        )

    def _announced(self, part: range, noun: str) -> Figure | None:
        for appearance in self.cast.appearances:
            figure = self.cast.figures[appearance.figure]
            if appearance.first <= part[-1] or figure.kind != "organisation" or figure.described:
                continue
            if noun not in MONITOR_WORDS or set(figure.tokens) & MONITOR_NAMES:
                return figure
        return None

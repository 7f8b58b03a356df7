"""Whom a description means: "the envoy", "the ministry", "this report", "a war monitor"."""

from __future__ import annotations

import re

from communique.language.cast import ARTICLE, Cast
from communique.language.figures import Figure
from communique.language.names import MOST_CHARACTERS, Name
from communique.language.referent import Referent, Situation
from communique.language.words import Word

DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "its", "their"}
BODIES = {"government", "organisation", "armed group", "outlet"}
FUNCTION = frozenset({"of", "in", "for", "at", "on", "from", "to", "and", "'s", "’s", "-", "earlier", "same", "latter"})
FIGHTING = frozenset(
    {"extremist", "militant", "jihadist", "terrorist", "armed", "rebel", "islamist", "insurgent", "takfiri"}
)
NOT_BODIES = {"report", "statement", "investigation", "inquiry", "government", "campaign", "office"}
SINGLE = {"organisation", "organization", "charity", "agency", "group"}
MONITOR_WORDS = {"monitor", "monitors", "watchdog"}
MONITOR_NAMES = {"observatory", "monitor", "monitoring", "watch", "network", "centre", "center"}
PRINTED = frozenset({"agency", "outlet", "newspaper", "paper", "channel"})
# Nouns that only some bodies can be meant by, and what those have in their names.
TELLING: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset(MONITOR_WORDS), frozenset(MONITOR_NAMES)),
    (PRINTED, frozenset({"agency", "news", "press", "radio", "television", "tv", "voice", "times", "post"})),
    (frozenset({"army", "military"}), frozenset({"army", "forces", "military", "guard", "command", "corps"})),
    (frozenset({"embassy"}), frozenset({"embassy"})),
    (frozenset({"coalition"}), frozenset({"coalition"})),
    (frozenset({"government", "administration"}), frozenset({"government", "administration"})),
)
SPACES = re.compile(r"\s+")


class Describer:
    """Resolves descriptions against the cast of one report, and adds to it those that fit nobody."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.words = cast.parse.words
        self.lexicon = cast.lexicon

    def meant(self, part: range, head: Word, named: list[Figure], situation: Situation) -> Referent:
        """Whom a noun phrase means; a figure of its own where nobody in the report fits."""
        noun = head.lower
        body = self._body_of_members(head)
        if body:
            return Referent((body,), "its members", 0.8)
        owner = self._owner(part, noun, head, named, situation)
        if owner:
            return owner
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
        monitors = noun == "group" and "monitoring" in {self.words[i].lower for i in before}
        if (
            monitors
            or noun in MONITOR_WORDS
            or (definite and noun in self.lexicon.generic_organisations and noun not in NOT_BODIES)
        ):
            later = self._announced(part, "monitor" if monitors else noun)
            if later:
                return Referent((later,), "named later", 0.55)
        return self._described(part, before, head, situation)

    def _body_of_members(self, head: Word) -> Figure | None:
        """The body that "the members of the Security Council" make up, where the report names it."""
        if head.lower != "members":
            return None
        roles = [t.known.role for t in self.cast.titles if t.first <= head.i <= t.last and t.known and t.known.role]
        return self.cast.of_key(roles[0][1]) if roles and roles[0][1] else None

    def _owner(self, part: range, noun: str, head: Word, named: list[Figure], situation: Situation) -> Referent | None:
        """Whose statement, member or body the description names."""
        if noun in {"member", "members"} and len(named) == 1 and named[0].kind in BODIES and head.tag == "NNS":
            return Referent((named[0],), "its members", 0.8)
        if noun in self.lexicon.carriers and named:
            return Referent((named[0],), "its own statement", 0.8)
        if noun in self.lexicon.carriers and self.words[part[0]].lower in DEFINITE:
            spoken = self._same_carrier(part, noun)
            if spoken and spoken.kind in BODIES:
                return Referent((spoken,), "whose statement was named before", 0.6)
            fuller = self._named_fuller(part, noun)
            if fuller:
                return Referent(
                    (self.cast.describe(fuller, anonymous=False, head=noun, plural=False),),
                    "the document named before",
                    0.6,
                )
            issuer = spoken or self._issuer(part, situation)
            if issuer:
                return Referent((issuer,), "whose statement was named before", 0.55)
        bodies = [f for f in named if not f.is_person and f.kind != "government"]
        if noun in self.lexicon.generic_organisations and bodies and noun not in NOT_BODIES:
            return Referent((bodies[-1],), "named in the description", 0.85)
        return None

    def _described(self, part: range, before: range, head: Word, situation: Situation) -> Referent:
        """A figure of its own, known by the description alone."""
        noun = head.lower
        plural = head.tag in {"NNS", "NNPS"} or noun in {"people", "media", "police"}
        name = self._phrase_text(before if len(before) else part)
        anonymous = self._names_nobody(before, noun)
        title = next((t.known for t in self.cast.titles if t.first <= head.i <= t.last), None)
        if title and title.role and title.role[1] and not anonymous:
            name = title.name  # "Ardania’s Defence Minister" and "the Ardanian defence minister" are one
        name = self._of_whom(before, noun, situation) or name
        figure = self.cast.describe(name, anonymous=anonymous, head=noun, plural=plural)
        if noun in self.lexicon.male | self.lexicon.female:
            figure.gender = "f" if noun in self.lexicon.female else "m"
        return Referent((figure,), "description", 0.8)

    def _of_whom(self, part: range, noun: str, situation: Situation) -> str | None:
        """The office with the name of its body: "a spokesman for the mission" is the Joint Monitoring Mission's."""
        until = next((i for i in part if self.words[i].lower in {"for", "of"}), None)
        if until is None or noun not in self.lexicon.offices or self.words[until + 1].lower != "the":
            return None
        body = self._bare_body(range(until + 2, part.stop))
        meant = body and self._antecedent(range(until + 1, until + 3), body, [], situation)
        return f"{meant.figures[0].name} {noun}" if meant and not meant.figures[0].is_person else None

    def _bare_body(self, part: range) -> str | None:
        """The noun of a body that is named by its noun alone; None where more is said of it."""
        nouns = self.lexicon.generic_organisations
        return self.words[part[0]].lower if len(part) == 1 and self.words[part[0]].lower in nouns else None

    def _is_proper(self, part: range) -> bool:
        """Whether the description is a name itself, by its capitals: "the World Heath Organization"."""
        capitals = [i for i in part[1:] if self.words[i].text[0].isupper()]
        return len(capitals) > 1 and all(self.words[i].pos == "PROPN" for i in capitals)

    def _named_fuller(self, part: range, noun: str) -> str | None:
        """The document named before by more than its noun: "UN chemical weapons report", then "this report"."""
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

    def _same_carrier(self, part: range, noun: str) -> Figure | None:
        """Whose statement it was when a statement last spoke: "the statement by 33 factions", then "the statement"."""
        for appearance in reversed(self.cast.appearances):
            heads = {self.words[i].lower for i in range(appearance.first, appearance.last + 1)}
            if appearance.last < part[0] and appearance.kind == "description" and noun in heads:
                return self.cast.figures[appearance.figure]
        return None

    def _issuer(self, part: range, situation: Situation) -> Figure | None:
        """The body whose bulletin or statement was spoken of before."""
        spoken = [f for speakers in reversed(situation.speakers) for f in speakers]
        bodies = (f for f in [*spoken, *self.cast.before(part[0])] if f.kind in BODIES and f.known)
        return next(bodies, None)

    def _names_nobody(self, part: range, noun: str) -> bool:
        """Whether the description tells no more than what kind of person spoke: "a resident of Velm"."""
        if noun in self.lexicon.anonymous and noun not in self.lexicon.offices:
            return True  # "a military source" names no army
        until = next((i for i in part if self.words[i].pos == "ADP"), part.stop)
        nouns = {noun, *(self.words[i].lower for i in range(part.start, until))}
        return bool(nouns & self.lexicon.anonymous) and not nouns & self.lexicon.offices

    def _relative_cut(self, part: range) -> range:
        for i in part[1:]:
            if self.words[i].lower in {"who", "which", "that", "whose", ","}:
                return range(part[0], i)
        return part

    def _phrase_text(self, part: range) -> str:
        words = SPACES.sub(" ", ARTICLE.sub("", self.cast.parse.span(part[0], part[-1]).of(self.cast.parse.text)))
        if len(words) <= MOST_CHARACTERS:
            return words
        cut = words[:MOST_CHARACTERS]
        return f"{cut.rpartition(' ')[0] or cut} …"

    def _own_minister(self, noun: str, modifiers: set[str]) -> Referent | None:
        """Whom a ministry means by "the Minister" in what it publishes itself: its own, not the last one named."""
        first = self.cast.appearances[0] if self.cast.appearances else None
        if noun != "minister" or modifiers or first is None:
            return None
        page = {self.words[i].lower for i in range(first.first, first.last + 1)}
        country = self.cast.figures[first.figure].country
        if "ministry" not in page or country is None or self.words[first.first].sentence:
            return None
        people = [f for f in self.cast.figures.values() if f.is_person and f.country == country]
        own = [f for f in people if not f.described and self._holds_office(f, noun, set())]
        return Referent((own[0],), "the minister of the ministry that publishes it", 0.7) if len(own) == 1 else None

    def _antecedent(self, part: range, noun: str, named: list[Figure], situation: Situation) -> Referent | None:
        modifiers = {self.words[i].lower for i in part} - DEFINITE - {noun}
        own = self._own_minister(noun, modifiers)
        if own and not named:
            return own
        owners = {f.id for f in named}
        spoken = [f for speakers in reversed(situation.speakers) for f in speakers]
        ordered = list(dict.fromkeys(f.id for f in [*spoken, *self.cast.before(part[0])]))
        for figure in (self.cast.figures[i] for i in ordered):
            if figure.id in owners:
                continue
            if figure.is_person:
                if self._holds_office(figure, noun, modifiers):
                    return Referent((figure,), "office", 0.75)
            elif noun in figure.heads and (not figure.described or modifiers - FUNCTION <= set(figure.tokens)):
                return Referent((figure,), "description", 0.7)
        if noun in self.lexicon.generic_organisations and noun not in NOT_BODIES | {"ministry"}:
            fighting = bool(modifiers & FIGHTING)
            for figure in spoken:
                if _can_be(noun, figure) and (not fighting or figure.kind == "armed group"):
                    return Referent((figure,), "description of an organisation", 0.55)
            if noun in SINGLE and not fighting:
                fitting = (f for f in self.cast.before(part[0]) if _can_be(noun, f) and not f.plural)
                near = next((f for f in fitting if f.id not in owners), None)
                if near:
                    return Referent((near,), "the organisation named before", 0.5)
        return None

    def office_holder(self, title: Name) -> Figure | None:
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
            if appearance.first > part[-1] and figure.kind == "organisation" and _can_be(noun, figure):
                return figure
        return None


def _can_be(noun: str, figure: Figure) -> bool:
    """Whether a body may be meant by "the group", "the army", "the watchdog": a monitor is no army."""
    if figure.described or figure.kind not in {"organisation", "armed group", "outlet"}:
        return False
    for nouns, names in TELLING:
        if noun in nouns:
            return bool(names & set(figure.tokens)) or (nouns == PRINTED and figure.kind == "outlet")
    return True

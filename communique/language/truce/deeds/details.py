"""What a violation claim says besides who did what to whom: how many, how grave, in which zone, under which rule."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.domain.truce import Count
from communique.language.truce.counting.numbers import amounts
from communique.language.truce.gravity.ladder import severity_in
from communique.language.truce.lexicon import ViolationWords, truce_words
from communique.language.truce.phrases import Phrasebook, lowers
from communique.language.truce.rules import rule_in
from communique.language.truce.scene import Scene
from communique.language.truce.scope import zones_in
from communique.language.truce.standing.about import BREACHES, BREAKING

BEHIND = 4  # words behind a number among which the noun it counts stands
BINDING = (
    BREACHES | BREAKING | {"requires", "required", "contrary", "defiance", "obliges", "obligations", "under", "bans"}
)
ZONE_NOUNS = ("safe zone", "zone", "de-escalation zone", "de-escalation area", "area")
EXPRESSLY = "expressly no violation/"
# Why something is expressly no violation: the first list with a word, or words in a row, in the sentence.
DEMOLITION = {
    "demolition",
    "demolitions",
    "disposal",
    "demining",
    "defused",
    "ordnance",
    "sappers",
    "deminers",
    "controlled",
}
EXERCISE = {"exercise", "exercises", "training", "drill", "drills", "manoeuvres", "maneuvers", "practice"}
LISTED = {"listed", "non", "signatory", "excluded", "covered", "terrorist", "terrorists", "exempt", "designated"}
TREATIES = ("memorandum", "agreement", "truce", "ceasefire", "accord", "deal")
GROUP = Phrasebook.of([tuple(("outside", article, text) for article in ("the", "any", "this") for text in TREATIES)])
OUTSIDE = {"outside", "before", "expired", "beyond", "kilometres", "lapsed"}
GROUPS = {"group", "banner", "groups", "organisation", "organization", "faction", "movement"}
LIVE: tuple[tuple[str, ...], ...] = (
    *(("live", "-", "fire"), ("live", "fire"), ("training", "fire"), ("controlled", "demolition")),
    *(("controlled", "explosion"), ("controlled", "explosions"), ("controlled", "detonation")),
    *(("controlled", "detonations"), ("controlled", "demolitions")),
)

STAGED = Phrasebook.of([LIVE])


SAPPERS = {"sappers", "engineers", "deminers", "sapper", "experts"}
DISPOSING = {
    "destroying",
    "destroyed",
    "detonated",
    "defused",
    "disposed",
    "detonating",
    "disposing",
    "exploding",
    "rid",
}
STORES = {"mines", "ammunition", "ordnance", "mine", "shells", "explosives", "munitions", "bombs", "bomb", "shell"}
HEARD = {"heard", "bangs", "explosions", "blasts", "detonations", "gunfire", "firing", "shots", "explosion", "flashes"}
DRILLS = {"exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers"}
DUE = {"came", "part", "due", "caused", "belonged", "stemmed", "resulted", "from", "put"}


def _meant(text: set[str]) -> bool:
    """Whether sappers blew up what was found, or what was heard came from an exercise."""
    disposed = bool(SAPPERS & text and DISPOSING & text and STORES & text)
    return disposed or bool(HEARD & text and DRILLS & text and DUE & text)


class Details:
    """Reads the details of claims of one report."""

    def __init__(self, scene: Scene, lexicon: ViolationWords) -> None:
        self.scene, self.parse, self.lexicon = scene, scene.parse, lexicon
        self.truce = truce_words()
        self._severities: dict[int, tuple[str, Span] | None] = {}
        self._rules: dict[int, str | None] = {}
        self._staged: dict[int, bool] = {}
        self._texts: dict[int, list[str]] = {}

    def count(self, words: Sequence[int]) -> Count | None:
        """How many attacks, explosions or projectiles the claim counts, with the unit."""
        for amount in amounts(self.parse, words):
            behind = range(amount.last + 1, min(amount.last + 1 + BEHIND, words[-1] + 1))
            for i in behind:
                word = self.parse.words[i]
                unit = self.lexicon.counted.get(word.lower)
                if unit and word.pos in {"NOUN", "PROPN"} and amount.high != 0:
                    return amount.count(self.parse, unit=unit)
                if word.lower == "of" and i == amount.last + 1:
                    continue  # "hundreds of shells"
                if word.pos in {"VERB", "PUNCT", "ADP", "CCONJ", "SCONJ"} and word.text != "-":
                    break
        return None

    def severity(self, words: Sequence[int]) -> tuple[str, Span] | None:
        """How grave the source calls it in the claim's sentence; what stands further on is read with all claims."""
        number = self.parse.words[words[0]].sentence
        if number not in self._severities:  # a hostile sentence holds thousands of claims
            self._severities[number] = self._severity(number)
        return self._severities[number]

    def _severity(self, number: int) -> tuple[str, Span] | None:
        return severity_in(self.parse, range(*self.parse.sentences[number]), self.truce)

    def zone(self, span: Span) -> str | None:
        """The zone the claim names, in the pack's name; a town of that name is no zone."""
        for name in zones_in(span.of(self.parse.text), None, self.scene.zones):
            if not self._is_place(name, span) or self._called_zone(name, span):
                return name
        return None

    def _is_place(self, name: str, span: Span) -> bool:
        named = (m.span.of(self.parse.text) for m in self.scene.places if span.covers(m.span) and m.place)
        return any(text.lower() == name.lower() for text in named) and name in self.scene.towns

    def _called_zone(self, name: str, span: Span) -> bool:
        text = span.of(self.parse.text).lower()
        return any(f"{name.lower()} {noun}" in text for noun in ZONE_NOUNS)

    def rule(self, words: Sequence[int]) -> str | None:
        """The clause invoked in the sentence, or the agreement that is named as broken."""
        number = self.parse.words[words[0]].sentence
        if number not in self._rules:
            self._rules[number] = self._rule(*self.parse.sentences[number])
        return self._rules[number]

    def _rule(self, first: int, end: int) -> str | None:
        whole = self.parse.span(first, end - 1)
        clause = rule_in(self.parse.text, whole)
        if clause or not BINDING & set(lowers(self.parse, range(first, end))):
            return clause
        spans = (s for i in self.scene.instruments for s in i.spans if whole.covers(s))
        return next((" ".join(s.of(self.parse.text).split()) for s in spans), None)

    def _text(self, words: Sequence[int]) -> list[str]:
        """The sentence of the words in lower case."""
        number = self.parse.words[words[0]].sentence
        if number not in self._texts:
            self._texts[number] = lowers(self.parse, range(*self.parse.sentences[number]))
        return self._texts[number]

    def staged(self, words: Sequence[int]) -> bool:
        """Whether the sentence tells of live fire in training, or of a demolition that was meant."""
        number = self.parse.words[words[0]].sentence
        if number not in self._staged:
            text = self._text(words)
            self._staged[number] = bool(STAGED.hits(text)) or _meant(set(text))
        return self._staged[number]

    def excuse(self, words: Sequence[int], severity: str | None) -> str | None:
        """The type of what is expressly no violation, with the reason; None where nothing says that it is none."""
        if severity != "not a violation" and not self.staged(words):
            return None
        text = self._text(words)
        told = set(text)
        drill = EXERCISE & (told - ({"training"} if "camp" in told else set()))
        if DEMOLITION & told:
            return EXPRESSLY + "controlled demolition"
        if drill:
            return EXPRESSLY + "exercise"
        if LISTED & told or (GROUPS & told and GROUP.hits(text)):
            return EXPRESSLY + "non-signatory or listed group"
        return EXPRESSLY + "outside zone or time" if OUTSIDE & told else None

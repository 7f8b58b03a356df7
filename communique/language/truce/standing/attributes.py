"""What an adjective before a truce's name says of it: "it is a broken truce", "the shattered ceasefire left …"."""

from __future__ import annotations

from communique.language.truce.belief.polarity import ASSERTED, DENIED
from communique.language.truce.pieces import is_verb
from communique.language.truce.standing.grammar import BEING, OBJECT, SUBJECT, Grammar
from communique.language.truce.standing.modality import Moods
from communique.language.truce.standing.outcomes import BROKEN, ENDED, HOLDING, KEPT, MEANINGS, STRAINED
from communique.language.truce.standing.themes import TRUCE, Themes
from communique.language.words import Parse

SAID_TO_BE = {"attr", "oprd"}
# Beside a participle: who does it to the truce, or what the truce does.
PARTICIPLES = {"break": OBJECT, "end": SUBJECT, "strain": SUBJECT}


class Attributes:
    """Reads adjectives before truces of one report."""

    def __init__(self, parse: Parse, themes: Themes, grammar: Grammar, moods: Moods) -> None:
        self.parse, self.themes, self.grammar, self.moods = parse, themes, grammar, moods

    def said(self, i: int) -> tuple[str, str, int] | None:
        """The status, the polarity and the noun that the word `i` is said of; None where it claims nothing."""
        word = self.parse.words[i]
        if word.dep != "amod" or word.head <= i or not self.themes.names(word.head):
            return None
        noun = self.parse.words[word.head]
        status = self._status(i)
        if status is None:
            return None
        verb = self.parse.words[noun.head]
        if noun.dep in SAID_TO_BE and (is_verb(verb) or verb.pos == "AUX"):
            told = self._told(status, verb.i)
            return (*told, noun.i) if told else None
        given = any(self.parse.words[c].lower == "the" for c in self.parse.children[noun.i])
        if status in {BROKEN, ENDED} and noun.dep == "nsubj" and given:
            return status, ASSERTED, noun.i
        return None

    def _status(self, i: int) -> str | None:
        """What the adjective means where nothing else stands with it."""
        for predicate in self.grammar.predicates.get(self.parse.words[i].lower, ()):
            fits = predicate.role == BEING or (
                self.parse.words[i].tag in {"VBN", "VBD", "VBG", "JJ"}
                and PARTICIPLES.get(predicate.sense) == predicate.role
            )
            status = MEANINGS.get((predicate.sense, predicate.role), {}).get(TRUCE)
            if fits and not predicate.tail and status:
                return status
        return None

    def _told(self, status: str, verb: int) -> tuple[str, str] | None:
        mood = self.moods.of(verb)
        if mood.wished or mood.asked or mood.future or mood.possible:
            return None
        if not (mood.negated or mood.longer):
            return status, ASSERTED
        if status in {BROKEN, ENDED}:
            return status, DENIED
        return (HOLDING if status == STRAINED else BROKEN, ASSERTED) if status == STRAINED or status in KEPT else None

"""What a clause says of a truce by its grammar: a predicate, what the truce is to it, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.language.truce.arguments import Arguments
from communique.language.truce.belief.polarity import ASSERTED, DENIED
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
from communique.language.truce.standing.attributes import Attributes
from communique.language.truce.standing.endings import Endings
from communique.language.truce.standing.grammar import BEING, OBJECT, Grammar, Predicate, word_set
from communique.language.truce.standing.modality import Moods
from communique.language.truce.standing.outcomes import Setting, outcome
from communique.language.truce.standing.themes import BLOW, BREACH, ENDING, KEEPING, LEAVING, TRUCE, Theme, Themes
from communique.language.words import Parse

WIDE, NEXT = 10, 2  # how many words may stand before the first word that must follow, and before the next
FRACTIONS = {"tenths", "thirds", "quarters", "%", "percent", "cent", "bulk", "majority", "half", "fifths"}
NUMERALS = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
EXCEPTING = {"save", "bar", "barring", "except", "excepting", "excluding"}
FAR_FROM = word_set("far_from")
NO_VERBS = {"ADJ", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "NUM", "PART", "PUNCT"}
PLAIN = {"figure", "hold", "start", "declare"}
PREFERRED = {OBJECT: 0, BEING: 1}  # "fighting ended the truce" is of the truce, not of the fighting


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said: a status, None where the words tell of a truce and claim nothing; from the first to the last word.

    `polarity` where the words themselves settle it; `at` is the word of which a denial is to be looked for; `theme` is
    what it is said of.
    """

    status: str | None
    first: int
    last: int
    at: int
    theme: Theme
    polarity: str | None = None
    plain: bool = False  # "stands", "exists": whatever else is said tells more


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate in the text: its first and last word, and the verb that carries it."""

    predicate: Predicate
    first: int
    last: int
    verb: int


class Verdicts:
    """Reads the clauses of one report."""

    def __init__(self, parse: Parse, themes: Themes, grammar: Grammar, words: TruceWords) -> None:
        self.parse, self.themes, self.grammar = parse, themes, grammar
        self.moods = Moods(parse, grammar, words)
        self.arguments = Arguments(parse, grammar)
        self.unsure = grammar.unsure | words.denial.confirming | words.denial.unable
        self.endings = Endings(parse, grammar, words, self.moods)
        self.attributes = Attributes(parse, themes, grammar, self.moods)

    def of(self, words: Sequence[int], head: int) -> Verdict | None:
        """The verdict of a clause (its words in reading order, and its head), None where the grammar finds none."""
        found = [v for i in words if (v := self._at(i, words))]
        found += [there] if (there := self._there(head)) else []
        return min(found, key=lambda v: (v.status is None, v.plain, v.at != head), default=None)

    def _at(self, i: int, words: Sequence[int]) -> Verdict | None:
        said: list[tuple[int, int, int, Verdict]] = []
        if self.themes.names(i):
            return None  # "cease-fire" is no "cease"
        for predicate in self.grammar.predicates.get(self.parse.words[i].lower, ()):
            last = self._tail(i, predicate)
            if last is None or not self._may_be(i, predicate):
                continue
            if self.parse.words[last].dep == "prt" and self.parse.words[last].head != i:  # "could be cleared up"
                continue
            match = Match(predicate, i, last, self.arguments.carrier(i, predicate))
            verdict = next((v for theme in self._themes(match) if (v := self._verdict(match, theme, words))), None)
            if verdict:
                said.append((-len(predicate.tail), PREFERRED.get(predicate.role, 2), len(said), verdict))
        if (told := self.attributes.said(i)) and (theme := self.themes.theme(told[2])):
            return Verdict(told[0], i, i, theme.noun, theme, told[1])
        return min(said)[3] if said else self._of_noun(i)

    def _may_be(self, i: int, predicate: Predicate) -> bool:
        """Whether the word may be the verb that the predicate needs; "worried about" may be taken for an adjective."""
        word = self.parse.words[i]
        participle = (
            predicate.role == OBJECT and bool(predicate.tail) and word.tag == "JJ" and word.lower.endswith("ed")
        )
        return predicate.role == BEING or word.pos not in NO_VERBS or participle

    def _of_noun(self, i: int) -> Verdict | None:
        """ "The collapse of the truce", "its withdrawal from the ceasefire" """
        kind = self.grammar.nouns.get(self.parse.words[i].lower)
        if kind == BREACH and self.endings.deplored(i) and (theme := self.themes.theme(i)) and theme.kind == BREACH:
            return (
                None if theme.none or not self.themes.of_truce else Verdict("broken", i, i, self.endings.verb(i), theme)
            )
        if kind not in {ENDING, LEAVING, BLOW, KEEPING}:
            return None
        theme = self.themes.theme(i)
        if kind == KEEPING:
            kept = theme is not None and theme.kind == KEEPING and self.endings.praised(i)
            return Verdict("holding", i, i, self.endings.verb(i), theme) if theme and kept else None
        if theme is None and kind == BLOW:
            theme = self._cracked(i)
        if theme is None or theme.kind not in {ENDING, LEAVING, BLOW, TRUCE}:
            return None
        if kind == BLOW:
            return self._of_blow(i, theme) if theme.kind in {BLOW, TRUCE} else None
        status = self.endings.status(i)
        untrue = status == "ended" and self.endings.untrue(i)
        return Verdict(status, i, i, self.endings.verb(i), theme, DENIED if untrue else None)

    def _cracked(self, i: int) -> Theme | None:
        """ "Cracks have appeared in the ceasefire": the truce that the verb leads to."""
        word = self.parse.words[i]
        if word.dep != "nsubj":
            return None
        links = [c for c in self.parse.children[word.head] if self.parse.words[c].lower in {"in", "to", "on"}]
        found = [self.themes.theme(k) for c in links for k in self.parse.children[c]]
        return next((theme for theme in found if theme and theme.kind == TRUCE), None)

    def _of_blow(self, i: int, theme: Theme) -> Verdict | None:
        """ "A grave blow to the ceasefire", "the most serious test of the truce" """
        verb = self.endings.verb(i)
        mood = self.moods.of(verb)
        told = not (theme.none or mood.wished or mood.negated or mood.asked)
        return Verdict("strained", i, i, verb, theme, plain=True) if told else None

    def _there(self, head: int) -> Verdict | None:
        """ "There is no truce in Karsk", "there is no longer any ceasefire" """
        children = self.parse.children[head]
        if not any(self.parse.words[c].dep == "expl" for c in children):
            return None
        for c in children:
            theme = self.themes.theme(c) if self.parse.words[c].dep in {"attr", "nsubj", "dobj"} else None
            if theme is None or theme.kind != TRUCE:
                continue
            mood = self.moods.of(head)
            if not (theme.none or mood.negated or mood.longer) or mood.wished or mood.possible or mood.would:
                return None
            after = [w.lower for w in self.parse.words[c + 1 : c + 3]]
            over = mood.longer or after == ["any", "more"] or after[:1] == ["anymore"]
            return Verdict("ended" if over else "not in force", c, c, head, theme, ASSERTED)
        return None

    def _tail(self, i: int, predicate: Predicate) -> int | None:
        """The last word of the predicate where its words follow the first, None where they do not."""
        at = i
        _, end = self.parse.sentences[self.parse.words[i].sentence]
        for n, part in enumerate(predicate.tail):
            reach = WIDE if n == 0 and predicate.role == OBJECT else NEXT
            near = range(at + 1, min(at + 2 + reach, end))
            at = next((k for k in near if self.parse.words[k].lower == part), -1)
            if at < 0:
                return None
        return at

    def _quoted(self, match: Match) -> bool:
        """Whether a figure of speech in quotation marks follows: "had become “more hole than cloth”"."""
        behind = self.parse.words[match.last + 1 : match.last + 3]
        return any(w.text in {"“", '"', "‘", "``"} for w in behind)

    def _fronted(self, noun: int) -> list[str]:
        """What stands before the truce's name and is no clause of its own: "apart from a brief exchange of fire"."""
        first, _ = self.parse.sentences[self.parse.words[noun].sentence]
        opens = 1 if self.parse.words[first].lower in EXCEPTING else 0
        clause = any(self.parse.words[i].tag[:2] in {"VB", "MD"} for i in range(first + opens, noun))
        return [] if clause else lowers(self.parse, range(first, noun))

    def _from_now(self, noun: int) -> bool:
        """ "From midnight on, a ceasefire is in effect" """
        first, _ = self.parse.sentences[self.parse.words[noun].sentence]
        return self.parse.words[first].lower in {"from", "as"} and any(w.ent for w in self.parse.words[first:noun])

    def _one(self, noun: int) -> bool:
        return not {"a", "an", "one"}.isdisjoint(self.parse.words[c].lower for c in self.parse.children[noun])

    def _far_from(self, first: int) -> bool:
        """ "Far from dead", "anything but over" """
        near = " ".join(lowers(self.parse, range(max(0, first - 4), first)))
        return any(near.endswith(words) for words in FAR_FROM)

    def _told_of(self, noun: int) -> list[str]:
        return lowers(self.parse, [c for c in self.parse.children[noun] if self.parse.words[c].dep == "amod"])

    def _new(self, match: Match, theme: Theme) -> bool:
        """Whether "since the truce began" tells when that was, or speaks of a truce for the first time."""
        behind = [w for w in self.parse.words[match.last + 1 : match.last + 5] if w.ent == "DATE"]
        article = {self.parse.words[c].lower for c in self.parse.children[theme.noun]}
        return any(w.text.isdigit() for w in behind) or bool({"a", "an"} & article)

    def _quiet(self, text: set[str]) -> bool:
        without = bool({"without", "no"} & text) and bool(self.grammar.eventless & text)
        return without or bool(self.grammar.quietly & text)

    def _sentence(self, match: Match) -> int:
        return self.parse.words[match.first].sentence

    def _themes(self, match: Match) -> list[Theme]:
        role = match.predicate.role
        found = self.arguments.of(role, match.first, match.last, match.verb)
        if role not in {OBJECT, BEING} and match.predicate.sense in {"end", "cease"}:
            found = [] if self.arguments.goes_on(match.verb) else found
        return [theme for i in found if not self._only_part(i, match) and (theme := self.themes.theme(i))]

    def _only_part(self, i: int, match: Match) -> bool:
        """ "Ceasefire talks", "a truce resolution": the noun they head is something else."""
        word = self.parse.words[i]
        head = self.parse.words[word.head]
        if match.first <= head.i <= match.last:
            return False
        named = word.dep == "compound" and head.pos in {"NOUN", "PROPN"} and head.i > i
        return named and self.themes.theme(head.i) is None and not self.themes.names(head.i)

    def _verdict(self, match: Match, theme: Theme, words: Sequence[int]) -> Verdict | None:
        verb = self.parse.words[match.verb]
        if match.predicate.sense == "start" and verb.dep == "acl" and verb.tag == "VBG":
            return None  # "a truce starting on Monday"
        if match.predicate.sense in {"declare", "agree"} and self.parse.words[match.verb].dep == "amod":
            return None  # "the brokered truce": which it is
        if match.predicate.sense in {"declare", "start"} and self.parse.words[theme.noun].pos == "PRON":
            return None  # "those who signed it"
        if verb.dep == "relcl" and verb.tag == "VBZ" and self._one(theme.noun):
            return None  # "prayed for a truce that outlives the news of it"
        mood = self.moods.of(match.verb)
        if match.predicate.role == OBJECT and self.arguments.nobody(match.verb):
            mood.negated = not mood.negated
        text = [*self._fronted(theme.noun), *lowers(self.parse, words), *self._told_of(theme.noun)]
        text += [self.parse.words[verb.head].lower] if verb.dep == "acl" else []
        if self._far_from(match.first):
            mood.negated = not mood.negated
        setting = Setting(
            limited=bool(self.grammar.degrees.hits(text)) or some_of(text),
            agent=match.predicate.role == OBJECT and self.arguments.has_agent(match.verb),
            quiet=self._quiet(set(text)),
            past=self.parse.words[match.verb].tag == "VBD" and not self.arguments.helped(match.verb),
            text=frozenset(text),
            dates=self._new(match, theme),
            behind=next((w.lower for w in self.parse.words[match.last + 1 : match.last + 2]), ""),
            single=self._one(theme.noun),
            fresh=self._from_now(theme.noun),
            opening=frozenset(lowers(self.parse, range(words[0], match.verb))),
            ahead=frozenset(lowers(self.parse, range(match.last, self.parse.sentences[self._sentence(match)][1]))),
            unsure=bool(self.unsure & set(lowers(self.parse, range(*self.parse.sentences[self._sentence(match)])))),
        )
        if match.predicate.sense == "figure" and not self._quoted(match):
            return None
        if match.predicate.sense == "slight" and self.themes.named_behind(match.last):
            return None  # "violations are rare, and the truce is holding"
        said = outcome(match.predicate.sense, match.predicate.role, theme, mood, setting)
        if said is None:
            return None
        plain = match.predicate.sense in PLAIN
        return Verdict(said[0], match.first, match.last, match.verb, theme, said[1], plain)


def some_of(text: Sequence[str]) -> bool:
    """ "In three of the four zones", "in two out of four" """
    for n, word in enumerate(text[:-2]):
        if word in NUMERALS or word.isdigit():
            after = [w for w in text[n + 1 : n + 5] if w not in {"out", "the", "these"}]
            if after[:1] == ["of"] and len(after) > 1 and (after[1] in NUMERALS or after[1].isdigit()):
                return True
    return any(one in FRACTIONS and other == "of" for one, other in pairwise(text))

"""Where and when: the place and the date that hang on a deed, nearest first; what a meeting is about."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from communique.domain.actor import Mention
from communique.domain.agreement import Instrument, Process
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.telling import telling
from communique.language.events.triggers import Trigger

_WHERE = telling("around", "where")
_FROM = {
    "RETREAT": frozenset({"of", "from"}),
    "CONSULT": frozenset({"to"}),
    "MOBILIZE": frozenset({"to"}),
    "AID": frozenset({"to"}),
}
_BEARINGS = telling("around", "bearings")
_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
_ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
_TIMES = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight", "day", "week", "weekend", "eve"})
_SPOKEN_OF = _ABOUT - {"on"}
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl", "parataxis"})


class Surroundings:
    """Looks up what the earlier stages found in the clause of a trigger."""

    def __init__(
        self,
        grammar: Grammar,
        triggers: Sequence[Trigger],
        places: Sequence[Mention],
        dates: Sequence[DateMention],
    ) -> None:
        self.grammar = grammar
        self._triggers = {t.word: t for t in triggers}
        self._places = [(grammar.parse.inside(m.span), m.place) for m in places if m.place]
        self._dates = [(grammar.parse.inside(d.span), d.id) for d in dates]

    def place(self, trigger: Trigger) -> str | None:
        """The id of the place that the clause ties to the deed."""
        clause = set(self.clause(trigger))
        words = self.grammar.words
        best: tuple[int, int, str] | None = None
        for span, place in self._places:
            if not span or span[-1] not in clause or place is None:
                continue
            before = words[span[0] - 1].lower if span[0] else ""
            if before == "the" and span[0] > 1:
                before = words[span[0] - 2].lower
            head = self._top(span[-1])
            where = _WHERE | _FROM.get(trigger.type, frozenset())
            if not (self._tied(head, where) or before in where) or self._of_subject(head, trigger):
                continue
            rank = (0 if span[0] > trigger.word else 1, abs(span[0] - trigger.word), place)
            best = min(best, rank) if best else rank
        return best[2] if best else None

    def _tied(self, i: int, where: frozenset[str]) -> bool:
        """Whether a preposition of place governs it, also through "of": "in the eastern quarters of Karsk"."""
        words = self.grammar.words
        for _ in range(4):
            preposition = words[words[i].head]
            if words[i].dep != "pobj":
                return False
            if preposition.lower in where or words[preposition.head].lower in _BEARINGS:
                return True
            if preposition.lower != "of":
                return False
            i = preposition.head
        return False

    def _of_subject(self, i: int, trigger: Trigger) -> bool:
        """Whether the place only says which doer is meant: "deputies in Brunnhal demanded"."""
        words = self.grammar.words
        for _ in range(8):
            if words[i].dep in _SUBJECT and i != trigger.word:
                return True
            if i in {trigger.word, trigger.verb} or words[i].head == i:
                return False
            i = words[i].head
        return False

    def date(self, trigger: Trigger) -> str | None:
        """The id of the date in the clause, the nearest to the trigger."""
        clause = set(self.clause(trigger))
        inside = [(abs(span[0] - trigger.word), key) for span, key in self._dates if span and span[-1] in clause]
        return min(inside)[1] if inside else None

    def about(self, trigger: Trigger) -> Span | None:
        """What a meeting is about: the words behind "about", "on" or "discussed"."""
        words = self.grammar.words
        for i in dict.fromkeys((trigger.word, trigger.verb, *self.grammar.children(trigger.verb, "dobj"))):
            for c in self.grammar.children(i, "prep"):
                for topic in self.grammar.children(c, "pobj"):
                    if words[c].lower in _ABOUT and not self._dated(topic):
                        return self._span(topic)
        if words[trigger.verb].lower.startswith("discuss") and not trigger.noun:
            for topic in self.grammar.children(trigger.verb, "dobj", "nsubjpass"):
                return self._span(topic)
        for c in self.grammar.children(trigger.verb, "advcl", "xcomp"):
            if words[c].lower in {"discuss", "discussing", "prepare"}:
                for topic in self.grammar.children(c, "dobj"):
                    return self._span(topic)
        return None

    def forum(self, trigger: Trigger, processes: Sequence[Process]) -> str | None:
        """The id of the process that a meeting belongs to; one that is only spoken of there is none."""
        verb = self.grammar.words[trigger.verb].lower
        tied = [c for i in (trigger.word, trigger.verb) for c in self.grammar.parse.children[i] if c > trigger.verb]
        topics = [
            c
            for c in tied
            if self.grammar.words[c].lower in _SPOKEN_OF
            or (verb.startswith("discuss") and self.grammar.words[c].dep in {"dobj", "conj"})
        ]
        return self.named(trigger, processes, {k for i in topics for k in self.grammar.parse.subtree(i)})

    def named(
        self, trigger: Trigger, things: Sequence[Instrument | Process], apart: AbstractSet[int] = frozenset()
    ) -> str | None:
        """The id of the instrument or process that the clause names, the nearest; words `apart` are not looked at."""
        clause = set(self.clause(trigger)) - apart
        found = []
        for thing in things:
            for span in thing.spans:
                inside = self.grammar.parse.inside(span)
                if inside and (inside[-1] in clause or inside[0] in clause):
                    found.append((abs(inside[0] - trigger.word), thing.id))
        return min(found)[1] if found else None

    def clause(self, trigger: Trigger) -> list[int]:
        """The words that hang on the trigger, clauses left out; of a noun those of its verb as well."""
        found = set(self.grammar.clause_words(trigger.word)) | set(self.grammar.clause_words(trigger.verb))
        if trigger.noun:  # "a meeting held today"
            for c in self.grammar.children(trigger.word, "acl"):
                found |= set(self.grammar.clause_words(c))
        for i in sorted(found):
            other = self._triggers.get(i)
            if other is not None and other.noun and trigger.word not in {other.word, other.verb}:
                found -= set(self.grammar.parse.subtree(i))  # what hangs on another deed is that deed's
        return sorted(found)

    def _top(self, i: int) -> int:
        words = self.grammar.words
        while words[i].dep in {"compound", "nmod", "amod", "poss"} and words[i].head != i:
            i = words[i].head
        return i

    def _dated(self, i: int) -> bool:
        under = set(self.grammar.parse.subtree(i))
        times = self.grammar.words[i].ent in {"DATE", "TIME"} or self.grammar.words[i].lower in _TIMES
        return times or any(i in span or (span and under == set(span)) for span, _ in self._dates)

    def _span(self, head: int) -> Span | None:
        out, todo = [head], [head]
        while todo and len(out) < 60:
            for c in self.grammar.parse.children[todo.pop()]:
                word = self.grammar.words[c]
                if word.dep in {"punct", "relcl"} or (is_verb(word) and word.dep in _CLAUSES):
                    continue
                out.append(c)
                todo.append(c)
        return self.grammar.parse.span(min(out), max(out))

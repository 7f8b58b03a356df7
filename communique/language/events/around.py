"""Where and when: the place and the date that hang on a deed, nearest first; what a meeting is about."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from communique.domain.actor import Mention
from communique.domain.agreement import Instrument, Process
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.somewhere import Somewhere
from communique.language.events.telling import telling
from communique.language.events.triggers import Trigger

_WHERE = telling("around", "where")
_FROM = {
    "RETREAT": frozenset({"of", "from", "to"}),
    "CONSULT": frozenset({"to"}),
    "MOBILIZE": frozenset({"to"}),
    "AID": frozenset({"to"}),
    "ASSAULT": frozenset({"of", "above"}),
    "COERCE": frozenset({"of"}),
    "PROTEST": frozenset({"to"}),
}
_PHYSICAL = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "COERCE", "AID", "PROTEST"})
"""Deeds done on the ground: they may have a place for their object ("shelled Velm", "closed the pass")."""
_AT = frozenset({"on", "at", "into", "against", "towards"})
_SHOOTING = ("fire", "firing", "shoot", "shot")
_OF_WORDS = frozenset({"REQUEST", "ACCUSE"})
_VISITING = ("visit", "tour", "reach", "enter", "leav", "left")
_BEARINGS = telling("around", "bearings")
_SUBJECT = frozenset({"nsubj", "agent"})
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
        somewhere: Somewhere,
    ) -> None:
        self.grammar, self.somewhere = grammar, somewhere
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
            tied = self._tied(head, where) or before in where
            if not (tied or self._object(head, trigger)) or self._of_subject(head, trigger):
                continue
            if trigger.type in _OF_WORDS and not trigger.noun and self._inside_object(head, trigger):
                continue
            rank = (0 if span[0] > trigger.word else 1, abs(span[0] - trigger.word), place)
            best = min(best, rank) if best else rank
        return best[2] if best else self._unlisted(trigger, clause)

    def _unlisted(self, trigger: Trigger, clause: set[int]) -> str | None:
        """A place on no list that the words tie to the deed."""
        where = _WHERE | (_FROM.get(trigger.type, frozenset()) - ({"of"} if trigger.type == "ASSAULT" else frozenset()))
        near = {i for i in clause if not self._of_subject(self._top(i), trigger)}
        if trigger.type == "ASSAULT":
            near = {i for i in near if not self._aimed(i, trigger)}
        if trigger.type in _OF_WORDS and not trigger.noun:
            near = {i for i in near if not self._inside_object(i, trigger)}
        found = self.somewhere.of(near, trigger.word, where)
        if found is None and trigger.type in _PHYSICAL - {"ASSAULT"} and not trigger.noun:
            return self.somewhere.object_of(trigger.verb)
        return found

    def _aimed(self, i: int, trigger: Trigger) -> bool:
        """Whether the preposition tells the target: "a strike on the clinic", "fired at the barracks"."""
        word = self.grammar.words[i]
        if word.lower not in _AT or word.head != trigger.word:
            return False
        verb = self.grammar.words[trigger.word].lower
        return trigger.noun or verb.startswith(_SHOOTING) or (verb.startswith("open") and word.lower == "on")

    def _object(self, i: int, trigger: Trigger) -> bool:
        """Whether the place is itself what it is done to: "shelled Velm", "left Karsk"."""
        word = self.grammar.words[i]
        if word.dep not in {"dobj", "nsubjpass"} or word.head != trigger.verb:
            return False
        lower = self.grammar.words[trigger.verb].lower
        return trigger.type in _PHYSICAL or (trigger.type == "CONSULT" and lower.startswith(_VISITING))

    def _inside_object(self, i: int, trigger: Trigger) -> bool:
        """Whether the place only says which thing is asked for or blamed: "the names of the observers at Velm"."""
        words = self.grammar.words
        for _ in range(8):
            if words[i].head in {i, trigger.word, trigger.verb}:
                return words[i].dep in {"dobj", "pobj"} or (
                    words[i].dep == "prep" and words[i].lower in {"for", "of", "about", "over", "with", "against"}
                )
            i = words[i].head
        return False

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
        """Whether the place only says which speaker is meant: "deputies in Brunnhal demanded"."""
        words = self.grammar.words
        if trigger.type in _PHYSICAL:
            return False
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
            if self.grammar.words[trigger.word].dep == "nsubjpass":  # "gunfire was heard near the dam"
                found |= set(self.grammar.clause_words(self.grammar.head(trigger.word)))
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

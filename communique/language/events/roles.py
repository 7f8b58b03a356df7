"""Who does it and to whom: noun phrases by their place in the grammar, and the actors they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.telling import telling
from communique.language.events.triggers import Trigger

MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE"})
MEETING = frozenset({"CONSULT"})
GIVING = frozenset({"AID", "MOBILIZE", "COOPERATE"})
DYING = telling("roles", "dying")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
HOSTING = ("receiv", "host", "welcom", "greet")
TOWARDS = telling("roles", "towards")
OF_WHOM = frozenset({"ASSAULT", "COERCE", "RETREAT", "ACCUSE"})
SIDES = frozenset({"between", "by", "from"})
PLACING = frozenset({"at", "on", "in"})
HARMED = frozenset({"injured", "wounded", "killed", "hurt"})
HEARSAY = frozenset({"report", "reports", "allegation", "allegations", "accusation", "accusations", "claims", "word"})
BLAMING = ("accus", "suspect", "charg")
PAIRED = frozenset({"with", "between"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The heads of the phrases that name the doers and those it is done to."""

    doers: tuple[int, ...] = ()
    sufferers: tuple[int, ...] = ()


class Roles:
    """Finds the phrases of the actors of each trigger."""

    def __init__(self, grammar: Grammar, dated: frozenset[int] = frozenset()) -> None:
        self.grammar, self.words, self._dated = grammar, grammar.words, dated

    def of(self, trigger: Trigger) -> Cast:
        """The doers and the sufferers of one trigger."""
        return self._noun(trigger) if trigger.noun else self._verb(trigger.verb, trigger)

    def _verb(self, i: int, trigger: Trigger) -> Cast:
        if self.words[i].dep == "compound":  # "Meeting Rook, Drenko said", read as a name
            head = self.words[i].head
            return Cast((head, *self.grammar.children(head, "appos", "conj")))
        doers = self._doers(i)
        sufferers: list[int] = []
        if self.grammar.passive(i):
            sufferers += self.grammar.children(i, "nsubjpass") or self._shared(i) or self._missed(i)
        sufferers += self.grammar.children(i, "dative") + self._done_to(i, trigger)
        paired: list[int] = []
        hosting = trigger.mode == "visit" and self.words[i].lower.startswith(HOSTING)
        for c in self.grammar.children(i, "prep", "dative", "prt", "advmod"):
            lower = self.words[c].lower
            objects = self._objects(c)
            if self._only_when(c):
                doers = doers or [o for o in objects if c < i and o not in self._dated]
            elif hosting and lower in PLACING:
                continue
            elif lower in PAIRED and trigger.type in MUTUAL:
                paired += objects
            elif lower in TOWARDS:
                sufferers += objects
        for c in self.grammar.children(i, "ccomp", "xcomp"):
            sufferers += self.grammar.children(c, "nsubj") if trigger.type in {"REQUEST"} else []
        if self.words[i].lower in DYING or self._harmed(i):
            doers, sufferers = [], [*doers, *sufferers]
        inner = [c for o in self.grammar.children(i, "dobj") for c in self._behind(o, trigger)]
        if hosting:
            doers, sufferers = sufferers, doers
        elif trigger.type in MEETING and trigger.mode != "visit":
            doers, sufferers = [*doers, *sufferers, *paired, *inner], []
        else:
            doers, sufferers = [*doers, *paired], [*sufferers, *inner]
        return Cast(tuple(dict.fromkeys(self._spread(doers))), tuple(dict.fromkeys(self._spread(sufferers))))

    def _only_when(self, preposition: int) -> bool:
        """ "On 13 April fighters seized …": the parse takes the doers for a part of the date."""
        return preposition + 1 in self._dated

    def _harmed(self, i: int) -> bool:
        """ "Policeman injured as …": a headline's verb of harm with nobody behind it is a passive."""
        if self.words[i].lower not in HARMED or self.grammar.passive(i):
            return False
        behind = self.words[i + 1].lower if i + 1 < len(self.words) else ""
        return behind == "as" or not self.grammar.children(i, "dobj")

    def _missed(self, i: int) -> list[int]:
        """ "Two civilians injured": the parse has no subject where the headline has no "were"."""
        return [self.grammar.root(i)] if self.grammar.unrooted(i) else []

    def _done_to(self, i: int, trigger: Trigger) -> list[int]:
        """The object where the deed is done to it, and whose it is: goods and troops that are sent are no target."""
        if trigger.type in GIVING or trigger.mode == "withdraw":
            return []
        objects = self.grammar.children(i, "dobj")
        for c in self.grammar.children(i, "ccomp"):
            objects += self.grammar.children(c, "nsubj") if self.words[i].lower.startswith("let") else []
        return [k for o in objects for k in (o, *self.grammar.children(o, "poss"))]

    def _objects(self, preposition: int) -> list[int]:
        found = self.grammar.children(preposition, "pobj")
        for c in self.grammar.children(preposition, "prep"):
            found += self.grammar.children(c, "pobj")
        return found

    def _behind(self, noun: int, trigger: Trigger) -> list[int]:
        """ "held talks with the envoy", "launched an attack on the post"."""
        found = []
        for c in self.grammar.children(noun, "prep"):
            if self.words[c].lower in TOWARDS | PAIRED and not (
                self.words[c].lower == "of" and trigger.type not in OF_WHOM
            ):
                found += self.grammar.children(c, "pobj")
        return found

    def _doers(self, i: int) -> list[int]:
        """The subject; of an infinitive the one who is asked, or the subject of the verb it hangs on."""
        word = self.words[i]
        if self.grammar.passive(i):
            return [g for c in self.grammar.children(i, "agent") for g in self.grammar.children(c, "pobj")]
        own = self.grammar.children(i, "nsubj")
        if own:
            return [self._antecedent(i, own[0])]
        if self.grammar.unrooted(i):
            return [self.grammar.root(i)]
        return self._shared(i) if word.dep != "ROOT" else []

    def _shared(self, i: int) -> list[int]:
        """The subject of the verb that this one hangs on, or its object where that is who shall do it."""
        word = self.words[i]
        for _ in range(5):
            if word.head == word.i or (word.dep in {"ccomp", "parataxis"} and word.tag in FINITE):
                return []  # who says so is not who did it
            head = self.words[word.head]
            if word.dep in {"xcomp", "ccomp", "advcl"} and is_verb(head):
                asked = self.grammar.children(head.i, "dobj", "dative")
                asked += [g for c in self.grammar.children(head.i, "prep") for g in self._asked(c)]
                called = any(self.words[c].lower in {"on", "upon"} for c in self.grammar.children(head.i, "prep"))
                if asked and (word.dep != "advcl" or called) and word.tag in {"VB", "VBG"}:
                    return asked[:1]
            if word.dep in {"relcl", "acl"} and not is_verb(head):
                return [head.i]
            if word.dep == "pcomp" and head.lower in {"of", "for", "from"}:
                blamed = self.grammar.children(head.head, "dobj", "nsubjpass") or self._renamed(head.head)
                if blamed or head.lower == "for" or self.words[head.head].lower in HEARSAY:
                    return blamed[:1]  # "called for lifting the siege": of whom, it does not say
            if word.dep == "pcomp" and head.lower == "against":
                return []
            if is_verb(head):
                if self.grammar.passive(head.i):
                    own = self.grammar.children(head.i, "nsubjpass")
                else:
                    own = self.grammar.children(head.i, "nsubj")
                if own:
                    return [self._antecedent(head.i, own[0])]
            elif word.dep == "pobj":
                return []
            word = head
        return []

    def _renamed(self, noun: int) -> list[int]:
        """Who is blamed where the parse hangs the blame on the name: "accused the wing, the Guard, of …"."""
        if self.words[noun].dep == "appos":
            noun = self.words[noun].head
        verb = self.words[self.words[noun].head]
        if self.words[noun].dep != "dobj" or not verb.lower.startswith(BLAMING):
            return []
        return [c for c in self.grammar.children(noun, "appos") if self.words[c].pos == "PROPN"][:1] or [noun]

    def _asked(self, preposition: int) -> list[int]:
        if self.words[preposition].lower not in {"on", "upon", "to"}:
            return []
        return self.grammar.children(preposition, "pobj")

    def _antecedent(self, verb: int, subject: int) -> int:
        """Whom "which" and "who" stand for."""
        word = self.words[verb]
        if word.dep == "relcl" and self.words[subject].lower in {"who", "which", "that"}:
            return word.head
        return subject

    def _noun(self, trigger: Trigger) -> Cast:
        i = trigger.word
        doers: list[int] = []
        sufferers: list[int] = []
        if (trigger.verb != i and self.words[i].dep in {"dobj"}) or (
            trigger.verb != i and self.grammar.passive(trigger.verb)
        ):
            doers += self._doers(trigger.verb)
        for owner in self.grammar.children(i, "poss"):  # "he spoke during his meeting with the envoy"
            own = self._around(i) if self.words[owner].tag == "PRP$" else []
            doers += own or [owner]
        for c in self.grammar.children(i, "prep", "agent"):
            objects, lower = self.grammar.children(c, "pobj"), self.words[c].lower
            if lower == "between":
                objects = [k for o in objects for k in self._both_sides(o)]
            if lower in SIDES or (lower in PAIRED and trigger.type in MUTUAL):
                doers += objects
            elif lower in TOWARDS and (lower != "of" or trigger.type in OF_WHOM):
                sufferers += objects
        if trigger.type in MEETING and trigger.mode != "visit":
            doers, sufferers = doers + sufferers, []
        if trigger.type in MEETING and len(doers) < 2 and trigger.verb == i and self.words[i].dep == "pobj":
            doers += self._around(i)
        doers = [*doers] or [c for c in self.grammar.children(i, "compound") if self.words[c].pos == "PROPN"]
        return Cast(tuple(dict.fromkeys(self._spread(doers))), tuple(dict.fromkeys(self._spread(sufferers))))

    def _both_sides(self, one: int) -> list[int]:
        """ "between X and Y", also where the parse has hung Y elsewhere."""
        joint = self.grammar.children(one, "cc")
        if self.grammar.children(one, "conj") or not joint or joint[0] + 1 >= len(self.words):
            return [one]
        other = joint[0] + 1
        for _ in range(8):
            if self.words[other].dep not in {"compound", "nmod", "amod", "det", "poss"}:
                break
            other = self.words[other].head
        return [one, other] if other > joint[0] and self.words[other].pos in {"NOUN", "PROPN"} else [one]

    def _around(self, i: int) -> list[int]:
        """The subject of the clause in which a meeting is a circumstance: "the two sides agreed at a meeting"."""
        verb = self.words[self.grammar.head(i)]
        if self.words[i].dep == "pobj":
            verb = self.words[verb.head]
        return self._doers(verb.i) if is_verb(verb) else []

    def _spread(self, heads: Iterable[int]) -> list[int]:
        """The heads with what is put beside them by "and" or "or"."""
        found: list[int] = []
        todo = list(heads)
        while todo and len(found) < 8:
            i = todo.pop(0)
            found.append(i)
            todo = self.grammar.children(i, "conj") + todo
        return found

"""How real an event is, as the one who says so has it: from tense, modals, negation and what the words hang on."""

from __future__ import annotations

from collections.abc import Mapping

from communique.language.events.grammar import BE, Grammar, is_verb
from communique.language.events.telling import telling
from communique.language.events.triggers import Trigger

HAPPENED, ONGOING, PLANNED = "happened", "ongoing", "planned"
CALLED_FOR, DENIED, HYPOTHETICAL = "called for", "denied", "hypothetical"
PLANNING = telling("reality", "planning")
PLAN_NOUNS = telling("reality", "plan_nouns")
DUE = telling("reality", "due")
WISHING = telling("reality", "wishing")
NO_FACT = telling("reality", "no_fact")
MULLING = telling("reality", "mulling")
DENYING = telling("reality", "denying")
FAILING = telling("reality", "failing")
STOPPING = telling("reality", "stopping")
MAYBE = frozenset({"may", "might", "could", "can", "ca"})
WILL = frozenset({"will", "shall", "'ll", "wo", "’ll"})
WOULD = frozenset({"would", "'d", "’d"})
MUST = frozenset({"should", "must", "ought"})
IF = frozenset({"if", "unless", "provided", "whether", "lest"})
NOT = frozenset({"not", "n't", "n’t", "never"})
NOBODY = telling("reality", "nobody")
ASIDE = telling("reality", "aside")
GOING_ON = telling("reality", "going_on")
KEEPING = telling("reality", "keeping")
USUALLY = telling("reality", "usually")
UNCHANGING = telling("reality", "unchanging")
DECLARING = frozenset({"REQUEST", "ACCUSE", "REJECT", "AGREE", "CONCEDE", "THREATEN", "SUPPORT"})
YIELDING = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "AID", "COOPERATE"})
WITH_AIM = frozenset({"REQUEST", "CONSULT", "PROTEST"})
AWAITING = frozenset({"once", "when", "after", "until", "before"})
BARRING = ("prevent", "bar", "ban", "block", "stop", "forbid", "forbade", "prohibit", "keep", "kept")
BARRED = frozenset({"prep", "pcomp", "xcomp", "ccomp"})
SWALLOWING = frozenset({"THREATEN", "REJECT"})
ASKING = SWALLOWING | {"REQUEST"}
_HIGHEST = 8


class Realities:
    """Tells of each trigger of a report how real it is; `triggers` are those found, by their word."""

    def __init__(self, grammar: Grammar, triggers: Mapping[int, Trigger]) -> None:
        self.grammar, self.triggers = grammar, triggers
        self.words = grammar.words

    def of(self, trigger: Trigger, *, told: bool) -> str | None:
        """One of the realities, or None where nothing is told as an event; `told` inside somebody's indirect words."""
        at = trigger.word
        told = told or self._told(trigger.verb)
        if self.grammar.lowers(self.grammar.children(trigger.verb, "advmod")) & USUALLY:
            return None
        passive = self.grammar.passive(trigger.verb) and not self.grammar.subjects(trigger.verb)
        if passive and self._supposed(trigger.verb):
            return None  # "if one more was robbed": a circumstance, nobody's deed
        own = self._noun(at) if trigger.noun else None
        if trigger.noun and trigger.verb != at:
            own = own if own == DENIED else self.own(trigger.verb, trigger.type, told)
            at = trigger.verb
        elif not trigger.noun:
            at = trigger.verb
            own = HAPPENED if trigger.done else self.own(at, trigger.type, told)
        return self._governed(at, own or HAPPENED, trigger, told)

    # -- by the word's own clause -------------------------------------------------------------------------------
    def own(self, i: int, kind: str, told: bool) -> str:
        """How real the clause of the verb itself makes it."""
        helpers = self.grammar.lowers(self.grammar.helpers(i))
        denied = self.negated(i) or self._not_yet(i)
        if self._supposed(i):
            return HYPOTHETICAL
        if denied:
            return DENIED
        if helpers & MAYBE:
            return HYPOTHETICAL
        if self.conditional(i) and helpers & (WILL | WOULD):
            return HYPOTHETICAL
        if helpers & WOULD:
            return PLANNED if told else HYPOTHETICAL
        if helpers & WILL or self._scheduled(i):
            return PLANNED
        if helpers & MUST:
            return CALLED_FOR
        if self._once(i):
            return PLANNED
        return self._tense(i, helpers, kind, told)

    def _not_yet(self, i: int) -> bool:
        """ "The parties have yet to agree"."""
        head = self.words[self.words[i].head]
        near = self.grammar.children(i, "advmod") + self.grammar.children(head.i, "advmod")
        having = self.words[i].dep == "xcomp" and head.lower in {"have", "has", "had"}
        return having and "yet" in self.grammar.lowers(near)

    def _once(self, i: int) -> bool:
        """ "once Parliament has approved it": as far off as what waits for it."""
        word = self.words[i]
        if word.dep != "advcl" or word.tag in {"VBD", "VBG"}:
            return False
        if not self.grammar.lowers(self.grammar.children(i, "mark", "advmod")) & AWAITING:
            return False
        return bool(self.grammar.lowers(self.grammar.helpers(word.head)) & WILL)

    def negated(self, i: int) -> bool:
        """Whether the clause says that it is not so."""
        here = i
        for _ in range(_HIGHEST):
            if self.grammar.children(here, "neg"):
                return True
            if self.grammar.lowers(self.grammar.children(here, "advmod", "preconj")) & (NOT | {"neither", "nor"}):
                return True
            for c in self.grammar.children(here, "nsubj", "nsubjpass", "dobj", "npadvmod"):
                words = [c, *self.grammar.children(c, "det", "preconj", "advmod")]
                if self.grammar.lowers(words) & NOBODY:
                    return True
            word = self.words[here]
            if (
                word.dep == "conj"
                and is_verb(self.words[word.head])
                and not self.grammar.children(here, "nsubj", "aux")
            ):
                joint = self.grammar.lowers(self.grammar.children(word.head, "cc"))
                if not joint & {"nor", "or"}:
                    return False
                here = word.head
                continue
            return False
        return False

    def _supposed(self, i: int) -> bool:
        """Whether the clause is a condition: "if it leaves", "should they come"."""
        here = i
        for _ in range(3):
            if self.grammar.lowers(self.grammar.children(here, "mark")) & IF:
                return True
            subjects = self.grammar.children(here, "nsubj", "nsubjpass")
            helpers = self.grammar.children(here, "aux")
            first = [h for h in helpers if self.words[h].lower in {"should", "were", "had"}]
            if subjects and first and first[0] < subjects[0] and self.words[here].dep == "advcl":
                return True
            if self.words[here].dep != "conj":
                return False
            here = self.words[here].head
        return False

    def conditional(self, i: int) -> bool:
        """Whether a condition hangs on the clause."""
        return any(self._supposed(c) for c in self.grammar.children(i, "advcl")) or any(
            self.grammar.lowers([c]) & {"if"} for c in self.grammar.children(i, "prep", "mark")
        )

    def _scheduled(self, i: int) -> bool:
        """ "are to sign", "is expected to", "going to"."""
        word = self.words[i]
        if word.dep == "xcomp" and "to" in self.grammar.lowers(self.grammar.children(i, "aux")):
            return self.words[word.head].lower in BE
        due = self.grammar.lowers(self.grammar.children(i, "acomp")) & {"due"}
        return bool(due) or word.lower in {"expected", "scheduled", "planned", "due", "slated"}

    def _tense(self, i: int, helpers: set[str], kind: str, told: bool) -> str:
        word = self.words[i]
        above = self.words[word.head]
        if word.dep == "xcomp" and above.lower in KEEPING:
            return ONGOING
        if kind == "PROTEST" and helpers & {"have", "has"} and word.lower in {"been", "stopped", "refused"}:
            return ONGOING
        if word.tag == "VBG" and helpers & BE:
            past = helpers & {"was", "were"}
            return HAPPENED if past and not told and not self._still(i) else ONGOING
        if word.lower in GOING_ON and word.tag in {"VBZ", "VBP"}:
            return ONGOING
        present = word.tag in {"VBZ", "VBP"} and word.lower not in UNCHANGING and not helpers
        return ONGOING if present and kind not in DECLARING and not self._headline(i) else HAPPENED

    def _still(self, i: int) -> bool:
        return "still" in self.grammar.lowers(self.grammar.children(i, "advmod"))

    def _headline(self, i: int) -> bool:
        parse = self.grammar.parse
        return parse.passages[parse.passage_of_sentence[self.words[i].sentence]].kind != "body"

    def _noun(self, i: int) -> str | None:
        if self.grammar.lowers(self.grammar.children(i, "det", "neg")) & {"no", "neither"}:
            return DENIED
        return None

    def _told(self, i: int) -> bool:
        """Whether the clause is what a verb in the past tells: "said that tanks were being moved"."""
        word = self.words[i]
        while word.dep == "conj" and is_verb(self.words[word.head]):
            word = self.words[word.head]
        return word.dep == "ccomp" and self.words[word.head].tag == "VBD" and word.head < word.i

    # -- by what it hangs on ------------------------------------------------------------------------------------
    def _governed(self, i: int, state: str, trigger: Trigger, told: bool) -> str | None:
        at, stopped = i, False
        for _ in range(_HIGHEST):
            word = self.words[at]
            if word.head == at or word.dep in {"relcl", "parataxis"}:
                break
            head = self.words[word.head]
            if word.dep == "prep" and word.lower in ASIDE:
                break  # "after the shelling, he called for calm"
            if word.dep == "conj":
                at = head.i
                continue
            if word.dep == "advcl":
                if self._purpose(at) and head.i in self.triggers and self.triggers[head.i].type in ASKING:
                    return self._by_trigger(self.triggers[head.i], head.i, at, state, stopped, told, trigger)[0]
                if self._purpose(at) and at == i:
                    return self.own(head.i, trigger.type, told) if trigger.type in WITH_AIM else None
                break
            if word.dep == "ccomp" and head.i > at and not self._bound(head.i, at):
                break
            if word.dep in {"nsubj", "nsubjpass", "csubj"} and at != i:
                break
            if is_verb(word) and at != i and self.grammar.lowers(self.grammar.children(at, "mark")) & {"whether"}:
                return HYPOTHETICAL
            outcome, stopped = self._by(head.i, at, state, stopped, trigger, told)
            if outcome is None:
                return None
            state, at = outcome, head.i
        return state

    def _bound(self, head: int, at: int) -> bool:
        """Whether what stands before "they demanded" is what they demanded; before "he denied it" it is another's."""
        above = self.triggers.get(head)
        return (
            above is not None and above.type == "REQUEST" and bool(self.grammar.lowers(self.grammar.helpers(at)) & MUST)
        )

    def _purpose(self, i: int) -> bool:
        return self.words[i].tag == "VB" and "to" in self.grammar.lowers(self.grammar.children(i, "aux"))

    def _by(
        self, head: int, at: int, state: str, stopped: bool, trigger: Trigger, told: bool
    ) -> tuple[str | None, bool]:
        """What the governing word makes of it, and whether it is asked to stop."""
        lower = self.words[head].lower
        above = self.triggers.get(head)
        if above is not None and above.word != trigger.word and above.verb != trigger.verb:
            return self._by_trigger(above, head, at, state, stopped, told, trigger)
        if lower in STOPPING and self.words[at].dep in {"xcomp", "pcomp", "prep", "dobj", "ccomp"}:
            return state, True
        if lower in DENYING:
            return (HYPOTHETICAL if self.words[head - 1].lower == "nor" else DENIED), stopped  # "nor deny that …"
        if lower in FAILING:
            return (HAPPENED if self.negated(head) else DENIED), stopped
        if lower in WISHING or lower in NO_FACT:
            return None, stopped
        if lower in MULLING:
            return (state if state == DENIED else HYPOTHETICAL), stopped
        if (is_verb(self.words[head]) and not trigger.noun) or self.words[at].dep == "xcomp":
            return self._by_verb(head, at, state), stopped
        if lower in PLAN_NOUNS and self.words[at].dep in {"acl", "prep"}:
            return PLANNED, stopped
        return state, stopped

    def _by_verb(self, head: int, at: int, state: str) -> str:
        lower = self.words[head].lower
        infinitive = self._purpose(at)
        if infinitive and state == HAPPENED:
            if self.negated(head):
                return DENIED
            if lower in PLANNING or lower in DUE or lower in BE:
                helpers = self.grammar.lowers(self.grammar.helpers(head))
                return HYPOTHETICAL if helpers & MAYBE else PLANNED
            helpers = self.grammar.lowers(self.grammar.helpers(head))
            if helpers & MAYBE:
                return HYPOTHETICAL
            if helpers & (WILL | WOULD):
                return PLANNED
        return state

    def _by_trigger(
        self, above: Trigger, head: int, at: int, state: str, stopped: bool, told: bool, trigger: Trigger
    ) -> tuple[str | None, bool]:
        if above.type in SWALLOWING and self.words[at].dep != "nsubj":
            return None, stopped
        if above.type == "COERCE" and self.words[head].lower.startswith(BARRING) and self.words[at].dep in BARRED:
            return None, stopped
        own = self.own(above.verb, above.type, told) if not above.noun else HAPPENED
        if own in {DENIED, HYPOTHETICAL} and self.words[at].dep in {"xcomp", "ccomp", "pcomp", "prep", "dobj", "advcl"}:
            return None, stopped
        if above.type == "AGREE" and trigger.type == "AGREE":
            return None, stopped
        if above.type == "REQUEST":
            return (ONGOING if stopped else state if state == DENIED else CALLED_FOR), stopped
        if above.type in {"AGREE", "CONCEDE"} and self.words[at].dep in {"xcomp", "ccomp", "prep", "pcomp", "dobj"}:
            return (state if state == DENIED else PLANNED), stopped
        return state, stopped

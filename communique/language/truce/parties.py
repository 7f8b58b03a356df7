"""Who is said to have done it, and to whom: actors by their place in the grammar of the claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from communique.domain.actor import Mention
from communique.language.figures import Appearance
from communique.language.truce.belief.polarity import DENIED
from communique.language.truce.belief.reality import taken_on
from communique.language.truce.deeds.groups import Group
from communique.language.truce.deeds.gunfire import PERCEIVING
from communique.language.truce.deeds.idioms import PUTTING
from communique.language.truce.deeds.nominal import BLAMING
from communique.language.truce.described import Describer
from communique.language.words import Parse, Word

SUFFERERS = {"dobj", "nsubjpass", "dative"}
KILLINGS = {"killing", "killings", "massacre", "murder", "murders", "shooting", "execution", "abduction", "kidnapping"}
DYING = {"died", "die", "dies", "dying", "perished", "lost"}
AGAINST = {"on", "against", "at"}
BELONGING = {"belonged", "belongs", "belong"}
FAULTING = {"blamed", "blames", "blaming", "accused", "suspects", "suspected"}
NEXT = 16  # words of the next sentence among which somebody is blamed
DEEPEST = 6  # names within names; a hostile text has thousands
UP = 5  # steps up the parse from a step to who takes it or is asked for it
# Who sees a tank past the line or loses a drone has not done it.
LOSING = {"lost", "lose", "loses", "losing", "lacks", "lack", "without", "suffered", "experienced"}
SEEING = (
    LOSING
    | PERCEIVING
    | {"spotted", "seen", "see", "sees", "show", "shows", "showed", "shown", "found", "finds", "photographed"}
)
SEEING |= {"observes", "sighted", "note", "notes", "missing", "missed", "saw", "spot", "spots", "counts"}
SUFFERED = ("civilians/", "mechanism/")  # breaches whose object is somebody
LETTING = {"let", "lets", "letting", "allow", "allows", "permit", "permits", "refuse", "refuses", "refused", "blocked"}
STOPPING = {"protected objects and aid/aid blocked", "protected objects and aid/movement restricted"}
WITNESSES = {"pictures", "images", "photographs", "footage", "video", "camera", "cameras", "imagery", "photos"}
CIRCUMSTANCE = {"as", "when", "after", "while"}
MOST = 4  # parties of one claim; more are a list of everybody


class Parties:
    """Finds the doers and the sufferers of claims among the appearances of the actors."""

    def __init__(
        self,
        parse: Parse,
        appearances: Sequence[Appearance],
        places: Sequence[Mention],
        describer: Describer | None = None,
    ) -> None:
        self.parse, self.describer = parse, describer
        self._by_word: dict[int, Appearance] = {}
        where = {i for m in places for i in parse.inside(m.span)}
        for appearance in appearances:
            if appearance.kind != "government" and where.issuperset(range(appearance.first, appearance.last + 1)):
                continue  # a town that was taken for a name
            for i in range(appearance.first, appearance.last + 1):
                self._by_word.setdefault(i, appearance)

    def of(self, group: Group) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """The ids of the alleged parties and of the victims, and whether the parties are alternatives ("or")."""
        doers = [i for e in group.evidence for i in self._doers(e.verbs, e.nouns, e.harm)]
        for at in (e.at for e in group.evidence if e.breach):
            doers += self._breakers(at)
            if not doers and self.parse.words[at].lower not in SEEING:
                above = [c for p in group.pieces for c in self.children(p.head, {"nsubj"})]
                doers += [c for c in above if self.parse.words[c].lower not in WITNESSES]
        verbs = [v for e in group.evidence for v in (*e.verbs, *e.harm)]
        passive = any(self.children(v, {"nsubjpass"}) for v in verbs)
        denied = group.polarity.name == DENIED and group.polarity.by is not None
        if denied and not passive and group.polarity.by is not None and self._denies_for_itself(doers):
            doers += self.children(group.polarity.by, {"nsubj"})
        sufferers = [i for e in group.evidence for i in self._sufferers(e.verbs, e.nouns, e.harm)]
        if suffered := [e.at for e in group.evidence if e.breach and e.breach.type.startswith(SUFFERED)]:
            sufferers += [i for at in suffered for i in self._broken_against(at)]
        party = self.named(doers)
        if not party and not denied:
            doers = self._owners(group) or (self._blamed(group) if group.has_attack else [])
            party = self.named(doers)
        if not party and not denied and (barring := self._barring(group)):
            party, doers = self.named(barring), barring
        victims = tuple(v for v in self.named(sufferers) if v not in party)
        either = bool(party) and (self.alternatives(doers) or (len(party) > 1 and self._or_between(doers)))
        return party[:MOST], victims[:MOST], either

    def _barring(self, group: Group) -> list[int]:
        """Who lets nobody through: "have been standing for days because the garrison will not let them pass"."""
        if not any(e.breach and e.breach.type in STOPPING for e in group.evidence):
            return []
        first, end = self.parse.sentences[self.parse.words[group.head].sentence]
        verbs = [i for i in range(first, end) if self.parse.words[i].lower in LETTING]
        found = [c for i in verbs for c in self.children(i, {"nsubj"}) + self.through(i, {"by"})]
        above = [self.parse.words[i].head for i in verbs if self.parse.words[i].dep == "xcomp"]
        found += [c for i in above for c in self.children(i, {"nsubj"}) if not found]
        return [c for c in found if self.parse.words[c].pos != "PRON"]

    def _owners(self, group: Group) -> list[int]:
        """To whom the weapon is said to belong: "the drone belonged to the army or to the guard"."""
        return [k for i in self._around(group) if self.parse.words[i].lower in BELONGING for k in self._all_to(i)]

    def _all_to(self, verb: int) -> list[int]:
        links = [c for c in self.parse.subtree(verb) if self.parse.words[c].lower == "to" and c > verb]
        return [k for c in links for k in self.children(c, {"pobj"})]

    def _blamed(self, group: Group) -> list[int]:
        """Who is blamed right behind: "…; the guard was blamed", "Drenko blamed the Highland Guard." """
        found: list[int] = []
        for i in self._around(group):
            if self.parse.words[i].lower in FAULTING and i > group.words()[-1]:
                found += self.children(i, {"dobj", "nsubjpass"})
        return found

    def _around(self, group: Group) -> range:
        """The words of the group's sentence and of the one behind it."""
        number = self.parse.words[group.head].sentence
        first, end = self.parse.sentences[number]
        if number + 1 < len(self.parse.sentences):
            end = min(self.parse.sentences[number + 1][1], end + NEXT)
        return range(first, end)

    def _breakers(self, at: int) -> list[int]:
        """Who did what the verb or noun of a breach tells: its subject, its agent, whose seizure it is."""
        word = self.parse.words[at]
        if word.lower in SEEING:
            return self.through(at, {"by"}) if word.lower in LOSING else []
        found = self.children(at, {"nsubj", "poss"}) + self.through(at, {"by"})
        if (
            not found
            and word.dep in {"xcomp", "conj", "advcl", "pcomp", "acl"}
            and not self.children(at, {"nsubjpass"})
        ):
            found = self._accused(at) or self.children(word.head, {"nsubj"})
        if word.dep == "relcl" and any(self.parse.words[c].lower in {"who", "which", "that"} for c in found):
            found = [word.head]
        return found

    def _broken_against(self, at: int) -> list[int]:
        if self.parse.words[at].lower in LOSING:
            return self.children(at, {"nsubj"})
        return self.children(at, SUFFERERS) + self.through(at, {"of"})

    def _denies_for_itself(self, doers: Sequence[int]) -> bool:
        """Whether nobody else is named as doer: "denied shelling Velm", "denied that it had shelled Velm"."""
        return all(self.parse.words[i].pos == "PRON" for i in doers) or not self.named(doers)

    def asked(self, anchor: int, calling: Collection[str]) -> tuple[str, ...]:
        """Of whom a step is asked: "urged the guarantors to use …", "called on Ardania", "the mission should …"."""
        at = self.parse.words[anchor]
        found = [] if at.lower in calling else self.subjects(anchor)  # who asks is not who is asked
        for _ in range(UP):
            if at.lower in calling:
                found += self.children(at.i, {"dobj", "dative", "nsubjpass"}) + self.through(at.i, {"on", "to", "upon"})
            if named := self.named(found):
                return named[:MOST]
            if at.head == at.i:
                break
            at = self.parse.words[at.head]
        return ()

    def acting(self, anchor: int) -> tuple[str, ...]:
        """Who takes a step, or announces to take it."""
        at = self.parse.words[anchor]
        for _ in range(UP):
            found = self.children(at.i, {"nsubj"}) + self.through(at.i, {"by"})
            if found or at.head == at.i or at.dep in {"advcl", "relcl"}:
                return self.named(found)[:MOST]
            at = self.parse.words[at.head]
        return ()

    def subjects(self, verb: int) -> list[int]:
        """The heads of the verb's subject, or of who did it where it is told in the passive."""
        return self.children(verb, {"nsubj"}) + self.through(verb, {"by"})

    def _doers(self, verbs: Iterable[int], nouns: Iterable[int], harm: Iterable[int]) -> list[int]:
        found: list[int] = []
        for verb in (*verbs, *harm):
            if self.parse.words[verb].lower in PERCEIVING | DYING | PUTTING or (verb in harm and self._suffers(verb)):
                continue
            found += self.children(verb, {"nsubj"})
            found += self.through(verb, {"by"})
            word = self.parse.words[verb]
            if word.dep in {"conj", "xcomp"} and not self.children(verb, {"nsubj", "nsubjpass"}):
                found += self.children(word.head, {"nsubj"})
            found += self._accused(verb)
            if not found and self.parse.words[verb].tag in {"VBD", "VBZ", "VBP"} and verb:
                found.append(verb - 1)  # a subject the parse has hung elsewhere stands right before its verb
        for noun in nouns:
            found += self._accused(noun) + self._claiming(noun)
            found += self.children(noun, {"poss", "compound", "amod", "nmod"})
            found += self.through(noun, {"by", "from", "between"})
            if self.parse.words[noun].dep in {"nsubj", "nsubjpass"}:
                found += self.through(self.parse.words[noun].head, {"between"})
        return found

    def _sufferers(self, verbs: Iterable[int], nouns: Iterable[int], harm: Iterable[int]) -> list[int]:
        found: list[int] = []
        for verb in (*verbs, *harm):
            if self.parse.words[verb].lower in DYING or (verb in harm and self._suffers(verb)):
                found += self.children(verb, {"nsubj"})
            found += self.children(verb, SUFFERERS)
            found += self.through(verb, AGAINST)
        for noun in nouns:
            killing = {"of"} if self.parse.words[noun].lower in KILLINGS else set()
            found += self.through(noun, AGAINST | killing)
        return found

    def _suffers(self, verb: int) -> bool:
        """ "…, two nurses killed": a headline leaves out the "were" """
        word = self.parse.words[verb]
        objects = [c for c in self.children(verb, {"dobj"}) if not self._in_next_clause(verb, c)]
        return word.tag in {"VBD", "VBN"} and bool(self.children(verb, {"nsubj"})) and not objects

    def _in_next_clause(self, verb: int, i: int) -> bool:
        """ "Policeman injured as guard fires on outskirts": the parse hangs the outskirts on the injuring."""
        return any(w.lower in CIRCUMSTANCE for w in self.parse.words[verb + 1 : i])

    def _accused(self, i: int) -> list[int]:
        """Who is accused of the deed: "accused the guard of firing", "blamed the guard for the bombing"."""
        word = self.parse.words[i]
        link = self.parse.words[word.head]
        if word.dep not in {"pcomp", "pobj"} or link.lower not in {"of", "for"}:
            return []
        return self.children(link.head, {"dobj"}) if self.parse.words[link.head].lower in BLAMING else []

    def _claiming(self, noun: int) -> list[int]:
        """Who says that it was their deed: "claimed responsibility for the attack"."""
        taking = taken_on(self.parse, noun)
        return self.children(taking, {"nsubj"}) if taking is not None else []

    def children(self, i: int, deps: set[str]) -> list[int]:
        """What hangs on the word by one of the dependencies."""
        return [c for c in self.parse.children[i] if self.parse.words[c].dep in deps]

    def through(self, i: int, prepositions: set[str]) -> list[int]:
        """The nouns behind a preposition that hangs on the word."""
        found = []
        for c in self.parse.children[i]:
            if self.parse.words[c].lower in prepositions and self.parse.words[c].dep in {"prep", "agent"}:
                found += self.children(c, {"pobj"})
        return found

    def named(self, heads: Iterable[int]) -> tuple[str, ...]:
        """The ids of the actors that the noun phrases of these heads name."""
        found: dict[str, None] = {}
        for head in heads:
            for part in self._coordinated(head):
                whom = next((c for c in self.children(part, {"appos"}) if c in self._by_word), part)
                named = [a.figure for i in self._phrase(self.parse.words[whom]) if (a := self._by_word.get(i))]
                if not named and self.describer:
                    named = list(self.describer.ids(part)) or self._described(part)
                found.update(dict.fromkeys(named))
        return tuple(found)

    def _described(self, head: int) -> list[str]:
        """Whose guns they are: the army of "army howitzers", the government of "government jets"."""
        before = self.children(head, {"compound", "nmod", "poss", "amod"}) if self.describer else []
        return [key for c in before if self.describer for key in self.describer.ids(c)][:1]

    def alternatives(self, heads: Iterable[int]) -> bool:
        """Whether an "or" parts the names: "Varenian or Ardanian jets", "the army or the guard"."""
        words = {i for head in heads for i in self._phrase(self.parse.words[head])}
        near = {c for i in words for c in self.parse.children[i]}
        return any(self.parse.words[c].lower == "or" and self.parse.words[c].dep == "cc" for c in near)

    def _or_between(self, heads: Sequence[int]) -> bool:
        """ "To the army or to the guard" """
        return any(self.parse.words[i].lower == "or" for i in range(min(heads), max(heads)))

    def _coordinated(self, head: int) -> list[int]:
        """The heads put beside each other: "two soldiers and a farmer"."""
        found, todo = [head], [head]
        while todo and len(found) <= MOST:
            more = self.children(todo.pop(), {"conj"})
            found += more
            todo += more
        return found

    def _phrase(self, head: Word, deep: int = 0) -> list[int]:
        """The words of a name phrase: its head, what stands before it, and what is put beside it with "and" or "or"."""
        found = [head.i]
        if deep > DEEPEST:
            return found
        for c in self.parse.children[head.i]:
            word = self.parse.words[c]
            if word.dep in {"compound", "amod", "poss", "nmod"}:
                found += self._phrase(word, deep + 1)
            elif (
                word.dep == "appos"
                or (word.dep == "conj" and word.pos == "ADJ")
                or (word.dep == "prep" and word.lower == "of")
            ):
                found += [
                    k
                    for g in ([c] if word.dep != "prep" else self.children(c, {"pobj"}))
                    for k in self._phrase(self.parse.words[g], deep + 1)
                ]
        return sorted(found)

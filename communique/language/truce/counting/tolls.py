"""How many were killed and how many injured, as the words of one claim give it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.truce import Count
from communique.language.truce.counting.numbers import Amount, amounts
from communique.language.truce.deeds.idioms import INJURING, KILLING, by_subject, harm_at, puts_toll
from communique.language.truce.lexicon import ViolationWords
from communique.language.truce.pieces import is_verb
from communique.language.words import Parse, Word

BE = {"was", "were", "been", "be", "is", "are", "being", "got", "get", "reported", "have", "had", "has", "left"}
REACH = 9  # words between a number and its verb: "five civilians of one family, among them a child, were killed"
SOMEBODY = {"man", "woman", "boy", "girl", "child", "person"}  # "a woman of sixty"
WAR = 10_000
FORWARD = 5
TOLLS = {"toll", "death", "deaths", "injury", "injuries"}
HEADLINE = {",", "and", "as", "in", "when", "after", "by", ";", "at", "on", "near"}
FINDING = {"found", "discovered", "shot", "lay", "reported", "left", "gunned"}
WHOSE = {"the", "its", "his", "her", "their", "our", "my"}  # "killing its driver": one, as "a driver" is
BREAKS = {"in", "on", "at", "when", "as", "after", "by", "while", "near", "with", "which", "who", "that", "from", "for"}


class Tolls:
    """Reads the tolls of one claim: `words` are its indices, in a row."""

    def __init__(self, parse: Parse, words: Sequence[int], lexicon: ViolationWords, *, lead: int = -1) -> None:
        self.parse, self.words, self.lexicon = parse, words, lexicon
        # The verb of the leading clause speaks for the claim; a clause inside it may tell of others' deaths.
        self.marks = sorted(words, key=lambda i: i != lead)
        self.first, self.last = words[0], words[-1]
        verbs = (i for i in words if is_verb(parse.words[i]))
        self.harms = {i: harm for i in verbs if (harm := harm_at(parse, i, lexicon))}
        self.numbers = [a for a in (*amounts(parse, words), *self._single()) if self._counts_people(a)]
        self.numbers.sort(key=lambda a: a.first)

    def killed(self) -> Count | None:
        """The killed, None where the claim gives no number."""
        return self._toll(self.lexicon.killing, KILLING)

    def injured(self) -> Count | None:
        """The injured, None where the claim gives no number."""
        return self._toll(self.lexicon.injuring, INJURING)

    def _toll(self, forms: frozenset[str], harm: str) -> Count | None:
        for i in self.marks:
            told = self.harms.get(i)
            if told == harm or (told is None and self.parse.words[i].lower in forms):
                amount = self._of_idiom(i) if told else self._of(i)
                if amount:
                    return amount.count(self.parse)
        return None

    def _of_idiom(self, i: int) -> Amount | None:
        """ "Four people lost their lives", "claimed eleven lives", "picked off two soldiers"."""
        put = puts_toll(self.parse, i)
        if put is not None:
            return next((n for n in self.numbers if n.first == put + 1), None)
        if by_subject(self.parse, i, self.lexicon) or self._passive_of(i):
            return self._of_subject(i) or self._before(i)
        dead = i < self.last and self.parse.words[i + 1].lower == "dead"  # "shot dead two men"
        return self._after(i + dead, REACH) or self._of_subject(i) or self._before(i)

    def _passive_of(self, i: int) -> bool:
        return any(self.parse.words[c].dep == "nsubjpass" for c in self.parse.children[i])

    def _of(self, i: int) -> Amount | None:
        word = self.parse.words[i]
        own = next((n for n in self.numbers if n.last == i - 1), None)
        after = self.parse.words[i + 1].lower if i < self.last else ""
        if own and (not after or after in HEADLINE):
            return own  # "two killed, six hurt as shells rain on a town"
        if word.lower in TOLLS:
            return self._after(i, REACH + 12 if word.lower == "toll" else FORWARD) or self._before(i)
        if word.pos == "NOUN" and i < self.last and self.parse.words[i + 1].lower == "of":
            return self._after(i, FORWARD) or self._before(i)  # "the killing of a shepherd"
        if word.lower == "dead" or word.pos == "NOUN":
            return self._before(i)
        if word.lower in {"died", "die", "dies", "dying"}:
            return self._of_subject(i) or self._before(i)
        if self._passive(i):
            return self._of_subject(i) or self._before(i) or (None if self._aux(i) else self._after(i, FORWARD))
        behind = self._after(i, FORWARD)
        return behind if behind or word.tag not in {"VBD", "VBN"} else self._before(i)

    def _of_subject(self, i: int) -> Amount | None:
        """The number that opens the subject: "nine members of the guard who were at the post were killed"."""
        for c in self.parse.children[i]:
            if self.parse.words[c].dep not in {"nsubj", "nsubjpass"}:
                continue
            own = [n for n in self.numbers if self.parse.words[n.last].head == c and n.last < c]
            if own and not self._harm_between(c + 1, i):
                return self._sum(own[0])
        return None

    def _aux(self, i: int) -> bool:
        return self.parse.words[i - 1].lower in BE if i > self.first else False

    def _passive(self, i: int) -> bool:
        word = self.parse.words[i]
        if word.tag == "VBG" or word.lower.endswith("s") or word.lower in {"kill", "wound", "injure"}:
            return False
        if any(self.parse.words[c].dep in {"auxpass", "nsubjpass"} for c in self.parse.children[i]):
            return True
        nearest = self._after(i, 4)
        return word.tag == "VBN" and not nearest

    def _after(self, i: int, reach: int) -> Amount | None:
        for amount in self.numbers:
            if i < amount.first <= i + reach and not self._harm_between(i + 1, amount.first):
                between = [w.lower for w in self.parse.words[i + 1 : amount.first]]
                if reach <= FORWARD and set(between) & (BREAKS - {"on"}) and between[:1] != ["of"]:
                    return None
                return self._sum(amount)
        return None

    def _before(self, i: int) -> Amount | None:
        best = None
        for amount in self.numbers:
            if amount.last < i <= amount.last + REACH and not self._harm_between(amount.last + 1, i):
                best = amount
        return self._sum_back(best) if best else None

    def _harm_between(self, start: int, end: int) -> bool:
        both = self.lexicon.killing | self.lexicon.injuring
        return any(self.parse.words[k].lower in both for k in range(start, end))

    def of_a_war(self) -> bool:
        """Whether a number is too large for one attack: it is the toll of a war, whatever the clause says."""
        return any(c is not None and (c.low or 0) >= WAR for c in (self.killed(), self.injured()))

    # -- sums that the text itself makes: "three aid workers and a driver" -----------------------------------------
    def _sum(self, amount: Amount) -> Amount:
        following = [n for n in self.numbers if n.first > amount.last]
        return self._joined(amount, following[0]) if following else amount

    def _sum_back(self, amount: Amount) -> Amount:
        earlier = [n for n in self.numbers if n.last < amount.first]
        return self._joined(earlier[-1], amount) if earlier and self._coordinated(earlier[-1], amount) else amount

    def _joined(self, a: Amount, b: Amount) -> Amount:
        if not self._coordinated(a, b):
            return a
        low = None if a.low is None or b.low is None else a.low + b.low
        high = None if a.high is None or b.high is None else a.high + b.high
        return Amount(a.first, self._noun_end(b), low, high)

    def _coordinated(self, a: Amount, b: Amount) -> bool:
        between = self.parse.words[a.last + 1 : b.first]
        if between and between[-1].tag == "PRP$":
            between = between[:-1]  # "a baker and his two sons"
        least = 0 if self.parse.words[a.last].pos == "NOUN" else 1
        if not least < len(between) <= 6 or between[-1].lower != "and":
            return False
        after = {w.lower for w in self.parse.words[b.last + 1 : b.last + 4]}
        harm = self.lexicon.killing | self.lexicon.injuring
        if self._harm_between(b.first, min(b.last + 3, self.last + 1)) and not after & BE:
            return False
        return all(w.pos in {"NOUN", "PROPN", "ADJ", "CCONJ"} and w.lower not in harm for w in between)

    def _noun_end(self, amount: Amount) -> int:
        at = amount.last
        harmed = self.lexicon.killing | self.lexicon.injuring
        while at < self.last and self.parse.words[at + 1].pos in {"NOUN", "PROPN", "ADJ"}:
            if self.parse.words[at + 1].lower in harmed and at > amount.last:
                break  # "a docker dead"
            at += 1
        return at

    # -- which numbers count people ---------------------------------------------------------------------------------
    def _single(self) -> list[Amount]:
        """ "A shepherd", "its driver": one, where what follows can be a victim."""
        found = []
        for i in self.words:
            lower = self.parse.words[i].lower
            if i == self.last or (lower not in {"a", "an"} and lower not in WHOSE and not self._beside_kin(i)):
                continue
            noun = self._noun_end(Amount(i, i, 1, 1))
            last = self.parse.words[noun]
            single = (last.pos == "NOUN" and last.tag == "NN") or last.lower == "civilian"
            if lower in WHOSE and last.lower not in self.lexicon.persons:
                continue
            if noun > i and single and last.lower not in self.lexicon.nobody and self._is_victim(noun):
                found.append(Amount(i, noun, 1, 1))
        return found

    def _beside_kin(self, i: int) -> bool:
        """ "The driver and his son": he is one, too."""
        word = self.parse.words[i]
        if word.lower != "the" or word.dep != "det":
            return False
        kin = [c for c in self.parse.children[word.head] if self.parse.words[c].dep == "conj"]
        whose = [k for c in kin for k in self.parse.children[c] if self.parse.words[k].lower in WHOSE]
        return bool(whose) and self.parse.words[word.head].lower in self.lexicon.persons

    def _is_victim(self, noun: int) -> bool:
        word = self.parse.words[noun]
        while word.dep == "conj" and self.parse.words[word.head].pos == "NOUN" and word.head < noun - 1:
            word = self.parse.words[word.head]  # "three aid workers and a driver": as the first of them
        harm = self.lexicon.killing | self.lexicon.injuring
        head = self.parse.words[word.head]
        if head.i in self.harms and word.dep in {"nsubj", "nsubjpass", "dobj"}:
            return word.dep != "nsubj" or by_subject(self.parse, head.i, self.lexicon)
        if word.lower in self.lexicon.persons and self._found_dead(word, head):
            return True
        if word.dep in {"dobj", "nsubjpass", "nsubj", "conj", "attr", "dep", "oprd"} and head.lower in harm:
            return (
                word.dep != "nsubj"
                or head.lower in {"died"}
                or any(self.parse.words[c].dep == "auxpass" for c in self.parse.children[head.i])
            )
        if noun < self.last and self.parse.words[noun + 1].lower in {"dead", "wounded", "injured", "hurt"}:
            return True  # "leaving a docker dead"
        before = self.parse.words[noun - 2].lower if noun >= 2 else ""
        return (word.dep == "conj" and head.pos == "NOUN" and self._near_harm(noun)) or before in harm

    def _found_dead(self, word: Word, head: Word) -> bool:
        """ "A shepherd was found shot dead", "the killing of a shepherd", "one woman was reported killed" """
        if word.dep == "pobj" and head.lower == "of":
            return self.parse.words[head.head].lower in self.lexicon.killing
        below = {self.parse.words[k].lower for k in self.parse.subtree(head.i) if k > head.i}
        return word.dep in {"nsubjpass", "nsubj"} and head.lower in FINDING and "dead" in below | {head.lower}

    def _near_harm(self, noun: int) -> bool:
        return self._harm_between(noun + 1, min(noun + 4, self.last + 1))

    def _is_person(self, i: int) -> bool:
        """ "A shepherd of 60": how old, not how many."""
        return self.parse.words[i].lower in SOMEBODY | self.lexicon.persons

    def _counts_people(self, amount: Amount) -> bool:
        if amount.low == 0 or amount.high == 0:
            return False
        after = self.parse.words[amount.last + 1 : amount.last + 3]
        before = self.parse.words[amount.first - 1].lower if amount.first else ""
        if (
            any(w.lower in self.lexicon.things for w in after[:1])
            or before in self.lexicon.things
            or before in {"aged", "age"}
            or (before == "of" and amount.first > 1 and self._is_person(amount.first - 2))
        ):
            return False
        harm = self.lexicon.killing | self.lexicon.injuring
        if (
            before not in harm
            and after
            and after[0].lower == "of"
            and len(after) > 1
            and after[1].lower in {"them", "whom", "those", "which"}
        ):
            return False
        low = amount.low or amount.high or 0
        return not (
            1900 <= low <= 2100 and amount.first == amount.last and self.parse.words[amount.first].text.isdigit()
        )

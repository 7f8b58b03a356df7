"""What in a piece of a sentence tells of an attack, of harm or of another breach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.lexicon import Breach, ViolationWords
from communique.language.truce.pieces import Piece, is_verb
from communique.language.words import Parse, Word

ARMED_NEAR = 16  # words between a verb and its weapon
NEAR = 3  # words before an attack noun among which its weapon stands
PERCEIVING = {
    "heard",
    "hear",
    "recorded",
    "observed",
    "registered",
    "saw",
    "witnessed",
    "counted",
    "logged",
    "noted",
    "detected",
}
COUNTED = {"shot", "shots", "explosions", "explosion", "bursts", "burst", "projectiles", "detonations"}
UNSPECIFIED = "unspecified"
# One of these beside the verb makes an obligation one that is not met.
UNMET = {
    "not",
    "n't",
    "no",
    "never",
    "yet",
    "without",
    "failed",
    "fails",
    "failing",
    "refused",
    "refuses",
    "refusing",
    "neither",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Indices of the words that tell: attack verbs, attack nouns, words of harm, and the breach if there is one."""

    verbs: tuple[int, ...] = ()
    nouns: tuple[int, ...] = ()
    harm: tuple[int, ...] = ()
    breach: Breach | None = None

    @property
    def attack(self) -> bool:
        """Whether the piece tells how harm was done, not only that it was."""
        return bool(self.verbs or self.nouns or self.breach)

    def __bool__(self) -> bool:
        return self.attack or bool(self.harm)


def evidence_of(parse: Parse, piece: Piece, words: ViolationWords) -> Evidence:
    """What the piece tells."""
    nouns = tuple(i for i in piece.words if _attack_noun(parse, i, words))
    verbs = tuple(
        i for i in piece.words if _attack_verb(parse, i, words, bool(nouns) or _armed(parse, piece, i, words))
    )
    harm = tuple(i for i in piece.words if _harm(parse, i, piece.words, words))
    return Evidence(verbs, nouns, harm, None if verbs else _breach(parse, piece, words))


def _armed(parse: Parse, piece: Piece, verb: int, words: ViolationWords) -> bool:
    """Whether a weapon stands in the clause, in what hangs on the verb, or in what the clause is told of."""
    head = parse.words[piece.head]
    near = {*piece.words, *(i for i in parse.subtree(verb) if abs(i - verb) < ARMED_NEAR)}
    if head.dep in {"acl", "relcl", "conj"}:
        near.add(head.head)
    return any(parse.words[i].lower in words.munitions for i in near)


def _attack_noun(parse: Parse, i: int, words: ViolationWords) -> bool:
    word = parse.words[i]
    if word.lower == "use":
        return _use_of_weapons(parse, i, words)
    owned = any(parse.words[c].dep in {"det", "poss", "compound", "nsubj"} for c in parse.children[i])
    named = word.pos in {"NOUN", "PROPN"} or (word.dep == "csubj" and word.tag == "VBG" and owned)
    if word.lower not in words.attacks or not named or word.ent == "ORG":
        return False
    if word.lower in COUNTED and _of_violations(parse, word):
        return False
    if word.dep == "compound":  # "blast injuries", "strike aircraft": the noun behind it tells
        return False
    if word.lower not in words.needing:
        return True
    before = [w.lower for w in parse.words[max(0, i - NEAR) : i]]
    after = parse.words[i + 1].lower if i + 1 < len(parse.words) else ""
    weapon = any(b in words.munitions or b in {"air", "bombing", "aerial"} for b in before)
    weapon = weapon or (word.lower in COUNTED and parse.words[word.head].lower in PERCEIVING)
    weapon = weapon or ("arms" in before and word.dep in {"nsubj", "nsubjpass"})
    if word.lower == "escalation":
        return after in {"on", "against", "in"}
    return (
        weapon
        or after in {"on", "against"}
        or (word.lower.startswith("strike") and word.dep in {"nsubj", "pobj", "attr"})
    )


def _of_violations(parse: Parse, word: Word) -> bool:
    """Whether explosions are told as what violations are made of: "12 violations, among them three explosions"."""
    first, end = parse.sentences[word.sentence]
    return any(parse.words[i].lower in {"violations", "breaches"} for i in range(first, end))


def _use_of_weapons(parse: Parse, i: int, words: ViolationWords) -> bool:
    """ "the use of chemical weapons by the guard": by whom or where must be said."""
    after = [w.lower for w in parse.words[i + 1 : i + 8]]
    return after[:1] == ["of"] and bool(set(after) & words.munitions) and bool({"by", "in", "against"} & set(after))


def _attack_verb(parse: Parse, i: int, words: ViolationWords, armed: bool) -> bool:
    word = parse.words[i]
    if not is_verb(word) or word.dep in {"amod", "csubj"}:
        return False
    up = i + 1 < len(parse.words) and parse.words[i + 1].lower == "up"
    if word.lower in {"shot", "shoot"} and i + 1 < len(parse.words) and parse.words[i + 1].lower == "down":
        return False
    if word.lower in {"went", "goes", "gone"} and i + 1 < len(parse.words) and parse.words[i + 1].lower == "off":
        return armed
    if word.lower in words.strong or (up and word.lower in {"blown", "blow", "blows", "blowing"}):
        return True
    if word.lower not in words.weak:
        return False
    children = [parse.words[c] for c in parse.children[i]]
    agents = [parse.words[g] for c in children if c.lower == "by" for g in parse.subtree(c.i)]
    if any(c.lower in words.unreal.innocent for c in [*children, *agents]):
        return False
    if word.lower in words.hitting and any(c.dep in {"dobj", "nsubjpass", "nsubj"} for c in children):
        return True
    return armed


def _harm(parse: Parse, i: int, within: Sequence[int], words: ViolationWords) -> bool:
    """A verb of harm; a noun ("toll", "dead") tells of harm only beside an attack, which has its own evidence."""
    word = parse.words[i]
    if word.lower not in words.killing and word.lower not in words.injuring:
        return False
    if is_verb(word) and word.dep != "amod":
        if (
            i
            and word.tag == "VBN"
            and (parse.words[i - 1].dep in {"det", "poss"} or parse.words[i - 1].lower in {"of", "badly"})
        ):
            return False  # "the wounded"
        return not (
            word.lower in {"died", "die", "dies", "dying"}
            and i + 1 < len(parse.words)
            and parse.words[i + 1].lower == "of"
        )
    if word.lower != "dead" and word.pos != "ADJ":
        return False
    return any(parse.words[k].lower in {"left", "leaving", "leaves"} for k in within if i - 12 < k < i)


def _breach(parse: Parse, piece: Piece, words: ViolationWords) -> Breach | None:
    text = [parse.words[i].lower for i in piece.words]
    if words.breaching.isdisjoint(text):
        return None
    for breach in words.breaches:
        for at, lower in enumerate(text):
            verb = piece.words[at]
            # Who breached "it" stands behind the verb; what is cut or blocked stands on either side of it.
            near = set(text[at + 1 if breach.type == UNSPECIFIED else max(0, at - 12) : at + 8])
            if (
                lower in breach.verbs
                and breach.objects & near
                and (not breach.also or breach.also & set(text))
                and (not breach.unmet or UNMET & set(text))
                and _tells(parse.words[verb])
                and not _innocent(parse, verb, words)
                and _done(parse, breach, verb)
            ):
                return breach
    return None


def _innocent(parse: Parse, verb: int, words: ViolationWords) -> bool:
    """ "The road was closed by snow" """
    agents = [c for p in parse.children[verb] if parse.words[p].lower == "by" for c in parse.children[p]]
    return any(parse.words[c].lower in words.unreal.innocent for c in agents)


def _done(parse: Parse, breach: Breach, verb: int) -> bool:
    """A breach of no type is told only where somebody is said to have committed it."""
    return breach.type != UNSPECIFIED or any(parse.words[c].dep == "nsubj" for c in parse.children[verb])


def _tells(word: Word) -> bool:
    return (is_verb(word) and word.dep != "amod") or word.lower == "without"

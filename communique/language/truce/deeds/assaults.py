"""Attack verbs: alone ("shelled"), with a weapon in the clause ("hit", "fired"), or with one of their own."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.classes import class_of
from communique.language.truce.lexicon import ViolationWords
from communique.language.truce.pieces import Piece, is_verb
from communique.language.words import Parse, Word

OFF_NEAR = 9  # words behind "struck" among which "off the list" stands
LISTS = {"agenda", "list", "lists", "register", "roll", "rolls"}
GOING = {"go", "goes", "gone", "going", "went", "pass", "passed", "passes", "passing"}
ARMED_NEAR = 16  # words between a verb and its weapon
ABOUT = class_of("about")
STEPPING = class_of("stepping")
GUNFIRE = class_of("gunfire")
VEHICLES = class_of("vehicles")
ANIMALS = class_of("animals")
MATTERS = class_of("matters")
FIGURES = class_of("figures")
TALKERS = class_of("talkers")
AIMING = class_of("aiming")
FIRING = {"fire", "fired", "fires", "firing"}
OFF = class_of("off")
BLOWING = class_of("blowing")
QUIET = class_of("quiet")
DESTROYING = class_of("destroying")
ATTACKING = OFF | BLOWING | DESTROYING
ARMED = class_of("armed")


def attack_verb(parse: Parse, i: int, piece: Piece, nouns: Sequence[int], words: ViolationWords) -> bool:
    """Whether the word is a verb that tells of an attack; `nouns` are the piece's attack nouns."""
    word = parse.words[i]
    if word.lower not in words.weak and word.lower not in words.strong and word.lower not in ATTACKING:
        return False
    if not is_verb(word) or word.dep == "csubj" or (word.dep == "amod" and word.tag != "VBD"):
        return False
    if any(parse.words[c].lower in QUIET for c in parse.children[i]):
        return False  # "the guns had fallen silent"
    up = i + 1 < len(parse.words) and parse.words[i + 1].lower == "up"
    if word.lower in {"shot", "shoot"} and i + 1 < len(parse.words) and parse.words[i + 1].lower == "down":
        return False
    if word.lower in OFF and i + 1 < len(parse.words) and parse.words[i + 1].lower == "off":
        return bool(nouns) or _armed(parse, piece, i, words)
    if _aimed(parse, i) and not any(c.lower in words.unreal.innocent for c in _beside(parse, i)):
        return True
    if _of_no_war(parse, i):
        return False
    if word.lower in words.strong | words.hitting and (_figurative(parse, i) or _by_innocent(parse, i, words)):
        return False
    if word.lower in words.strong or (up and word.lower in BLOWING):
        return True
    if word.lower not in words.weak:
        return False
    children = [parse.words[c] for c in parse.children[i]]
    agents = [parse.words[g] for c in children if c.lower == "by" for g in parse.subtree(c.i)]
    if any(c.lower in words.unreal.innocent for c in [*children, *agents]):
        return False
    if word.lower in DESTROYING and _by_armed(parse, i):
        return True
    if word.lower in words.hitting and any(c.dep in {"dobj", "nsubjpass", "nsubj"} for c in children):
        return True
    return _carries(parse, i, nouns) or _armed(parse, piece, i, words)


def _beside(parse: Parse, i: int) -> list[Word]:
    return [parse.words[c] for c in parse.children[i]]


def _aimed(parse: Parse, i: int) -> bool:
    """ "Fired over the heads of the observers", "fired at Velm": no other weapon needs to be named."""
    if parse.words[i].lower not in FIRING:
        return False
    beside = _beside(parse, i)
    return any(c.lower in AIMING and c.dep == "prep" for c in beside) and not any(
        c.dep in {"dobj", "nsubjpass"} for c in beside
    )


def _of_no_war(parse: Parse, i: int) -> bool:
    """ "Was hit by a lorry", "shot a bear", "attacked the budget" """
    beside = _beside(parse, i)
    doers = [parse.words[k] for c in beside if c.dep == "agent" for k in parse.children[c.i]]
    if any(d.lower in VEHICLES for d in doers):
        return True
    return any(c.dep in {"dobj", "nsubjpass"} and c.lower in ANIMALS | MATTERS for c in beside)


def with_weapon(parse: Parse, i: int, words: ViolationWords) -> bool:
    """Whether a weapon is what the verb's deed is done by, with or to: "the shell cut the line"."""
    word = parse.words[i]
    if word.lower not in words.loose or not is_verb(word) or word.dep in {"amod", "csubj"}:
        return False
    if word.dep in {"relcl", "acl"} and parse.words[word.head].lower not in words.munitions:
        return False  # "the fighting that erupted on Thursday": the noun tells it
    if word.lower in GOING and "through" not in {parse.words[c].lower for c in parse.children[i]}:
        return False  # "single shots have gone into the log"
    own = [c for c in parse.children[i] if parse.words[c].dep in {"nsubj", "nsubjpass", "dobj"}]
    means = {"with", "by"} | ({"on", "over", "onto"} if word.lower in STEPPING else set())
    own += [k for p in parse.children[i] if parse.words[p].lower in means for k in parse.children[p]]
    if word.dep in {"relcl", "acl"}:
        own.append(word.head)
    told = {parse.words[k].lower for k in own}
    if any(parse.words[c].lower == "no" for k in own for c in parse.children[k]):
        return False  # "no weapons were used"
    if i + 1 < len(parse.words) and parse.words[i + 1].lower == "down":
        return False  # "lays down his rifle"
    if any(parse.words[c].lower in QUIET for c in parse.children[i]):
        return False
    return bool(told & (words.munitions | words.attacks | GUNFIRE)) and not told & words.unreal.innocent


def _carries(parse: Parse, verb: int, nouns: Sequence[int]) -> bool:
    """Whether an attack noun stands in the verb's clause, not only behind "into" or "after": an inquiry into a raid."""
    links = [parse.words[parse.words[n].head] for n in nouns]
    return any(link.lower not in ABOUT or link.head != verb for link in links)


def _armed(parse: Parse, piece: Piece, verb: int, words: ViolationWords) -> bool:
    """Whether a weapon stands in the clause, in what hangs on the verb, or in what the clause is told of."""
    head = parse.words[piece.head]
    near = {*piece.words, *(i for i in parse.subtree(verb) if abs(i - verb) < ARMED_NEAR)}
    if head.dep in {"acl", "relcl", "conj"}:
        near.add(head.head)
    return any(parse.words[i].lower in words.munitions and not of_figure(parse, i) for i in near)


def of_figure(parse: Parse, i: int) -> bool:
    """ "A round of talks", "an explosion of joy", "a volley of insults" """
    behind = [w.lower for w in parse.words[i + 1 : i + 5]]
    return behind[:1] == ["of"] and bool(FIGURES & set(behind[1:]))


def _figurative(parse: Parse, i: int) -> bool:
    """ "Shelled out 40 million", "struck the airfield off the list" """
    after = [w.lower for w in parse.words[i + 1 : i + OFF_NEAR]]
    if "off" in after and LISTS & set(after):
        return True
    return after[:1] == ["out"] and parse.words[i].lower.startswith("shell")


def _by_innocent(parse: Parse, i: int, words: ViolationWords) -> bool:
    """ "Prices exploded", "a dog attacked two children": what does it is no force and no weapon."""
    doers = [c for c in parse.children[i] if parse.words[c].dep == "nsubj"]
    doers += [k for c in parse.children[i] if parse.words[c].dep == "agent" for k in parse.children[c]]
    return any(parse.words[d].lower in words.unreal.innocent for d in doers)


def _by_armed(parse: Parse, verb: int) -> bool:
    """Whether an armed force is said to have destroyed something: "the air force destroyed a position"."""
    doers = [c for c in parse.children[verb] if parse.words[c].dep == "nsubj"]
    doers += [k for c in parse.children[verb] if parse.words[c].dep == "agent" for k in parse.children[c]]
    return any(parse.words[d].lower in ARMED for d in doers)

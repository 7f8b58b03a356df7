"""That nothing is to follow: "we see no reason for any measure", "the army will not react", "too minor to act upon"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.phrases import lowers, position
from communique.language.truce.pieces import is_verb
from communique.language.truce.steps.step_lexicon import NoStepWords
from communique.language.words import Parse

NEED_NEAR = 4  # words between the negation and the need: "do not in any way require"
NEED_ANY = 10  # the same behind "nothing": "nothing in the 12 violations that would require us to act"
NEED_FAR = 6  # words between "no reason" and what there is no reason for
COMING = {
    "will",
    "wo",
    "would",
    "'ll",
    "’ll",
    "shall",
    "going",
    "intend",
    "intends",
    "plan",
    "plans",
    "decided",
    "chose",
}
ENOUGH = 9  # words between "too" and what a thing is too small for
NEEDLESS = {"unnecessary", "superfluous", "needless", "uncalled", "unwarranted", "excluded", "unjustified", "pointless"}
OVER = {"took", "had", "made"}  # "took no action" tells of the past and rules nothing out

Held = frozenset[int]  # the words of the clause, for asking whether one is among them
Row = tuple[int, int]  # the first word and the last


def none_row(parse: Parse, words: Sequence[int], lexicon: NoStepWords) -> Row | None:
    """The words by which a clause rules every step out, None where it rules out none."""
    text = lowers(parse, words)
    held = frozenset(words)
    for phrase in lexicon.idle:
        at = position(text, phrase)
        if at is not None:
            return words[at], words[at + len(phrase) - 1]
    return (
        _no_need(parse, words, held, lexicon)
        or _no_measure(parse, words, held, lexicon)
        or _no_answer(parse, words, held, lexicon)
        or _too_small(parse, words, text, lexicon)
    )


def _no_need(parse: Parse, words: Sequence[int], held: Held, lexicon: NoStepWords) -> Row | None:
    """ "Do not require us to take any steps", "no reason for any measure", "call for no response" """
    text = lowers(parse, words)
    for at, i in enumerate(words):
        if text[at] not in lexicon.negations:
            continue
        behind = list(words[at + 1 : at + 1 + (NEED_ANY if text[at] == "nothing" else NEED_NEAR)])
        needed = [k for k in behind if _needs(parse, k, lexicon)]
        reason = [k for k in behind if parse.words[k].lower in lexicon.reasons | lexicon.measures]
        far = words[at + 1 : at + 1 + NEED_FAR]
        measure = [k for k in far if parse.words[k].lower in lexicon.measures | lexicon.acts]
        before = [k for k in words[max(0, at - 2) : at] if parse.words[k].lower in lexicon.needs]
        alone = text[at] == "no" and not (reason and reason[0] == measure[0]) if measure else False
        if text[at] == "nothing" and _done(parse, behind):
            return i, behind[_last_done(parse, behind)]
        if needed or (reason and measure and (before or alone)):
            start = before[0] if before else _helper(parse, i, at)
            heads = [*needed, *reason, *measure]
            return start, max(k for h in heads for k in parse.subtree(h) if k in held or k == h)
    return None


def _needs(parse: Parse, k: int, lexicon: NoStepWords) -> bool:
    """Whether the verb says that something is needed: "call" only with "for"."""
    word = parse.words[k]
    after = parse.words[k + 1].lower if k + 1 < len(parse.words) else ""
    return word.lower in lexicon.needs and is_verb(word) and (not word.lower.startswith("call") or after == "for")


def _done(parse: Parse, behind: Sequence[int]) -> bool:
    """ "Nothing needs to be done" """
    return any(parse.words[k].lower == "done" for k in behind)


def _last_done(parse: Parse, behind: Sequence[int]) -> int:
    return next(n for n, k in enumerate(behind) if parse.words[k].lower == "done")


def _no_measure(parse: Parse, words: Sequence[int], held: Held, lexicon: NoStepWords) -> Row | None:
    """ "No measures are envisaged", "will take no action", "there will be no consequences" """
    for i in words:
        if parse.words[i].lower not in lexicon.measures:
            continue
        verb = parse.words[parse.words[i].head]
        if verb.i == i or not (is_verb(verb) or verb.pos == "AUX") or verb.i not in held:
            continue
        near = [parse.words[c] for c in parse.children[i]]
        no = [c.i for c in near if c.lower in {"no", "any"} and c.lower in {"no"}]
        no += [c for c in parse.children[verb.i] if parse.words[c].dep == "neg"]
        below = {parse.words[c].lower for c in parse.children[verb.i]}
        if (no and verb.lower in lexicon.planned and verb.lower not in OVER) or (below & NEEDLESS):
            row = [k for k in parse.subtree(verb.i) if k in held]
            return (min([*no, verb.i, i]) if verb.i > i or not no else min(verb.i, *no)), _end(
                parse, verb.i, frozenset(row)
            )
    return None


def _no_answer(parse: Parse, words: Sequence[int], held: Held, lexicon: NoStepWords) -> Row | None:
    """ "The army will not react", "decided not to retaliate" """
    for i in words:
        if parse.words[i].lower not in lexicon.acts or not is_verb(parse.words[i]):
            continue
        negated = any(parse.words[c].dep == "neg" for c in parse.children[i])
        head = parse.words[parse.words[i].head]
        above = head.i != i and parse.words[i].dep == "xcomp"
        negated = negated or (above and any(parse.words[c].dep == "neg" for c in parse.children[head.i]))
        helpers = {parse.words[c].lower for c in parse.children[i]} | ({head.lower} if above else set())
        if negated and helpers & COMING:
            verb = head.i if above else i
            subject = [c for c in parse.children[verb] if parse.words[c].dep == "nsubj"]
            start = min((k for s in subject for k in parse.subtree(s) if k in held), default=verb)
            return start, _end(parse, verb, held)
    return None


def _too_small(parse: Parse, words: Sequence[int], text: Sequence[str], lexicon: NoStepWords) -> Row | None:
    """ "Too minor to act upon" """
    for at, lower in enumerate(text):
        if lower != "too" or "to" not in text[at : at + ENOUGH]:
            continue
        behind = words[at + 1 : at + ENOUGH]
        small = [k for k in behind if parse.words[k].lower in lexicon.acts | lexicon.needs | lexicon.measures]
        if small:
            return words[at], max(small)
    return None


def _helper(parse: Parse, i: int, at: int) -> int:
    """The negation with the "do" before it."""
    before = parse.words[i - 1] if at else None
    return i - 1 if before is not None and (before.dep == "aux" or before.lower in {"do", "does"}) else i


def _end(parse: Parse, verb: int, held: Held) -> int:
    """The last word of the verb's clause before a comma."""
    last = verb
    for k in parse.subtree(verb):
        if k > verb and k in held:
            if parse.words[k].text in {",", ";", "”", '"', "."}:
                break
            last = k
    return last

"""Denials that leave out the deed: "Shells hit Velm, the Council said. Drenko denied that his men had been near." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.provenance import Provenance
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.belief.polarity import DENIED
from communique.language.truce.deeds.nominal import trimmed
from communique.language.truce.lexicon import truce_words
from communique.language.truce.pieces import is_verb
from communique.language.truce.scene import Scene
from communique.language.words import Parse

BACK = 2  # sentences back to the claim that is denied
UNSURE = 0.5
ARMS = {
    *(
        "aircraft",
        "jets",
        "jet",
        "planes",
        "warplanes",
        "helicopters",
        "guns",
        "gun",
        "artillery",
        "howitzers",
        "batteries",
    ),
    *(
        "battery",
        "units",
        "unit",
        "troops",
        "soldiers",
        "tanks",
        "drones",
        "men",
        "fighters",
        "forces",
        "gunners",
        "pilots",
    ),
}
IDLE = {
    "left",
    "fly",
    "flown",
    "flew",
    "taken",
    "moved",
    "been",
    "operated",
    "fired",
    "used",
    "entered",
    "crossed",
    "were",
    "was",
}


def with_rebuttals(
    scene: Scene, truce: Sequence[TruceClaim], violations: Sequence[ViolationClaim]
) -> tuple[ViolationClaim, ...]:
    """The violation claims with the denials that name no deed, each of the type of the claim it denies."""
    found = list(violations)
    claims = [*(c.span for c in truce), *(c.span for c in violations)]
    for number, (first, end) in enumerate(scene.parse.sentences):
        earlier = _denied(scene.parse, violations, number)
        words = _denial(scene.parse, first, end) if earlier else []
        if not words or earlier is None:
            continue
        span = scene.parse.span(words[0], words[-1])
        if any(span.overlaps(other) for other in claims):
            continue
        said = scene.areas.said_in(span)
        if said is None or said == earlier.said_in:
            continue
        claim = ViolationClaim(
            id="",
            span=span,
            type=earlier.type,
            made=Provenance(earlier.made.by, UNSURE),
            alleged_party=earlier.alleged_party,
            said_in=said,
            polarity=DENIED,
        )
        found.append(claim)
    if len(found) == len(violations):
        return tuple(violations)
    ordered = sorted(found, key=lambda c: (c.span.start, c.span.end))
    return tuple(replace(claim, id=f"v{n}") for n, claim in enumerate(ordered, 1))


def _denied(parse: Parse, violations: Sequence[ViolationClaim], number: int) -> ViolationClaim | None:
    """The last claim before the sentence that can be meant, or one earlier in it."""
    near = [c for c in violations if 0 <= number - parse.words[parse.first_at(c.span.start)].sentence <= BACK]
    return near[-1] if near and near[-1].polarity != DENIED else None


def _denial(parse: Parse, first: int, end: int) -> list[int]:
    """The words of a clause that is denied, or that says that the arms were idle; none where there is none."""
    denying = truce_words().denial.denying
    for i in range(first, end):
        word = parse.words[i]
        if word.lower in denying and is_verb(word) and not any(parse.words[c].dep == "neg" for c in parse.children[i]):
            below = [c for c in parse.children[i] if c > i and parse.words[c].dep in {"ccomp", "xcomp"}]
            told = [c for c in below if is_verb(parse.words[c])]
            if told:
                return _clause(parse, told[0])
        if word.lower in IDLE and _idle(parse, i):
            return _clause(parse, i)
    return []


def _idle(parse: Parse, verb: int) -> bool:
    """ "Its aircraft had not left the ground" """
    children = [parse.words[c] for c in parse.children[verb]]
    subject = next((c for c in children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or any(c.tag == "MD" for c in children):
        return False
    before = {w.lower for w in parse.words[max(0, subject.i - 2) : subject.i + 1]}
    none = any(parse.words[k].lower in {"no", "none"} for k in (subject.i, *parse.children[subject.i]))
    none = none or {"not", "one"} <= before  # "not one gun has been moved"
    below = [parse.words[k] for c in parse.children[subject.i] for k in parse.children[c]]  # "none of our guns"
    return (none or any(c.dep == "neg" for c in children)) and any(w.lower in ARMS for w in (subject, *below))


def _clause(parse: Parse, head: int) -> list[int]:
    others = {k for c in parse.children[head] if parse.words[c].dep == "conj" for k in parse.subtree(c)}
    tree = [i for i in parse.subtree(head) if parse.words[i].sentence == parse.words[head].sentence and i not in others]
    row = [tree[0]]
    for i in tree[1:]:
        if i - row[-1] > 2 or (i > head and parse.words[i].text in {",", ";"}):
            break
        row.append(i)
    return trimmed(parse, list(range(row[0], row[-1] + 1)))

"""The steps that the model sees and the grammar does not."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.truce import Step
from communique.language.truce.learned.labels import STEP
from communique.language.truce.learned.matching import answering, head_of, worded
from communique.language.truce.learned.model import Hearing, Told
from communique.language.truce.steps.steps import NONE, Found, Steps

FIRM = 0.5
"""How likely span and rung must be, both together, for a step that the grammar does not see."""


def alone(finder: Steps, found: Sequence[Found], hearing: Hearing) -> list[Found]:
    """The steps that the model alone sees, in reading order; `found` are the grammar's."""
    told = hearing.of(STEP)
    taken = set(answering([t.span for t in told], [f.step.span for f in found]).values())
    firm = (t for n, t in enumerate(told) if n not in taken and t.sure("rung") >= FIRM)
    return [made for t in firm if (made := _made(finder, t)) is not None]


def _made(finder: Steps, told: Told) -> Found | None:
    parse = finder.parse
    words = worded(parse, told.span)
    if not words:
        return None
    anchor = head_of(parse, words)
    span = parse.span(words[0], words[-1])
    rung, fact = told.qualities["rung"].value, told.qualities["fact"].value
    asked = fact == "called for"
    of = finder.parties.asked(anchor, finder.words.facts.calling) if asked else finder.parties.acting(anchor)
    step = Step(rung, span.of(parse.text), span, fact, () if rung == NONE else of)
    return Found(step, parse.words[anchor].sentence, anchor)

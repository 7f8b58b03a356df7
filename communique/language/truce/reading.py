"""The truce and violation claims of a report, from its parse and what the other stages found."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.actor import Mention
from communique.domain.agreement import Instrument
from communique.domain.attribution import Statement
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.language.figures import Appearance
from communique.language.truce.claims import truce_claims
from communique.language.truce.deeds.violations import violation_claims
from communique.language.truce.scene import Ladder, Scene
from communique.language.truce.steps.sequel import with_steps
from communique.language.words import Parse


def find_truce(
    parse: Parse,
    *,
    statements: Sequence[Statement] = (),
    instruments: Sequence[Instrument] = (),
    actors: Sequence[Appearance] = (),
    places: Sequence[Mention] = (),
    dates: Sequence[DateMention] = (),
    zones_known: Sequence[str] = (),
    ladder: Ladder = (),
) -> tuple[TruceClaim, ...]:
    """The truce claims of a report in reading order.

    `actors` are the cast's appearances, `places` mentions, `zones_known` names of zones the packs know and `ladder` the
    packs' words for steps, each a (rung's name, phrase).
    """
    scene = Scene(parse, statements, instruments, actors, places, dates, zones_known, ladder)
    return with_steps(scene, truce_claims(scene), ())[0]


def find_violations(
    parse: Parse,
    *,
    statements: Sequence[Statement] = (),
    instruments: Sequence[Instrument] = (),
    actors: Sequence[Appearance] = (),
    places: Sequence[Mention] = (),
    dates: Sequence[DateMention] = (),
    zones_known: Sequence[str] = (),
    ladder: Ladder = (),
) -> tuple[ViolationClaim, ...]:
    """The violation claims of a report in reading order; the arguments are those of `find_truce`."""
    scene = Scene(parse, statements, instruments, actors, places, dates, zones_known, ladder)
    return with_steps(scene, (), violation_claims(scene))[1]

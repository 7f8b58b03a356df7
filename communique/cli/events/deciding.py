"""`communique events accept`, `merge`, `split`, `rename` and `undo`: what people decide, taken down."""

from __future__ import annotations

from collections.abc import Sequence

from communique.cli.events.listing import opened
from communique.cli.register.asking import Door, asked_of_record
from communique.cli.register.groups import Groups, accepting, merging, naming, splitting, undoing
from communique.timeline.finding import happening_of, tellings_of
from communique.timeline.happenings import ABOUT, NOUN, Happening
from communique.timeline.telling import Telling


def _opened(door: Door) -> Sequence[Happening]:
    return opened(door).happenings


def _members(one: Happening) -> Sequence[Telling]:
    return one.tellings


EVENTS = Groups(ABOUT, "event", NOUN, _opened, _members, happening_of, tellings_of)

accept = accepting(EVENTS, asked_of_record)
merge = merging(EVENTS, asked_of_record)
split = splitting(EVENTS, asked_of_record)
rename = naming(EVENTS, asked_of_record)
undo = undoing(EVENTS, asked_of_record)

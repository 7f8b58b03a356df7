"""Two sayings of one speaker in a row: "pressed for talks and underlined the need" are side by side, not nested."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.language.attribution.found import Attribution, Fragment, places

JOINT = re.compile(r"[\s,;]*(?:\b(?:and|but|while|as well as)\b)?[\s,;]*$")
"""What stands between a content and the next saying of the same speaker."""


def side_by_side(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a content that runs over its own speaker's next cue cut before it."""
    return [_cut(text, one, [other for other in found if _says_next(one, other)]) for one in found]


def _says_next(one: Attribution, other: Attribution) -> bool:
    """Whether the other cue stands in the one's content, and its speaker is the one's own, in front of both."""
    if one is other or not one.sources or not other.cues or places(one.sources) != places(other.sources):
        return False
    return any(f.start < other.cues[0].start and other.cues[-1].end <= f.end for f in one.contents)


def _cut(text: str, one: Attribution, others: Sequence[Attribution]) -> Attribution:
    if not others:
        return one
    end = min(other.cues[0].start for other in others)
    kept = tuple(c for f in one.contents if f.start < end and (c := _before(text, f, end)))
    return replace(one, contents=kept) if kept else one


def _before(text: str, fragment: Fragment, end: int) -> Fragment | None:
    """The fragment as far as `end`, without the word that joins what follows; None where nothing is left."""
    if fragment.end <= end:
        return fragment
    joint = JOINT.search(text, fragment.start, end)
    end = joint.start() if joint else end
    return replace(fragment, end=end) if end > fragment.start else None

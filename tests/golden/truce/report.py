"""What differs from the expectations, known or not, and what has been mended.

python -m golden.truce.report       (in tests/) reads the thirty reports, half a minute, and prints a line a difference
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from communique.flow.reading import Reader
from communique.settings import load_settings

from . import comparing
from .expected import Expected, load
from .finding import Weeks
from .recording import PACK, recorded_weeks

Compared = tuple[str, comparing.Differences, dict[str, str]]


def compared(expected: Expected, weeks: Weeks) -> Iterator[Compared]:
    """Everything that is expected: what it is, its differences, and those that are known."""
    for one in expected.incident:
        yield f"incident {one.key}", comparing.incident(one, weeks), one.known_miss
        for claim in one.claim:
            yield f"claim {claim.report}: {claim.words}", comparing.claim(claim, weeks), claim.known_miss
    for opinion in expected.opinion:
        yield f"opinion {opinion.report}: {opinion.words}", comparing.opinion(opinion, weeks), opinion.known_miss
    for standing in expected.standing:
        yield f"standing {standing.day} {standing.zone}", comparing.standing(standing, weeks), standing.known_miss
    for tally in expected.tally:
        yield f"tally {tally.report}: {tally.words}", comparing.tally(tally, weeks), tally.known_miss
    for step in expected.step:
        yield f"step {step.report}: {step.words}", comparing.step(step, weeks), step.known_miss
    for silent in expected.silent:
        yield f"silent {silent.report}: {silent.words}", comparing.silent(silent, weeks), silent.known_miss
    for sentence in expected.sentence:
        yield f"sentence {sentence.about}", comparing.sentence(sentence, weeks), sentence.known_miss


def lines(expected: Expected, weeks: Weeks) -> Iterator[str]:
    """One line a difference and a line for each that was known and is no more."""
    for what, differing, known in compared(expected, weeks):
        yield from (f"{'known' if name in known else 'NEW':6} {what} | {name}: {differing[name]}" for name in differing)
        yield from (f"mended {what} | {name}" for name in known if name not in differing)
    yield from (f"stray  {one}" for one in comparing.stray(weeks))


if __name__ == "__main__":
    reader = Reader(msgspec.structs.replace(load_settings(), packs=(str(PACK),)))
    with tempfile.TemporaryDirectory() as folder:
        found = list(lines(load(), recorded_weeks(reader, Path(folder) / "weeks.sqlite")))
    sys.stdout.write("\n".join(found) + "\n")

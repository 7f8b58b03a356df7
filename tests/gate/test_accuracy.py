"""The accuracy gate: floors on the development corpora, pinned with the digest of the data they were measured on.

A change that falls below a floor has made the record worse. Lowering one is a decision: it needs its reason in the
changelog. The corpora lie beside the checkout; without them the gate names itself skipped.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.figures import digest

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
FIGURE = re.compile(r"^\S+\s{2}(.+?)\s{2,}([\d.]+) %")

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="the development corpora are not beside this checkout")


@dataclass(frozen=True, slots=True)
class Gate:
    """The floors of one benchmark, in per cent, on one file."""

    bench: str
    data: str
    digest: str
    floors: dict[str, float]


GATES = [
    Gate(
        "attribution",
        "polnear/dev.jsonl",
        "83e45d20967b",
        {
            "source fragment exact F1": 83.5,
            "cue fragment exact F1": 76.1,
            "content fragment exact F1": 73.0,
            "attribution content+source F1": 74.3,
        },
    ),
    Gate(
        "record_real",
        "real/dev.jsonl",
        "93bdc7a1ed6d",
        {
            "statements F1": 88.2,
            "speaker right F1": 85.2,
            "chain right F1": 84.5,
            "nested found": 84.0,
            "truce claims F1": 95.0,
            "violation claims F1": 85.0,
        },
    ),
]


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.bench)
def test_the_figures_have_not_fallen(gate: Gate) -> None:
    data = CORPORA / gate.data
    assert digest(data) == gate.digest, "the floors were measured on other data: measure again before you pin new ones"
    command = [sys.executable, "-m", f"bench.{gate.bench}", str(data)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    measured = {row[1].strip(): float(row[2]) for row in map(FIGURE.match, printed.splitlines()) if row}
    fallen = {name: (measured.get(name), floor) for name, floor in gate.floors.items() if measured.get(name, 0) < floor}
    assert not fallen, f"(measured, floor): {fallen}"

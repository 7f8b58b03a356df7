"""The score of the gold set: a reader without a fault gets it all, and each fault costs the field it is in."""

from __future__ import annotations

import dataclasses

import pytest

from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.span import Span
from communique.ingest import take_text

from .gold import Item, load
from .score import score

ITEMS = load()
FIELDS = {"content", "source", "cue", "speaker", "chain", "within", "stance", "mode", "told to", "anonymous"}


def faultless(item: Item) -> Reading:
    """The reading that says what the gold says, with the first of the acceptable names."""
    statements = tuple(
        Statement(
            id=f"s{index}",
            content=tuple(Span(*span) for span in said.content),
            cue=tuple(Span(*span) for span in said.cue),
            source_spans=(Span(*said.source),) if said.source else (),
            source_actors=tuple(_first(one) for one in said.speaker.split(" & ")) if said.speaker else (),
            mode=said.mode,
            stance=_first(said.stance),
            chain=tuple(" & ".join(map(_first, link.split(" & "))) for link in said.chain),
            made=Provenance("test@1"),
            anonymous=said.anonymous,
            told_to=said.told_to,
            within=None if said.within is None else f"s{said.within}",
        )
        for index, said in enumerate(item.statements)
    )
    return Reading(take_text(item.text, id=item.id), Findings(statements=statements))


def _first(alternatives: str) -> str:
    return alternatives.split(" | ")[0]


def test_a_reading_without_a_fault_scores_in_full() -> None:
    done = score(ITEMS, faultless)
    assert done.gold == done.read == done.found == done.f1 * done.found > 0
    assert {field: done.share(field) for field in FIELDS} == dict.fromkeys(FIELDS, 1.0)


def test_statements_where_there_are_none_cost_precision() -> None:
    invented = faultless(ITEMS[0])
    silent = [item for item in ITEMS if not item.statements]
    done = score([ITEMS[0], *silent], lambda item: invented)
    assert (done.found, done.read) == (1, 1 + len(silent))
    assert done.f1 < 0.5


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        ("content", {"content": (Span(0, 3), Span(28, 69))}),
        ("source", {"source_spans": (Span(0, 5),)}),
        ("cue", {"cue": (Span(13, 27),)}),
        ("speaker", {"source_actors": ("Dara Velisk",)}),
        ("chain", {"chain": ("VNA",)}),
        ("within", {"within": "s7"}),
        ("stance", {"stance": "denies"}),
        ("mode", {"mode": "direct"}),
        ("told to", {"told_to": "Meridian"}),
        ("anonymous", {"anonymous": True}),
    ],
)
def test_a_fault_costs_its_field_and_no_other(field: str, fault: dict[str, object]) -> None:
    right = faultless(ITEMS[0])
    wrong = dataclasses.replace(right.findings.statements[0], **fault)  # type: ignore[arg-type]
    done = score(ITEMS[:1], lambda item: Reading(right.report, Findings(statements=(wrong,))))
    assert done.found == 1
    assert {name for name in FIELDS if done.share(name) < 1} == {field}


def test_an_outlet_in_front_of_the_chain_is_no_fault() -> None:
    right = faultless(ITEMS[0])
    longer = dataclasses.replace(right.findings.statements[0], chain=("VNA", "Irena Sollos"))
    done = score(ITEMS[:1], lambda item: Reading(right.report, Findings(statements=(longer,))))
    assert done.share("chain") == 1.0

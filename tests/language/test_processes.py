"""Which series of talks a report speaks of, and which round of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest

from communique.domain.agreement import Process
from communique.domain.span import Span
from communique.errors import KnowledgeError
from communique.language.processes import find_processes
from communique.language.processes.lexicon import read_lexicon


def _read(text: str) -> tuple[Process, ...]:
    return find_processes(text, [Span(0, len(text))])


NAMED = [
    ("Results were achieved at the UN-sponsored Brunnhal talks on Varenia.", [("Brunnhal talks", None)]),
    (
        "He noted that talks in Brunnhal and the Qasrin process complement each other.",
        [("Brunnhal talks", None), ("Qasrin process", None)],
    ),
    ("Chances of success regarding Brunnhal talks rose.", [("Brunnhal talks", None)]),
    ("Brunnhal peace talks resume on Monday.", [("Brunnhal talks", None)]),
    (
        "The Port Adel process and Sel Harad negotiations stalled.",
        [("Port Adel process", None), ("Sel Harad talks", None)],
    ),
    ("The parties to the Karsk format met.", [("Karsk format", None)]),
    ("A Tessel Four summit was announced.", [("Tessel Four", None)]),
    ("Intra-Varenian talks resumed.", [("intra-Varenian talks", None)]),
    ("Peace talks in the Selmarkian capital Brunnhal were slow.", [("Brunnhal talks", None)]),
    ("Indirect talks on safe zones in Qasrin ended.", [("Qasrin talks", None)]),
    ("Selmark Hosts Brunnhal Talks On Safe Zones", [("Brunnhal talks", None)]),
    ("Sollos will join Brunnhal talks.", [("Brunnhal talks", None)]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_series_of_talks_goes_by_its_place_or_format(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(p.name, p.round) for p in _read(text)] == expected


ROUNDS = [
    ("The fourth round of the Qasrin talks opened.", [("Qasrin talks", 4)]),
    ("The 4th round of UN-sponsored Brunnhal talks opened.", [("Brunnhal talks", 4)]),
    ("The fourth round of talks in Qasrin opened.", [("Qasrin talks", 4)]),
    ("A new round of talks in Brunnhal opened.", [("Brunnhal talks", None)]),
    ("Round four of the Brunnhal talks opened.", [("Brunnhal talks", 4)]),
    ("The sixth Qasrin meeting opened.", [("Qasrin talks", 6)]),
    ("The Brunnhal II conference opened.", [("Brunnhal conference", 2)]),
    ("Brunnhal 4 talks opened.", [("Brunnhal talks", 4)]),
    ("The delegations left Qasrin-6 early.", [("Qasrin talks", 6)]),
    ("Brunnhal IV failed, the delegation said.", [("Brunnhal talks", 4)]),
    ("The Brunnhal talks go on. The third round of talks ends today.", [("Brunnhal talks", 3)]),
    ("The fourth round of the Qasrin talks opened. The Qasrin process is slow.", [("Qasrin talks", 4)]),
    (
        "The fourth round of Qasrin talks failed; the fifth round of Qasrin talks is due. Qasrin talks matter.",
        [("Qasrin talks", 4), ("Qasrin talks", 5), ("Qasrin talks", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROUNDS)
def test_a_round_is_the_number_the_text_counts(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(p.name, p.round) for p in _read(text)] == expected


NONE = [
    "Rook had talks with the minister.",
    "Sollos held talks in Tavrin with her counterpart.",
    "She arrived for talks in Qasrin.",
    "Dara Velisk talks to reporters.",
    "Foreign Minister Rook talks peace.",
    "He told a news conference in Morrad.",
    "At a press conference Velisk spoke.",
    "The political process and the electoral process go on.",
    "Selmark-Ardania talks failed.",
    "Varenian talks failed.",
    "In Velm 4 people died in a second round of shelling.",
    "Article 4 and Chapter VII apply to the talks.",
    "The delegation of the High Negotiations Committee left.",
    "A mortar round hit Sel Harad.",
    "The third round of talks ends today.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_meeting_of_two_or_a_figure_of_speech_is_no_process(text: str) -> None:
    assert _read(text) == ()


SPANS = [
    (
        "He praised the fourth round of the UN-sponsored Brunnhal talks.",
        ["fourth round of the UN-sponsored Brunnhal talks"],
    ),
    ("The Brunnhal talks and talks on Varenia in Brunnhal", ["Brunnhal talks", "talks on Varenia in Brunnhal"]),
    ("Qasrin’s peace talks and Qasrin-6", ["Qasrin’s peace talks", "Qasrin-6"]),
]


@pytest.mark.parametrize(("text", "words"), SPANS)
def test_every_naming_of_a_process_is_marked(text: str, words: list[str]) -> None:
    assert [s.of(text) for p in _read(text) for s in p.spans] == words


@dataclass(frozen=True)
class _Entry:
    key: str
    name: str


class _Pack:
    """A pack that knows one process by three names."""

    def match(self, words: str) -> _Entry | None:
        return (
            _Entry("qasrin", "Qasrin process")
            if words in ("Qasrin process", "Qasrin format", "Ardania talks")
            else None
        )


def test_a_pack_makes_the_names_of_one_series_one_process() -> None:
    text = "The Qasrin process holds, the Ardania talks too, and the Qasrin talks open. He held talks in Ardania."
    (process,) = find_processes(text, [Span(0, len(text))], known=_Pack())
    assert (process.known, process.name, len(process.spans)) == ("qasrin", "Qasrin process", 4)


def test_related_headlines_outside_the_passages_name_no_process() -> None:
    text = "The Qasrin process holds.\nAlso read: Brunnhal talks fail"
    assert [p.name for p in find_processes(text, [Span(0, 25)])] == ["Qasrin process"]


def test_ids_are_given_in_reading_order_with_the_stage_that_found_them() -> None:
    found = _read("The Qasrin process and the Brunnhal talks.")
    assert [(p.id, p.made.by) for p in found] == [("t1", "processes@1"), ("t2", "processes@1")]


@pytest.mark.parametrize(
    "hostile",
    [
        "talks in " * 12_000,
        "round of the " * 10_000,
        "Qasrin " * 15_000,
        "Qasrin-6 " * 12_000,
        "".join(f"the {n}th round of the Tok{'abcdefghij'[n % 10] * (1 + n % 60)} talks. " for n in range(3_000)),
    ],
)
def test_a_hostile_text_is_read_in_bounded_time(hostile: str) -> None:
    began = time.process_time()
    _read(hostile)
    assert time.process_time() - began < 10


def test_a_lexicon_without_one_of_its_lists_is_refused_by_name() -> None:
    with pytest.raises(KnowledgeError, match="heads"):
        read_lexicon({"words": {}})

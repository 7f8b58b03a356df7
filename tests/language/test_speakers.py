"""Who is meant, and through whom it reached the reader: speakers and chains for given attributions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.domain.attribution import Statement
from communique.domain.reading import Reading
from communique.flow.reading import Reader
from communique.ingest import take_text
from communique.knowledge import Knowledge
from communique.language.lore import Lore
from communique.language.parse import Parser
from communique.language.pipeline import Pipeline
from communique.language.stages import ActorStage, ParseStage, StatementStage

from ..conftest import ROOT
from .marked import Given, unmarked

Read = Callable[..., Reading]


@pytest.fixture(scope="module")
def read() -> Read:
    parser, knowledge = Parser(), Knowledge.load(packs=(ROOT / "samples" / "pack",))

    def one(marked: str, outlet: str | None = None, *, known: bool = True) -> Reading:
        text, attributions = unmarked(marked)
        lore = Lore.of(knowledge) if known else Lore()
        stages = [ParseStage(parser), ActorStage(lore), StatementStage.make(Given(attributions), lore.names)]
        return Pipeline(stages).read(take_text(text, id="t", outlet=outlet))

    return one


# The text, and the last link of the chain of each statement in the order of their numbers.
SPEAKERS = [
    ("<s1>Irena Sollos</s1> <c1>said</c1> <t1>the truce was holding</t1>. <s2>Sollos</s2> <c2>added</c2> <t2>that talks would go on</t2>.",
     ["Irena Sollos", "Irena Sollos"]),
    ("<s1>Foreign Minister Irena Sollos</s1> <c1>met</c1> reporters. <s2>She</s2> <c2>said</c2> <t2>the road was open</t2>.",
     ["Irena Sollos"]),
    ("Ministry of Foreign Affairs of the Republic of Varenia\n\nForeign Minister Irena Sollos received Foreign Minister Anselm Rook. "
     "<s1>Minister Rook</s1> <c1>offered</c1> <t1>observers</t1>. <s2>The Minister</s2> <c2>welcomed</c2> <t2>the offer</t2>.",
     ["Anselm Rook", "Irena Sollos"]),
    ("Anselm Rook met Lena Okafor-Lindqvist in Brunnhal. <s1>The special envoy</s1> <c1>said</c1> <t1>the talks were useful</t1>.",
     ["Lena Okafor-Lindqvist"]),
    ("<s1>The Varenian Foreign Ministry</s1> <c1>said</c1> <t1>it regretted the delay</t1>. <s2>The ministry</s2> <c2>added</c2> "
     "<t2>that a convoy was waiting</t2>.", ["Varenian Foreign Ministry", "Varenian Foreign Ministry"]),
    ("<s1>Tavrin</s1> <c1>denied</c1> <t1>the charge</t1>.", ["Varenia"]),
    ("<s1>Irena Sollos and Anselm Rook</s1> <c1>stressed</c1> <t1>the need for calm</t1>. <s2>The two ministers</s2> <c2>called for</c2> "
     "<t2>an exchange of prisoners</t2>.", ["Irena Sollos & Anselm Rook", "Irena Sollos & Anselm Rook"]),
    ("<s1>A source at the police command in Karsk</s1> <c1>said</c1> <t1>two shells fell</t1>. <s2>The source</s2> <c2>added</c2> "
     "<t2>that nobody was hurt</t2>.", ["source at the police command in Karsk", "source at the police command in Karsk"]),
    ("<s1>The Varenia Observatory for Civilians (VOC)</s1> <c1>said</c1> <t1>nine people died</t1>. <s2>VOC</s2> <c2>said</c2> "
     "<t2>two were children</t2>. <s3>The monitor</s3> <c3>said</c3> <t3>the toll could rise</t3>.",
     ["Varenia Observatory for Civilians"] * 3),
    ("<t1>Shelling has killed nine people</t1>, <s1>a war monitor</s1> <c1>said</c1>. <s2>The Varenia Observatory for Civilians</s2> "
     "<c2>said</c2> <t2>the shells fell on Velm</t2>.", ["Varenia Observatory for Civilians"] * 2),
    ("<s1>KHC spokeswoman Dara Velisk</s1> <c1>said</c1> <t1>no unit had fired</t1>. <t2>\"We keep our word,\"</t2> <s2>she</s2> "
     "<c2>said</c2>.", ["Dara Velisk", "Dara Velisk"]),
    ("<s1>Local resident Marta Iven</s1> <c1>said</c1> <t1>the night was quiet</t1>. <s2>She</s2> <c2>said</c2> <t2>she slept</t2>.",
     ["Marta Iven", "Marta Iven"]),
    ("<s1>Activists in Velm</s1> <c1>said</c1> <t1>the market was hit</t1>. <s2>The activists</s2> <c2>urged</c2> <t2>people to stay in</t2>.",
     ["Activists in Velm", "Activists in Velm"]),
    # A relative pronoun stands for the noun that its clause hangs on.
    ("The shelling angered Selmark, <s1>which</s1> <c1>said</c1> <t1>it had seen the reports</t1>.", ["Selmark"]),
    ("The charge came from Dara Velisk, <s1>who</s1> <c1>said</c1> <t1>the road was mined</t1>.", ["Dara Velisk"]),
    # What only some bodies can be called.
    ("<s1>The Varenia Observatory for Civilians</s1> <c1>said</c1> <t1>nine died</t1>. <s2>The army</s2> <c2>denied</c2> <t2>the shelling</t2>.",
     ["Varenia Observatory for Civilians", "army"]),
    ("<t1>A car bomb killed four in Karsk</t1>, <s1>a monitoring group</s1> <c1>said</c1>. <s2>The Varenia Observatory for Civilians</s2> "
     "<c2>said</c2> <t2>two were children</t2>.", ["Varenia Observatory for Civilians"] * 2),
    ("<s1>The Joint Monitoring Mission</s1> <c1>said</c1> <t1>two shells fell</t1>. The Varenian Red Crescent sent a team. <t2>Four people "
     "were hurt</t2>, <s2>the organisation</s2> <c2>said</c2>.", ["Joint Monitoring Mission", "Joint Monitoring Mission"]),
    ("<t1>Four staff of the Varenian Red Crescent died</t1>, <s1>the group</s1> <c1>said</c1>.", ["Varenian Red Crescent"]),
    ("<s1>The health directorate in Karsk</s1> <c1>shut</c1> <t1>two hospitals</t1>. <s2>The education directorate in Velm</s2> <c2>shut</c2> "
     "<t2>its schools</t2>.", ["health directorate in Karsk", "education directorate in Velm"]),
    # A state's office, by the capital behind it or the president beside it.
    ("Varenia waits. <s1>The Defence Ministry in Qasrin</s1> <c1>said</c1> <t1>18 violations were recorded</t1>.", ["Ardanian Defense Ministry"]),
    ("President Oren Halvik called Anselm Rook of Selmark, <s1>the Presidency</s1> <c1>said</c1>: <t1>the truce holds</t1>.",
     ["Varenian Presidency"]),
    # A name without a comma before it.
    ("<s1>Minister for the Middle East Tom Erwood</s1> <c1>said</c1> <t1>he was shocked</t1>. <s2>Minister Erwood</s2> <c2>called for</c2> "
     "<t2>calm</t2>.", ["Tom Erwood", "Tom Erwood"]),
    ("<s1>The governor of the district Marek Toll</s1> <c1>said</c1> <t1>the road was open</t1>.", ["Marek Toll"]),
    ("<s1>Varenia, Selmark and Ardania</s1> <c1>agreed to</c1> <t1>a truce</t1>.", ["Varenia & Selmark & Ardania"]),
    ("The UN Security Council met on Monday. <s1>The members of the Security Council</s1> <c1>welcomed</c1> <t1>the truce</t1>.",
     ["UN Security Council"]),
    ("<s1>Brig. Gen. Richard \"Tex\" Coe</s1> <c1>said</c1> <t1>the road was open</t1>.", ['Richard "Tex" Coe']),
    ("<s1>The Highland Guard</s1> <c1>said</c1> <t1>it rained</t1>. <s2>The coalition</s2> <c2>said</c2> <t2>it snowed</t2>.",
     ["Highland Guard", "coalition"]),
    # A statement that speaks again is the same body's.
    ("<s1>A statement by the Highland Guard</s1> <c1>called for</c1> <t1>calm</t1>. Selmark was silent. <s2>The statement</s2> <c2>said</c2> "
     "<t2>the road was shut</t2>.", ["Highland Guard", "Highland Guard"]),
    ("<s1>The Joint Monitoring Mission</s1> <c1>said</c1> <t1>it rained</t1>. <s2>A spokesman for the mission</s2> <c2>said</c2> <t2>it "
     "would stop</t2>.", ["Joint Monitoring Mission", "Joint Monitoring Mission spokesman"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), SPEAKERS)
def test_the_speaker_is_the_one_the_text_means(read: Read, marked: str, expected: list[str]) -> None:
    assert [s.chain[-1] for s in read(marked).findings.statements] == expected


def test_names_are_put_together_without_any_knowledge(read: Read) -> None:
    marked = "<s1>Olga Tarn</s1> <c1>said</c1> <t1>it rained</t1>. <s2>Tarn</s2> <c2>said</c2> <t2>it would stop</t2>."
    assert [s.chain[-1] for s in read(marked, known=False).findings.statements] == ["Olga Tarn", "Olga Tarn"]


ANONYMOUS = [
    ("<s1>A source close to the talks</s1> <c1>said</c1> <t1>a deal was near</t1>.", True),
    ("<s1>Residents</s1> <c1>said</c1> <t1>they heard blasts</t1>.", True),
    ("<c1>It was reported</c1> <t1>that the bridge was shut</t1>.", True),
    ("<s1>A KHC statement</s1> <c1>said</c1> <t1>the bridge was shut</t1>.", False),
    ("<s1>Local authorities</s1> <c1>said</c1> <t1>the bridge was shut</t1>.", False),
    ("<s1>Selmark</s1> <c1>said</c1> <t1>the bridge was shut</t1>.", False),
    ("<s1>A military source</s1> <c1>said</c1> <t1>the bridge was shut</t1>.", True),
    ("<s1>Government officials</s1> <c1>said</c1> <t1>the bridge was shut</t1>.", True),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "anonymous"), ANONYMOUS)
def test_a_source_is_anonymous_where_the_text_names_nobody(read: Read, marked: str, anonymous: bool) -> None:
    (statement,) = read(marked).findings.statements
    assert statement.anonymous is anonymous


CHAINS = [
    # Who reports, who is cited, who speaks: outermost first.
    ("<s1>The Varenian Defence Ministry</s1> <c1>said</c1> <t1>that <s2>the Joint Monitoring Mission</s2> <c2>had said</c2> "
     "<t2>the truce held</t2></t1>.", "VNA", [["VNA", "Varenian Defense Ministry"], ["VNA", "Varenian Defense Ministry", "Joint Monitoring Mission"]]),
    ("<t1>The truce is holding</t1>, <s1>Pavel Drenko</s1> <c1>told</c1> Selpress.", "VNA", [["VNA", "Selpress", "Pavel Drenko"]]),
    ("<t1>The truce is holding</t1>, <s1>Pavel Drenko</s1> <c1>told</c1> VNA.", "VNA", [["VNA", "Pavel Drenko"]]),
    ("In an interview with Selpress, <s1>Pavel Drenko</s1> <c1>said</c1> <t1>the truce is holding</t1>.", "VNA", [["VNA", "Pavel Drenko"]]),
    ("TAVRIN, March 15 (Meridian) - <t1>The truce is holding</t1>, <s1>Pavel Drenko</s1> <c1>said</c1>.", None, [["Meridian", "Pavel Drenko"]]),
    ("<t1><s2>Pavel Drenko</s2> <c2>said</c2> <t2>the truce is holding</t2></t1>, <s1>VNA</s1> <c1>reported</c1>.", None,
     [["VNA"], ["VNA", "Pavel Drenko"]]),
    ("<s1>Media</s1> <c1>reported</c1>, <c2>citing</c2> <s2>a KHC statement</s2>, <t1><t2>that the guns were gone</t2></t1>.", "VNA",
     [["VNA", "Media"], ["VNA", "Media", "Kesh Highlands Council"]]),
    ("<t1>\"<s2>I</s2> <c2>believe</c2> <t2>that the truce will hold</t2>,\"</t1> <s1>Rook</s1> <c1>said</c1>. Anselm Rook was in Brunnhal.",
     "Selpress", [["Selpress", "Anselm Rook"], ["Selpress", "Anselm Rook", "Anselm Rook"]]),
    # A feed's name in small letters and the agency that was told are one link.
    ("<s1>A witness</s1> <c1>told</c1> VNA <t1>that the market was hit</t1>.", "vna", [["VNA", "witness"]]),
    # "Citing a source, it said": who said it cites.
    ("<s1>VNA</s1> <c1>reported</c1> <t1>calm</t1>. <c2>Citing</c2> <s2>a military source</s2> <t2><s3>it</s3> <c3>said</c3> <t3>two posts "
     "were lost</t3></t2>.", None, [["VNA"], ["VNA", "military source"], ["VNA"]]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "outlet", "expected"), CHAINS)
def test_the_chain_names_everybody_who_vouches(
    read: Read, marked: str, outlet: str | None, expected: list[list[str]]
) -> None:
    assert [list(s.chain) for s in read(marked, outlet).findings.statements] == expected


def one(reading: Reading) -> Statement:
    (statement,) = reading.findings.statements
    return statement


def test_the_interview_is_kept_beside_the_chain(read: Read) -> None:
    marked = "In an interview with Selpress, <s1>Pavel Drenko</s1> <c1>said</c1> <t1>the truce is holding</t1>."
    assert one(read(marked, "VNA")).told_to == "Selpress"


STANCES = [
    ("<s1>Sollos</s1> <c1>denied</c1> <t1>the charge</t1>.", "denies"),
    ("<s1>Sollos</s1> <c1>accused</c1> <t1>the Council of shelling Velm</t1>.", "accuses"),
    ("<s1>Sollos</s1> <c1>expressed hope</c1> <t1>that talks would resume</t1>.", "hopes"),
    ("<s1>Sollos</s1> <c1>called for</c1> <t1>restraint</t1>.", "calls for"),
    ("<s1>Sollos</s1> <c1>thanked</c1> <t1>the envoy for her work</t1>.", "thanks"),
    ("<s1>Sollos</s1> <c1>promised</c1> <t1>to open the road</t1>.", "promises"),
    ("<s1>Sollos</s1> <c1>threatened</c1> <t1>to leave the talks</t1>.", "threatens"),
    ("<s1>Sollos</s1> <c1>agreed</c1> <t1>to open the road</t1>.", "agrees"),
    ("<s1>Sollos</s1> <c1>refused</c1> <t1>to sign</t1>.", "refuses"),
    ("<s1>Sollos</s1> <c1>asked</c1> <t1>whether the road was open</t1>.", "asks"),
    ("<s1>Sollos</s1> <c1>said</c1> <t1>the road was open</t1>.", "asserts"),
    ("<s1>Sollos</s1> <c1>had no doubt</c1> <t1>that the road was open</t1>.", "asserts"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "stance"), STANCES)
def test_the_stance_is_what_the_speaker_does(read: Read, marked: str, stance: str) -> None:
    assert one(read(marked)).stance == stance


MODES = [
    ("<t1>“The truce holds,”</t1> <s1>Sollos</s1> <c1>said</c1>.", "direct"),
    ("<s1>Sollos</s1> <c1>said</c1> <t1>the truce holds</t1>.", "indirect"),
    ("<s1>Sollos</s1> <c1>said</c1> <t1>the truce “holds everywhere”</t1>.", "mixed"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "mode"), MODES)
def test_the_mode_follows_the_quotation_marks(read: Read, marked: str, mode: str) -> None:
    assert one(read(marked)).mode == mode


def test_a_title_beside_a_name_becomes_a_role_with_its_words(read: Read) -> None:
    reading = read("<s1>Foreign Minister Irena Sollos of Varenia</s1> <c1>said</c1> <t1>it holds</t1>.")
    (actor,) = [a for a in reading.findings.actors if a.name == "Irena Sollos"]
    assert [(r.title, r.span.of(reading.report.text)) for r in actor.roles] == [
        ("Foreign Minister", "Foreign Minister")
    ]


def test_he_is_never_a_woman_or_an_organisation(read: Read) -> None:
    marked = (
        "Pavel Drenko met the monitors. <s1>The Joint Monitoring Mission</s1> <c1>said</c1> <t1>it was content</t1>. "
        "<s2>He</s2> <c2>said</c2> <t2>so too</t2>. Dara Velisk stayed away."
    )
    assert [s.chain[-1] for s in read(marked).findings.statements] == ["Joint Monitoring Mission", "Pavel Drenko"]


def test_who_is_cited_speaks_inside_who_cites_and_a_reason_of_their_own_does_not(read: Read) -> None:
    marked = "<s1>Selpress</s1> <c1>said</c1> <t1>the bridge was hit</t1>, <c2>citing</c2> <s2>residents</s2>. "
    assert [s.within for s in read(marked + "<t2>No one</t2>.").findings.statements] == [None, "s1"]
    marked = "<s1><s2>Rook</s2></s1> <c1>praised</c1> <t1>the Council</t1>, <c2>citing</c2> <t2>the release of prisoners</t2>."
    assert [s.within for s in read(marked).findings.statements] == [None, None]


def test_two_statements_that_hold_each_other_are_read(sample_reader: Reader) -> None:
    text = (
        "Heavy machine guns had been firing across the reservoir for an hour, the wedding guests said, before anyone "
        "thought of stopping the music. No one was hurt. The bride's father, a retired gunner, identified them by ear "
        "as the army's."
    )
    statements = sample_reader.read(take_text(text, id="t")).findings.statements
    held = {s.id: s.within for s in statements}
    assert statements
    for statement in statements:
        above = [statement.id]
        while (outer := held[above[-1]]) is not None:
            assert outer not in above
            above.append(outer)

"""A statement of an office, published by itself: no outlet, no date, a quotation over two paragraphs."""

from __future__ import annotations

from communique.domain.actor import Actor, Role
from communique.domain.agreement import Instrument
from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Report
from communique.domain.when import DateMention

from .marker import HAND, Marker, at, paragraphs

UN = """STATEMENT ATTRIBUTABLE TO THE SPOKESMAN FOR THE SECRETARY-GENERAL

The Secretary-General, Tomas Adeyemi, calls on all sides to respect resolution 3107 in letter and spirit. He recalls \
the commitments that the parties took upon themselves in Brunnhal in the spring.

“There is no military road out of this war. Every shell that falls on Karsk or Port Adel lengthens it.

“I ask the Council, and those who have the ear of the parties, to speak with one voice.”
"""


def statement() -> Reading:
    """An office's own statement: no headline marked, no date, one quotation over two paragraphs."""
    text, mark = UN, Marker(UN)
    office = "Tomas Adeyemi"
    report = Report(
        id="un statement/3",
        source="samples/un-statement.txt",
        sha256="3e99" * 16,
        text=text,
        anatomy=Anatomy(body=paragraphs(text, "The Secretary-General, Tomas", "“There", "“I ask")),
        language="en",
    )
    statements = (
        mark.says(
            1,
            ("The Secretary-General, Tomas Adeyemi,",),
            ("calls on",),
            ("all sides to respect resolution 3107 in letter and spirit",),
            chain=(office,),
            actors=("a1",),
            stance="calls for",
        ),
        mark.says(
            2,
            ("He",),
            ("recalls",),
            ("the commitments that the parties took upon themselves in Brunnhal in the spring",),
            chain=(office,),
            actors=("a1",),
        ),
        mark.says(
            3,
            (),
            (),
            (text[text.index("“There is no") : text.index("with one voice.”") + len("with one voice.”")],),
            chain=(office,),
            actors=("a1",),
            mode="direct",
        ),
    )
    return Reading(
        report,
        Findings(
            mentions=(mark.named(1, "Tomas Adeyemi", actor="a1"), mark.named(2, "He", actor="a1")),
            actors=(
                Actor(
                    "a1",
                    office,
                    "person",
                    HAND,
                    roles=(Role("Secretary-General", at(text, "Secretary-General")),),
                ),
            ),
            dates=(DateMention("d1", at(text, "the spring"), "the spring", "unknown", HAND),),
            instruments=(
                Instrument(
                    "i1", "resolution", "UN Security Council resolution 3107", (at(text, "resolution 3107"),), HAND
                ),
            ),
            statements=statements,
        ),
    )

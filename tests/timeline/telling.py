"""Tellings made by hand, of the war in Varenia."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from communique.domain.incident import Citation, Party
from communique.timeline.telling import Telling

SOLLOS, ROOK = Party("Irena Sollos", "irena-sollos"), Party("Anselm Rook", "anselm-rook")
ENVOY, KHC = Party("Lena Okafor-Lindqvist", "envoy"), Party("Kesh Highlands Council", "khc")
_numbers = count(1)


def telling(
    report: str = "meridian-1", *, outlet: str = "Meridian", words: str = "met in Brunnhal", **fields: object
) -> Telling:
    """A meeting of the two ministers in Brunnhal on 14 March 2031 as one report has it, but for what `fields` say."""
    cited = Citation(report, f"{report}.txt", words, (outlet,), ((0, len(words)),), "2031-03-15", outlet)
    made = Telling(
        key=f"{next(_numbers):024x}",
        type="CONSULT",
        reality="happened",
        cited=cited,
        start="2031-03-14",
        end="2031-03-14",
        place="Brunnhal",
        place_key="varenia:brunnhal",
        initiators=(SOLLOS, ROOK),
    )
    return replace(made, **fields)  # type: ignore[arg-type]

"""From which day "yesterday" counts, and that a pack's places are found where the parser sees a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.domain.report import Anatomy, Dateline, Published, Report
from communique.domain.span import Span
from communique.flow.reading import Reader
from communique.ingest import take
from communique.language.stages.dates import written

PAGE = Published(date(2031, 3, 26), "day", "metadata")


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("Qasrin, 24 March 2031 (ANA)", PAGE, "2031-03-24"),
        ("QASRIN, March 24, 2031 (ANA)", None, "2031-03-24"),
        ("Qasrin, 24 March (ANA)", PAGE, "2031-03-26"),  # no year: nothing is guessed
        ("Qasrin (ANA)", PAGE, "2031-03-26"),
        ("Qasrin, 28 March 2031 (ANA)", PAGE, "2031-03-26"),  # nobody writes after the page appeared
        ("Qasrin, 24 March (ANA)", None, None),
    ],
)
def test_yesterday_counts_from_the_datelines_day(line: str, published: Published | None, day: str | None) -> None:
    dateline = Dateline(Span(0, len(line)), "Qasrin", "ANA")
    report = Report(
        "r", "r.txt", "", f"{line} - Fire was heard yesterday.", Anatomy(dateline=dateline), published=published
    )
    found = written(report)
    assert (found.value.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The Guard fired at a post near the Ondava crossing on Friday.", "Ondava crossing"),
        ("Soldiers were shot at the Ondava crossing.", "Ondava crossing"),
        ("A lorry burnt on the road between Sel Harad and Port Adel.", "Sel Harad"),
        ("The army shelled the outskirts of Sel Harad.", "Sel Harad"),
    ],
)
def test_a_packs_place_is_found_where_the_parser_sees_a_person(
    sample_reader: Reader, tmp_path: Path, sentence: str, place: str
) -> None:
    page = tmp_path / "report.txt"
    page.write_text(f"TAVRIN, March 16, 2031 (Meridian) - {sentence}", encoding="utf-8")
    (report,) = take([page])
    assert isinstance(report, Report)
    found = {one.name: one.lat for one in sample_reader.read(report).findings.places}
    assert found.get(place) is not None

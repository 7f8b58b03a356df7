"""`python -m bench.attribution [DATA.jsonl]`: who said what, on a corpus in the form of PolNeAR.

The whole command is scored, as a user runs it, by the script beside the corpora; nested statements are left out because
the corpus is annotated one level deep. The corpus annotates sayings that are negated or supposed as it does others
("did not say that …"); the record keeps those apart, in `unsaid`, and the first figures count both. The figures of the
statements alone follow.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.figures import SHARED, Sheet
from bench.scoring import annotated, data_named, record_of, scored, texts

MEASURES = ("fragment exact", "exact", "lenient")
ROLES = ("source", "cue", "content")


def main() -> None:
    """Prints fragment-exact F1 of source, cue and content, and F1 of whole attributions."""
    data = data_named(sys.argv[1:], SHARED / "corpora" / "polnear" / "dev.jsonl")
    sheet = Sheet("attribution", data)
    with record_of(texts(data)) as record, tempfile.TemporaryDirectory() as folder:
        found = _figures(annotated(record, Path(folder, "annotated.jsonl")), data, Path(folder))
        said = _figures(record, data, Path(folder))
    for role in ROLES:
        for measure in MEASURES:
            sheet.line(f"{role} {measure} F1", 100 * found["roles"][role][measure]["f1"], "%")
    for measure in ("content+source", "content only"):
        row = found["attribution"][measure]
        note = f"P {100 * row['p']:.1f} R {100 * row['r']:.1f}"
        sheet.line(f"attribution {measure} F1", 100 * row["f1"], "%", note)
    for kind, row in found["by kind"].items():
        sheet.line(f"content recall, {kind}", 100 * row["content recall"], "%", f"{row['gold']} gold")
    for role in ROLES:
        sheet.line(
            f"statements alone: {role} fragment exact F1", 100 * said["roles"][role]["fragment exact"]["f1"], "%"
        )
    sheet.line("statements alone: attribution F1", 100 * said["attribution"]["content+source"]["f1"], "%")
    sheet.close()


def _figures(predicted: Path, data: Path, folder: Path) -> Any:
    report = folder / "report.json"
    scored("score_attribution.py", str(predicted), str(data), "--json", str(report))
    return json.loads(report.read_text())


if __name__ == "__main__":
    main()

"""`python -m bench.attribution [DATA.jsonl]`: who said what, on a corpus in the form of PolNeAR.

The whole command is scored, as a user runs it, by the script beside the corpora; nested statements are left out because
the corpus is annotated one level deep.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from bench.figures import SHARED, Sheet
from bench.scoring import data_named, record_of, scored, texts


def main() -> None:
    """Prints fragment-exact F1 of source, cue and content, and F1 of whole attributions."""
    data = data_named(sys.argv[1:], SHARED / "corpora" / "polnear" / "dev.jsonl")
    sheet = Sheet("attribution", data)
    with record_of(texts(data)) as record, tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        scored("score_attribution.py", str(record), str(data), "--json", str(report))
        found = json.loads(report.read_text())
    for role in ("source", "cue", "content"):
        for measure in ("fragment exact", "exact", "lenient"):
            sheet.line(f"{role} {measure} F1", 100 * found["roles"][role][measure]["f1"], "%")
    for measure in ("content+source", "content only"):
        row = found["attribution"][measure]
        note = f"P {100 * row['p']:.1f} R {100 * row['r']:.1f}"
        sheet.line(f"attribution {measure} F1", 100 * row["f1"], "%", note)
    for kind, row in found["by kind"].items():
        sheet.line(f"content recall, {kind}", 100 * row["content recall"], "%", f"{row['gold']} gold")
    sheet.close()


if __name__ == "__main__":
    main()

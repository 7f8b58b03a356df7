"""`python -m bench.record_real [DATA.jsonl]`: the record of real reports of the field, annotated by hand."""

from __future__ import annotations

import re
import sys

from bench.figures import SHARED, Sheet
from bench.scoring import data_named, record_of, scored, texts

F1 = re.compile(r"^(.*?)\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)")
SHARE = re.compile(r"^\s*(.*?)\s+(\d+) of (\d+)\s*$")


def main() -> None:
    """Prints F1 of statements, speakers, chains, truce and violation claims, and the shares that are right."""
    data = data_named(sys.argv[1:], SHARED / "corpora" / "real" / "dev.jsonl")
    sheet = Sheet("record_real", data)
    with record_of(texts(data)) as record:
        printed = scored("score_record.py", str(record), str(data))
    for line in printed.splitlines():
        if row := F1.match(line):
            sheet.line(f"{row[1].strip()} F1", float(row[4]), "%", f"P {row[2]} R {row[3]}")
        elif part := SHARE.match(line):
            share = 100 * int(part[2]) / int(part[3]) if int(part[3]) else 0.0
            sheet.line(part[1], share, "%", f"{part[2]} of {part[3]}")
    sheet.close()


if __name__ == "__main__":
    main()

"""Runs `communique read --format jsonl` on a corpus, and the scoring scripts that lie beside the corpora."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.figures import SHARED

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a corpus, in the form `communique read` takes."""

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None


def texts(path: Path) -> list[Text]:
    """The texts of a corpus in JSONL; a line without a text is left out."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            found.append(Text(str(row["id"]), row["text"], row.get("outlet"), row.get("published")))
    return found


@contextmanager
def record_of(found: Iterable[Text]) -> Iterator[Path]:
    """What `communique read --format jsonl` prints for the texts, as a file."""
    with tempfile.TemporaryDirectory() as folder:
        source, record = Path(folder, "texts.jsonl"), Path(folder, "record.jsonl")
        with source.open("w", encoding="utf-8") as out:
            for t in found:
                given = {"outlet": t.outlet, "published": t.published}
                row = {"id": t.id, "text": t.text} | {k: v for k, v in given.items() if v}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        with record.open("wb") as out_bytes:
            subprocess.run(
                [sys.executable, "-m", "communique", "read", "--format", "jsonl", str(source)],
                stdout=out_bytes,
                check=True,
            )
        yield record


def scored(script: str, *arguments: str) -> str:
    """What a scoring script prints."""
    command = [sys.executable, str(SHARED / "score" / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def data_named(arguments: list[str], default: Path) -> Path:
    """The data file named on the command line, else the default; exits with a message where there is none."""
    path = Path(arguments[0]) if arguments else default
    if not path.is_file():
        sys.exit(f"There is no data at {path}; name a file: python -m bench.NAME DATA.jsonl")
    return path


def annotated(record: Path, out: Path) -> Path:
    """`out`, filled with the record's attributions as PolNeAR annotates them: unsaid ones too, one level deep."""
    with record.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as rows:
        for line in lines:
            reading = json.loads(line)
            if "statements" in reading:
                outer = [s for s in reading["statements"] if not s["within"]]
                kept = [{role: s[role]["spans"] for role in ROLES} for s in (*outer, *reading["unsaid"])]
                rows.write(json.dumps({"id": reading["report"]["id"], "attributions": kept}) + "\n")
    return out

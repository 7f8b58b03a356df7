"""`python -m bench.read [DATA.jsonl]`: how fast a reading is, against the bare spaCy pipeline on the same texts.

Both run in one process on one core, in turns, so that what else the machine does falls on both; the ratio counts.
"""

from __future__ import annotations

import os

# Before anything that starts threads is imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import importlib
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

import msgspec

from bench.figures import SHARED, Sheet
from bench.scoring import Text, data_named, texts
from communique.domain.report import Report
from communique.flow.reading import Reader
from communique.ingest import take_text
from communique.language.parse import passages_of
from communique.settings import load_settings

ROUNDS = 3
WORDS_WANTED = 12_000  # enough for a steady figure, little enough for a shared machine
FURTHER = ("truce", "events")  # stages that read on from who said what


def main() -> None:
    """Prints words a second, the ratio to the bare pipeline, start-up time and peak memory."""
    data = data_named(sys.argv[1:], SHARED / "corpora" / "fa-kes" / "dev.jsonl")
    sheet = Sheet("read", data)
    reports = _reports(texts(data))
    passages = [[p.span.of(r.text) for p in passages_of(r)] for r in reports]
    words = sum(len(text.split()) for listed in passages for text in listed)
    settings = load_settings()
    reader, bare = Reader(settings), importlib.import_module(settings.parser).load()
    by_parse = Reader(msgspec.structs.replace(settings, attribution="parse"))
    reading, quick, parsing, stages = [], [], [], []
    for _ in range(ROUNDS):
        parsing.append(_seconds(lambda: [len(d) for listed in passages for d in bare.pipe(listed)]))
        reading.append(_seconds(lambda: [reader.read(r) for r in reports]))
        stages.append(reader.timed(reports))
        quick.append(_seconds(lambda: [by_parse.read(r) for r in reports]))
    sheet.line("words", words, "", f"{len(reports)} reports")
    sheet.line("bare spaCy pipeline", words / median(parsing), "words/s", "one core")
    sheet.line("whole reading", words / median(reading), "words/s", "one core")
    sheet.line("reading / bare pipeline", _times(reading, parsing), "times", _each(reading, parsing))
    told = [sum(taken for name, taken in spent.items() if not name.startswith(FURTHER)) for spent in stages]
    sheet.line("reading of who said what / bare pipeline", _times(told, parsing), "times", _each(told, parsing))
    sheet.line("reading with the parse's finder / bare pipeline", _times(quick, parsing), "times")
    for name in stages[0]:
        sheet.line(f"  {name}", _times([spent[name] for spent in stages], parsing), "times")
    start, memory = _first_result()
    sheet.line("start to first result on a sample", start, "s")
    sheet.line("peak memory of that", memory, "MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sheet.line("peak memory of this run", peak, "MB", "with all three pipelines")
    sheet.close()


def _reports(found: list[Text]) -> list[Report]:
    reports: list[Report] = []
    words = 0
    for t in found:
        if words >= WORDS_WANTED:
            break
        reports.append(take_text(t.text, id=t.id, outlet=t.outlet, published=t.published))
        words += len(t.text.split())
    return reports


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _times(spent: list[float], parsing: list[float]) -> float:
    return median(s / p for s, p in zip(spent, parsing, strict=True))


def _each(spent: list[float], parsing: list[float]) -> str:
    return "rounds " + " ".join(f"{s / p:.2f}" for s, p in zip(spent, parsing, strict=True))


def _first_result() -> tuple[float, float]:
    """Seconds of wall clock and peak megabytes of `communique read` on one short report."""
    sample = "TAVRIN, March 15 (Meridian) - The truce is holding, Irena Sollos said."
    begun = time.monotonic()
    command = [sys.executable, "-m", "communique", "read", "--format", "jsonl", "-"]
    subprocess.run(command, input=sample.encode(), stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()

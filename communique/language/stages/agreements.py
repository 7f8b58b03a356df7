"""Instruments and processes the report invokes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.language.draft import Draft
from communique.language.instruments import KnownInstruments, find_instruments
from communique.language.processes import KnownProcesses, find_processes


@dataclass(frozen=True)
class InstrumentStage:
    """Gives the instruments, with the dates that stand beside them."""

    known: KnownInstruments | None = None
    name: str = "instruments@1"
    needs: frozenset[str] = frozenset({"parse", "dates"})
    gives: frozenset[str] = frozenset({"instruments"})

    def __call__(self, draft: Draft) -> Draft:
        spans = [p.span for p in draft.parse.passages]
        return replace(draft, instruments=find_instruments(draft.report.text, spans, draft.dates, known=self.known))


@dataclass(frozen=True)
class ProcessStage:
    """Gives the processes, with the rounds the text counts."""

    known: KnownProcesses | None = None
    name: str = "processes@1"
    needs: frozenset[str] = frozenset({"parse"})
    gives: frozenset[str] = frozenset({"processes"})

    def __call__(self, draft: Draft) -> Draft:
        spans = [p.span for p in draft.parse.passages]
        return replace(draft, processes=find_processes(draft.report.text, spans, known=self.known))

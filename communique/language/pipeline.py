"""Report → Findings: the stages a reading goes through, in order, each saying what it needs and gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from time import process_time
from typing import Protocol

from communique.domain.reading import Reading
from communique.domain.report import Report
from communique.errors import SettingsError
from communique.language.draft import Draft


class Stage(Protocol):
    """One step of a reading. `needs` and `gives` name fields of Draft."""

    @property
    def name(self) -> str:
        """Name and version, "places@1": the `by` of what it finds."""

    @property
    def needs(self) -> frozenset[str]: ...
    @property
    def gives(self) -> frozenset[str]: ...

    def __call__(self, draft: Draft) -> Draft: ...


class Pipeline:
    """Runs stages whose order has been checked: nothing is needed before it is given."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        given = {"report"}
        for stage in stages:
            missing = stage.needs - given
            if missing:
                raise SettingsError(
                    f"Stage {stage.name} needs {', '.join(sorted(missing))}, which no stage before it gives; "
                    f"put the stage that gives it earlier."
                )
            given |= stage.gives
        self.stages = tuple(stages)

    @property
    def version(self) -> str:
        """The stages with their versions: readings made by the same ones are the same."""
        return "+".join(stage.name for stage in self.stages)

    def read(self, report: Report) -> Reading:
        """The report with its findings; a skipped report comes back with none."""
        if report.skipped is not None:
            return Reading(report)
        draft = reduce(lambda d, stage: stage(d), self.stages, Draft(report))
        return Reading(report, draft.findings())

    def timed(self, reports: Sequence[Report]) -> dict[str, float]:
        """Seconds of processor time that each stage takes for the reports, by the stage's name."""
        spent = dict.fromkeys((stage.name for stage in self.stages), 0.0)
        for report in reports:
            draft = Draft(report)
            for stage in self.stages:
                begun = process_time()
                draft = stage(draft)
                spent[stage.name] += process_time() - begun
        return spent

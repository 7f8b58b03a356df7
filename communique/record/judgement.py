"""What a person decided about a finding: judgements are added, never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from communique.errors import RecordError
from communique.record.undoing import struck


class Verdict(StrEnum):
    """Every machine finding is `PROPOSED` until a person says otherwise; judging it so again takes a verdict back."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry; `finding` is the finding's key, `at` a time in UTC, `number` its place among all the record's.

    One that `undoes` another has the verdict that counts from then on, and is nobody's opinion of the finding.
    """

    finding: str
    verdict: Verdict
    author: str
    at: datetime
    reason: str | None = None
    number: int = 0
    undoes: int | None = None


class Verdicts:
    """Where findings stand: by the key of each finding that anybody judged, the judgement of it that counts."""

    def __init__(self, counting: Iterable[Judgement] = ()) -> None:
        self._counting = {one.finding: one for one in counting}

    def of(self, finding: str) -> Judgement | None:
        """The judgement that counts of the finding with this key; None where there is none."""
        return self._counting.get(finding)


def counting(judgements: Sequence[Judgement]) -> Judgement | None:
    """The judgement that counts among all those of one finding, oldest first: the last that was not taken back."""
    gone = struck(judgements)
    return next((one for one in reversed(judgements) if one.undoes is None and one.number not in gone), None)


def taken_back(judgements: Sequence[Judgement], number: int) -> Verdict:
    """The verdict that counts once judgement `number` is taken back; `judgements` are all of one finding, oldest first.

    `RecordError` for one that does not count anyway: because of a later one, or because it was taken back already.
    """
    last, counts = judgements[-1], counting(judgements)
    if number not in {last.number, counts.number if counts else last.number}:
        word = "took a judgement of the same finding back" if last.undoes else "judged the same finding again"
        raise RecordError(f"Judgement {number} counts no more: {last.author} {word} (judgement {last.number}).")
    undoing = Judgement(last.finding, Verdict.PROPOSED, "", last.at, number=last.number + 1, undoes=number)
    then = counting([*judgements, undoing])
    return Verdict.PROPOSED if then is None else then.verdict

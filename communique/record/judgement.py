"""What a person decided about a finding: judgements are added, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """Every machine finding is `PROPOSED` until a person says otherwise; judging it so again takes a verdict back."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry; `finding` is the finding's key in the record, `at` a time in UTC."""

    finding: str
    verdict: Verdict
    author: str
    at: datetime
    reason: str | None = None

"""Where each finding stands, as a line of a card or an entry: proposed, or accepted or rejected by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.exports import wording
from communique.exports.edition.escape import esc
from communique.record import Judgement, Verdict, Verdicts
from communique.record.found import CLAIMS
from communique.record.keys import WIDTH

# What people judge one by one; of anything else it is said only once somebody has judged it.
SHOWN = (*CLAIMS, "unsaid")


@dataclass(frozen=True, slots=True)
class State:
    """The class of an element, with a space before it, and the line to put into it; both may be empty."""

    style: str = ""
    line: str = ""


UNKNOWN = State()


class States:
    """Where the findings of one reading stand, by list and id; says nothing of a reading that no record holds."""

    def __init__(self, keys: Mapping[tuple[str, str], str] | None = None, verdicts: Verdicts | None = None) -> None:
        self._keys = keys or {}
        self._verdicts = verdicts or Verdicts()

    def of(self, kind: str, finding: str) -> State:
        """The state of one finding, with the beginning of the key by which it is judged."""
        key = self._keys.get((kind, finding))
        last = self._verdicts.of(key) if key else None
        if key is None or (last is None and kind not in SHOWN):
            return UNKNOWN
        verdict = Verdict.PROPOSED if last is None else last.verdict
        why = f": {esc(last.reason)}" if last is not None and last.reason and verdict is not Verdict.PROPOSED else ""
        when = f' title="{last.at:%Y-%m-%d %H:%M} UTC"' if last is not None else ""
        words = f"<span{when}>{esc(wording.stands(last))}{why}</span>"
        return State(f" {verdict.value}", f'<p class="state">{words} <code>{esc(key[:WIDTH])}</code></p>')

    def judged(self) -> tuple[Judgement, ...]:
        """The judgements that stand of findings of the reading, in the order of its lists."""
        last = (self._verdicts.of(key) for key in dict.fromkeys(self._keys.values()))
        return tuple(one for one in last if one is not None and one.verdict is not Verdict.PROPOSED)

    def way(self) -> str:
        """How findings are judged, for the page of a record; empty for a reading that no record holds."""
        return (
            " The code in a finding is its key: <code>communique judge accept KEY --by NAME</code>."
            if self._keys
            else ""
        )

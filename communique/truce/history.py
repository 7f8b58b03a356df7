"""What people decided about an incident or an event, as a history: undone decisions stay in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.record.decisions import Act, Decision, standing


class History:
    """The log of decisions, looked up by claim, or by whatever `noun` says they are about."""

    def __init__(self, decisions: Sequence[Decision], noun: str = "claim") -> None:
        self._noun = noun
        counted = {decision.number for decision in standing(decisions)}
        self._undone_by = _undone_by(decisions, counted)
        self._of: Mapping[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            for key in dict.fromkeys((*decision.members, *decision.apart_from)):
                self._of[key].append(decision)

    def of(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Every decision that names one of the claims, oldest first, in words."""
        found = {decision.number: decision for key in keys for decision in self._of.get(key, ())}
        return tuple(self._told(found[number]) for number in sorted(found))

    def _told(self, decision: Decision) -> str:
        by = self._undone_by.get(decision.number)
        return in_words(decision, self._noun) + (f", undone by {by.author} (decision {by.number})" if by else "")


def in_words(decision: Decision, noun: str = "claim") -> str:
    """A decision as an entry of the history: when, who, what, why and its number; `noun` is what it speaks of."""
    count = f"{len(decision.members)} {noun}{'' if len(decision.members) == 1 else 's'}"
    what = {
        Act.JOIN: f"joined {count}",
        Act.PART: f"parted {count} from the others",
        Act.RENAME: f"named it “{decision.name}”",
        Act.VERIFY: f"set the status “{decision.name}”",
        Act.UNDO: f"undid decision {decision.undoes}",
    }[decision.act]
    why = f": {decision.reason}" if decision.reason else ""
    return f"{decision.at:%Y-%m-%d %H:%M} {decision.author} {what}{why} (decision {decision.number})"


def _undone_by(decisions: Iterable[Decision], counted: set[int]) -> dict[int, Decision]:
    """By the number of each decision that no longer counts, the last one that undid it."""
    undoings = [d for d in decisions if d.act is Act.UNDO and d.undoes is not None and d.undoes not in counted]
    return {d.undoes: d for d in undoings if d.undoes is not None}

"""What a person wants taken down about a group of findings, and the one place where it is."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.exports.incidents.listing import one_line
from communique.record import Act, Decision, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One decision as it was asked for; the fields are those of `Decision`."""

    act: Act
    author: str
    members: tuple[str, ...] = ()
    reason: str | None = None
    name: str | None = None
    undoes: int | None = None
    apart_from: tuple[str, ...] = ()

    def taken_down(self, record: Path, about: str) -> Decision:
        """The decision as the record has it now."""
        with Store.open(record).writer() as writer:
            return writer.decide(
                about,
                self.act,
                self.members,
                author=self.author,
                name=self.name,
                undoes=self.undoes,
                reason=self.reason,
                apart_from=self.apart_from,
            )


def way_back(command: str, numbers: Sequence[int], author: str) -> str:
    """The line that says how decisions or judgements are taken back."""
    listed = " ".join(str(number) for number in numbers)
    return f"    To take it back: communique {command} undo {listed} --by {shlex.quote(one_line(author))}"

"""Taking findings out of a record: only readings that hold some, and none that a person rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Protocol, TypeVar

from communique.domain.reading import Reading
from communique.record import Verdict, View
from communique.record.found import Found, Sought
from communique.record.judgement import Verdicts


class Keyed(Protocol):
    """What carries its finding's key."""

    @property
    def key(self) -> str:
        """The finding's key in the record."""


Claim = TypeVar("Claim", bound=Keyed)


def readings_with(view: View, kind: str) -> Iterator[tuple[Reading, tuple[Found, ...]]]:
    """Each current reading with a finding of that kind, and those findings with their keys and judgements.

    In the order of the days on which the reports appeared.
    """
    for _, together in groupby(view.found(Sought(kinds=(kind,))), key=lambda one: id(one.reading)):
        found = tuple(together)
        yield found[0].reading, found


def unrejected(claims: Iterable[Claim], judged: Verdicts) -> Iterator[Claim]:
    """The claims that no person rejected."""
    for claim in claims:
        judgement = judged.of(claim.key)
        if judgement is None or judgement.verdict is not Verdict.REJECTED:
            yield claim

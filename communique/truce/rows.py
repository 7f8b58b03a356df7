"""Rows of imported tables towards the packs: whom their names stand for, which a table does not say.

Nothing of this is kept in the record: the packs of today say who is who, whatever packs there were at the import.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from communique.domain.incident import IncidentClaim, Party
from communique.record.names import folded
from communique.truce.sides import Sides

# "Military Forces of Varenia (2027-)": datasets say in brackets since when, or of which country.
BRACKETS = re.compile(r"\s*\([^()]{0,80}\)\s*$")
# A state's arms by the names that datasets give them; to an agreement they are the state.
ARMS = re.compile(
    r"(?:government|military forces|armed forces|security forces|police forces|police|military|army|air force|navy) of "
    r"(?:the )?(.+)",
    re.IGNORECASE,
)


def known_rows(rows: Iterable[IncidentClaim], sides: Sequence[Sides]) -> Iterator[IncidentClaim]:
    """The rows with a key for every party that the packs know by that name and the table gave none for.

    The first of `sides` that knows a name decides.
    """

    @lru_cache(maxsize=10_000)
    def named(party: Party) -> Party:
        key = party.known or key_of(party.name, sides)
        return party if key == party.known else Party(party.name, key)

    for row in rows:
        accused, victims, parties = (tuple(map(named, who)) for who in (row.accused, row.victims, row.parties))
        if (accused, victims, parties) == (row.accused, row.victims, row.parties):
            yield row
        else:
            yield dataclasses.replace(row, accused=accused, victims=victims, parties=parties)


def key_of(name: str, sides: Sequence[Sides]) -> str | None:
    """The key of a name as datasets write it: "KHC: Kesh Highlands Council", "Military Forces of Varenia (2027-)"."""
    bare = BRACKETS.sub("", name[:500])
    spellings = [bare, *reversed(bare.split(": ", 1))]
    arm = ARMS.fullmatch(bare)
    if arm is not None:
        spellings.append(arm[1])
    words = [folded(spelling) for spelling in spellings]
    return next((one.called[word] for word in words for one in sides if word in one.called), None)

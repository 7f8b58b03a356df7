"""Opinions and incidents of the invented truce, made by hand in a line each."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from communique.domain.incident import (
    Assessment,
    Citation,
    Contradiction,
    Incident,
    IncidentClaim,
    InScope,
    Opinion,
    Party,
    Placing,
    Range,
    Site,
    Tallied,
)
from communique.knowledge.pack import Pack
from communique.truce.agreements import Agreement, agreements_of, named

PACK = Path(__file__).parents[2] / "samples" / "pack"
MEMORANDUM = "brunnhal-memorandum"


@cache
def agreements() -> tuple[Agreement, ...]:
    return agreements_of([Pack.load(PACK)])


def memorandum() -> Agreement:
    return named(agreements(), MEMORANDUM)


def cited(who: str, quotation: str = "words", *, by: str = "Meridian", day: str | None = None) -> Citation:
    chain = (by,) if who == by else (by, who)
    name = f"{by.lower()}-{day or 'undated'}.txt"
    return Citation(name, f"samples/{name}", quotation, chain, ((10, 10 + len(quotation)),), published=day, outlet=by)


def says(who: str, status: str, day: str | None, *zones: str, **more: Any) -> Opinion:
    """An opinion on the memorandum; `day` is both the day it is of and the day it appeared."""
    by = more.pop("by", "Meridian")
    quotation = more.pop("quotation", f"{who} on {status}")
    key = f"{who}:{status}:{day}:{'+'.join(zones)}:{more.get('polarity', '')}:{by}"
    made = Opinion(key, status, cited(who, quotation, by=by, day=day), day, MEMORANDUM, zones)
    return replace(made, **more)


def counts(who: str, number: int, day: str | None, *, unit: str | None = "violation", **more: Any) -> Opinion:
    """A tally; `parts` as pairs of a place and a number, `period`, `cumulative`, `start`, `by_whom` as they are named."""
    parts = tuple((place, _range(value)) for place, value in more.pop("parts", ()))
    tally = Tallied(
        number,
        more.pop("high", number),
        str(number),
        unit,
        start=more.pop("start", None),
        end=more.pop("end", day),
        cumulative=more.pop("cumulative", None),
        parts=parts,
        accused=tuple(Party(name) for name in more.pop("accused", ())),
        by=more.pop("by_whom", None),
    )
    return says(who, more.pop("status", "unclear"), day, tally=tally, quotation=f"{number} of {who}", **more)


def _range(value: int | tuple[int, int | None]) -> Range:
    low, high = value if isinstance(value, tuple) else (value, value)
    return Range(low, high, str(low))


def claim(who: str, day: str | None = "2031-03-14", **more: Any) -> IncidentClaim:
    """A claim of mortar fire on Velm."""
    published = more.pop("published", day)
    made = IncidentClaim(
        key=f"claim:{who}:{more.get('polarity', '')}:{published}",
        type="fire/mortar",
        cited=cited(who, more.pop("quotation", f"{who} on Velm"), day=published),
        start=day,
        end=day,
        site=Site("Velm", -48.69, -30.19, 1.0),
        accused=(Party("Highland Guard", "highland-guard"),),
    )
    return replace(made, **more)


def incident(name: str, *claims: IncidentClaim, **more: Any) -> Incident:
    """An incident of these claims, inside Lower Morrad and in scope."""
    first = claims[0]
    made = Incident(
        key=f"incident:{name}",
        name=name,
        claims=claims,
        proposed=len(claims) > 1,
        reasons=("same place, same day",) if len(claims) > 1 else (),
        type=first.type,
        start=first.start,
        end=first.end,
        site=first.site,
        placing=Placing("inside", "lower-morrad", 0.0),
        scope=InScope(True, ("inside Lower Morrad",), MEMORANDUM, ("clause 1",)),
        killed=None,
        injured=None,
        severity_stated=(),
        assessed=Assessment("minor", "nobody was hurt"),
        verification="one origin" if len({c.cited.origin for c in claims}) == 1 else "corroborated",
        origins=tuple(dict.fromkeys(c.cited.origin for c in claims)),
    )
    return replace(made, **more)


def at_odds(kind: str, one: IncidentClaim, other: IncidentClaim, says_so: str) -> Contradiction:
    return Contradiction(kind, one.key, other.key, says_so)

"""Severity as assessed: a ladder of rules, each with its reason, kept apart from what any source states."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from communique.domain.incident import Assessment, IncidentClaim, InScope, Placing
from communique.knowledge.violations import covers

Claims = Literal["withdrawn", "denied"]
Scope = Literal["outside", "inside", "open"]
Types = tuple[tuple[str, int], ...]  # with the calibre in millimetres
CALIBRE = re.compile(r"\b(\d{2,3})(?:[.,]\d{1,2})?[- ]?(?:mm|millimet(?:re|er)s?)\b", re.IGNORECASE)
UNSAID = 1000


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rung of `severity.toml`; what is not set asks for nothing."""

    severity: Literal["none", "not a violation", "minor", "serious", "unclear"]
    why: str
    claims: Claims | None = None
    scope: Scope | None = None
    types: tuple[str, ...] = ()
    killed: int = 0
    injured: int = 0
    where: tuple[str, ...] = ()
    every: bool = False  # every claim must be of such a type, not just one
    calibre: int = 0  # millimetres


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `severity.toml` holds."""

    rule: tuple[Rule, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, the first that fits first."""
    text = files("communique.truce").joinpath("severity.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Rules).rule


def assess(claims: Sequence[IncidentClaim], scope: InScope, placing: Placing) -> Assessment:
    """The severity of what the claims tell of, with the rule that gave it.

    Harm counts where every claim that gives a number gives at least so many: of "two" and "five" killed two are sure.
    Where an agreement is asked for that may not cover it at all, the rule says so.
    """
    standing = [claim for claim in claims if not claim.retracted]
    asserted = [claim for claim in standing if claim.polarity == "asserted"]
    state: Claims | None = "withdrawn" if not standing else "denied" if not asserted else None
    covered: Scope = "open" if scope.answer is None else "inside" if scope.answer else "outside"
    told = asserted or standing
    harm = (_least(told, "killed"), _least(told, "injured"))
    types = tuple(sorted({(claim.type, _calibre(claim)) for claim in told}))
    rule = _rule(state, covered, types, harm, placing.relation)
    return Assessment(rule.severity, _said(rule, scope))


@cache
def _rule(state: Claims | None, covered: Scope, types: Types, harm: tuple[int, int], relation: str) -> Rule:
    """The first rule that fits; the last one asks for nothing."""
    return next(
        rule
        for rule in rules()
        if rule.claims in (None, state)
        and rule.scope in (None, covered)
        and harm[0] >= rule.killed
        and harm[1] >= rule.injured
        and (not rule.where or relation in rule.where)
        and (not rule.types or _asked_for(rule, types))
    )


def _asked_for(rule: Rule, types: Types) -> bool:
    found = [mm >= rule.calibre and any(covers(asked, type_) for asked in rule.types) for type_, mm in types]
    return all(found) if rule.every else any(found)


def _calibre(claim: IncidentClaim) -> int:
    """The largest calibre that the words give, in millimetres; as large as can be where they give none."""
    found = CALIBRE.findall(f"{claim.weapon or ''} {claim.cited.quotation}")
    return max(map(int, found), default=UNSAID)


def _least(claims: Sequence[IncidentClaim], what: Literal["killed", "injured"]) -> int:
    found = [claim.killed if what == "killed" else claim.injured for claim in claims]
    return min((one.low for one in found if one is not None and one.low is not None), default=0)


def _said(rule: Rule, scope: InScope) -> str:
    if rule.scope == "outside" and scope.against:
        return f"{rule.why}: {'; '.join(scope.against)}"
    graded = rule.severity in ("minor", "serious")
    if not graded or scope.answer is not None or scope.agreement is None:
        return rule.why
    return f"{rule.why}; whether the agreement covers it is open"

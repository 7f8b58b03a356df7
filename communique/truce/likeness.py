"""How much speaks for two claims being of one happening, with the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from communique.domain.incident import Range
from communique.record.groups import Link
from communique.truce.kinship import kinship, weights
from communique.truce.sequence import of_another
from communique.truce.traits import Traits, disjoint, distance, of_one_night

SHORT = 30  # characters from which on wording says something
LONG = 60  # and from which on the same wording is a copy
FIRELESS = frozenset({"posture", "mechanism", "obligations unmet"})
MOST = 0.99
FEW = 3  # days
MANY = 5  # people by which counts of one event differ by nobody's fault
# What it tells to be in the same place, by how large that place is.
SAME = {"same": ("same place",), "same_area": ("area", "one area"), "same_country": ()}


@dataclass(slots=True)
class _Balance:
    """What speaks for and against; `ruled_out` once the two cannot be one happening."""

    strength: float = 0.0
    reasons: list[str] = field(default_factory=list)
    ruled_out: bool = False
    marks: set[str] = field(default_factory=set)

    def add(self, weight: float, reason: str = "") -> None:
        self.strength += weight
        if reason:
            self.reasons.append(reason)


def likeness(one: Traits, other: Traits, *, only: bool = False, goes_on: bool = False) -> Link | None:
    """The link between two claims; None where they cannot be of one happening or too little speaks for it.

    `only` says that both are of one report that tells of one day and one place only, `goes_on` that one of them tells
    on of what the other began to tell.
    """
    if one.dataset is not None and one.dataset == other.dataset:
        return None  # a table has one row a happening: its coders decided that
    if one.report == other.report and (one.claim.retracted or other.claim.retracted):
        return None  # beside what is taken back stands what is told instead
    if one.report == other.report and one.voice == other.voice and one.hours_apart(other):
        return None
    if one.report == other.report and of_another(one, other):
        return None
    kind = kinship(one.claim.type, other.claim.type)
    if goes_on and kind != "same":
        kind = "kin"
    if kind is None:
        return None
    balance = _Balance()
    for weigh in (_time, _place, _harm):
        weigh(balance, one, other)
        if balance.ruled_out:
            return None
    _kind(balance, kind, one, other)
    _others(balance, one, other)
    if one.report == other.report and one.dataset is None:
        _report(balance, one, other, only, goes_on)
    return _link(balance, kind, one, other)


def _link(balance: _Balance, kind: str, one: Traits, other: Traits) -> Link | None:
    scale = weights()
    strength = round(min(balance.strength, MOST), 2)
    if strength < (scale.report["proposed"] if one.report == other.report else scale.proposed):
        return None
    within_report = one.report == other.report and not (one.settled and other.settled) and "far" not in balance.marks
    firm = strength >= scale.sure and (within_report or _firm(balance.marks, kind))
    sure = firm and kind != "disputed" and "other target" not in balance.marks
    return Link(one.claim.key, other.claim.key, strength, ", ".join(dict.fromkeys(balance.reasons)), sure)


def _firm(marks: set[str], kind: str) -> bool:
    """Whether enough of what tells two happenings of one town apart agrees to put them together unasked."""
    same, agreed = kind == "same", marks & {"harm", "target", "victims"}
    if "copy" in marks:
        return True
    if {"same day", "same place"} <= marks:
        return bool(agreed) or (same and "far" not in marks)
    if {"same day", "one area", "no fire"} <= marks:
        return same  # aircraft cross a valley: a whole area is where it was
    if {"near day", "same place"} <= marks:
        return same and bool(agreed)
    # The middle of a valley and a town in it, or a report that gives no day: the dead must speak, or two things.
    when, where = marks & {"same day", "appeared"}, marks & {"same place", "area"}
    return bool(when and where) and ((same and "killed" in marks) or len(agreed) > 1)


def _time(balance: _Balance, one: Traits, other: Traits) -> None:
    scale = weights().time
    if one.first is None or other.first is None or one.last is None or other.last is None:
        _appearance(balance, one, other)
        return
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap > 1 or (gap == 1 and one.report == other.report):
        balance.ruled_out = True
    elif of_one_night(one, other):
        balance.marks.add("same day")
        balance.add(scale["same_day"], "one night, which has two dates")
    elif gap == 1:
        balance.add(scale["next_day"], "one day apart")
    elif one.span == other.span == 1:
        balance.marks.add("same day")
        balance.add(scale["same_day"], "the same day")
    elif max(one.span, other.span) <= FEW:
        balance.marks.add("near day")
        balance.add(scale["overlap"], "days that overlap")
    else:
        balance.add(scale["wide"], "stretches of time that overlap")


def _appearance(balance: _Balance, one: Traits, other: Traits) -> None:
    """Where one gives no day: its happening lies before its report, and news is told soon."""
    scale = weights().time
    if one.report == other.report:
        return
    when = [t.first if t.first is not None else t.published for t in (one, other)]
    if when[0] is None or when[1] is None:
        return
    days = abs(when[0] - when[1])
    if days >= scale["lapsed"]:
        balance.ruled_out = True
    elif days <= scale["days"] or one.claim.mention or other.claim.mention:
        balance.marks.add("appeared")
        balance.add(scale["appeared_together"], "told within days of each other")


def _place(balance: _Balance, one: Traits, other: Traits) -> None:
    scale = weights().place
    if one.place is None or other.place is None:
        return
    if one.at and other.at:
        _distance(balance, one, other)
    elif one.place == other.place:
        balance.marks.add("same place")
        balance.add(scale["same"], f"both in {_called(one)}")
    elif _zone(one) and _zone(one) == _zone(other):
        balance.marks.update(("area", "one area"))
        balance.add(scale["same_area"], f"both in {_zone(one)}")
    else:
        balance.add(scale["other_name"])


def _distance(balance: _Balance, one: Traits, other: Traits) -> None:
    scale = weights().place
    km = distance(one.at or (0, 0), other.at or (0, 0))
    rough = max(one.within, other.within)
    if km <= 1.0 or one.place == other.place:
        size = "same" if rough <= scale["precise_km"] else "same_area" if rough <= scale["area_km"] else "same_country"
        balance.marks.update(SAME[size])
        balance.add(scale[size], f"both in {_called(one)}")
    elif rough > scale["area_km"]:
        balance.ruled_out = km > one.within + other.within
    elif km <= one.within + other.within:
        balance.marks.add("area")
        balance.add(scale["within"], f"{km:.0f} km apart, no more than the places are rough")
    elif km <= one.within + other.within + scale["near_km"]:
        balance.add(scale["near"], f"{km:.0f} km apart")
    else:
        balance.ruled_out = True


def _harm(balance: _Balance, one: Traits, other: Traits) -> None:
    a, b = one.claim, other.claim
    scale = weights().harm
    told = one.report == other.report and one.voice == other.voice and a.polarity == b.polarity == "asserted"
    for what, first, second in (("killed", a.killed, b.killed), ("injured", a.injured, b.injured)):
        if first is None or second is None:
            continue
        if disjoint(first, second):
            # One voice in one report does not contradict itself: it tells of two happenings.
            balance.ruled_out = balance.ruled_out or told
            far = what == "killed" and _far(first, second)
            balance.marks.update(("far",) if far else ())
            balance.add(scale["killed_far" if far else f"{what}_differs"], f"other numbers of {what}")
        elif (first.low, first.high) == (second.low, second.high):
            balance.marks.update(("harm", what))
            balance.add(scale[f"{what}_same"], f"the same number {what}")
        else:
            balance.marks.add("harm")
            balance.add(scale[f"{what}_overlap"], f"numbers of {what} that may be one")


def _far(one: Range, other: Range) -> bool:
    low, high = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return high > 3 * low and high - low > MANY


def _kind(balance: _Balance, kind: str, one: Traits, other: Traits) -> None:
    first, second = _type(one), _type(other)
    if one.claim.type.partition("/")[0] in FIRELESS:
        balance.marks.add("no fire")
    may_be = f"{first} and {second} may be one" if first != second else f"both {first}"
    words = {"same": f"both {first}", "kin": may_be, "disputed": f"though {first} and {second}"}
    balance.add(weights().kind[kind], words[kind])


def _others(balance: _Balance, one: Traits, other: Traits) -> None:
    scale = weights().other
    if one.accused & other.accused:
        balance.add(scale["accused"], "the same accused")
    if one.victims & other.victims:
        balance.marks.add("victims")
        balance.add(scale["victims"], "the same victims")
    if one.targets and other.targets:
        same = bool(one.targets & other.targets)
        balance.marks.add("target" if same else "other target")
        named = " and ".join(sorted((one.targets & other.targets) if same else (one.targets | other.targets)))
        balance.add(scale["same_target" if same else "other_target"], f"{'both' if same else 'though'} {named}")
    if (one.claim.mention or other.claim.mention) and balance.marks & {"target", "same place"}:
        balance.add(scale["pointed"], "one of them speaks of it as known")
    words, others = one.claim.cited.quotation, other.claim.cited.quotation
    if one.report == other.report or min(len(words), len(others)) < SHORT:
        return
    if min(len(words), len(others)) >= LONG and fuzz.ratio(words, others, score_cutoff=scale["copied"]):
        balance.marks.add("copy")
        balance.add(scale["copy"], "the same words")
    elif fuzz.token_set_ratio(words, others, score_cutoff=scale["alike"]):
        balance.add(scale["words"], "like words")


def _report(balance: _Balance, one: Traits, other: Traits, only: bool, goes_on: bool) -> None:
    if one.settled and other.settled:
        return
    scale = weights().report
    balance.add(scale["same"], "one report")
    if _gap(one, other) <= scale["characters"]:
        balance.add(scale["close"], "told close together")
    if goes_on:
        balance.add(scale["goes_on"], "told on from the one before")
    if only:
        balance.add(scale["only"], "and the report tells of no other day or place")


def _gap(one: Traits, other: Traits) -> float:
    """Characters between the two in their report."""
    a, b = one.claim.cited.spans, other.claim.cited.spans
    if not a or not b:
        return float("inf")
    return max(a[0][0], b[0][0]) - min(a[-1][1], b[-1][1])


def _zone(traits: Traits) -> str | None:
    return traits.claim.site.zone if traits.claim.site else None


def _called(traits: Traits) -> str:
    return traits.claim.site.name if traits.claim.site else ""


def _type(traits: Traits) -> str:
    return traits.claim.type.rpartition("/")[2]

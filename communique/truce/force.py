"""Whether an agreement was in force when something happened, voice by voice."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from communique.knowledge.accords import InForce
from communique.knowledge.entries import Period, first_day, last_day
from communique.truce.agreements import Agreement
from communique.truce.answer import Answer


@lru_cache(maxsize=4096)  # many happenings share a day
def by_time(agreement: Agreement, start: str | None, end: str | None) -> Answer:
    """Yes or no where every voice agrees; None where voices differ, where a voice leaves it open or no day is known.

    `start` and `end` are partial ISO dates, both inclusive; without an end the happening ended when it began.
    """
    if start is None:
        return Answer(None, "the day it happened is not known")
    first, last = first_day(start), last_day(end or start)
    if not agreement.in_force:
        return _without_voices(agreement, last)
    days = start if end in (None, start) else f"{start} to {end}"
    heard = [(voice, _held(voice.period, first, last)) for voice in agreement.in_force]
    answers = {answer for _, answer in heard}
    if answers == {True} or answers == {False}:
        verb = "in force" if True in answers else "not in force"
        voices = " and ".join(_told(voice) for voice, _ in heard)
        return Answer(answers.pop(), f"{verb} on {days} according to {voices}")
    words = {True: "says yes", False: "says no", None: "does not decide it"}
    told = "; ".join(f"{_told(voice)} {words[answer]}" for voice, answer in heard)
    return Answer(None, f"whether it was in force on {days} is open: {told}")


def _without_voices(agreement: Agreement, last: date) -> Answer:
    adopted = agreement.known.adopted
    if adopted is not None and last < first_day(adopted):
        return Answer(False, f"before the {agreement.name} was adopted ({adopted})")
    return Answer(None, f"nobody in the pack says when the {agreement.name} was in force")


def _held(period: Period, first: date, last: date) -> bool | None:
    """Whether a period surely holds all days from first to last, surely none of them, or neither is sure."""
    begins = (first_day(period.start), last_day(period.start)) if period.start else None
    ends = (first_day(period.end), last_day(period.end)) if period.end else None
    if (begins and last < begins[0]) or (ends and first > ends[1]):
        return False
    if begins and begins[1] <= first and (ends is None or last <= ends[0]):
        return True
    return None


def _told(voice: InForce) -> str:
    since, until = voice.period.start, voice.period.end
    days = " ".join(part for part in (f"from {since}" if since else "", f"to {until}" if until else "") if part)
    return f"{voice.says} ({days})" if days else voice.says

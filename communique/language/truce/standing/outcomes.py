"""Sense, what it is said of and mood → a status and its polarity."""

from __future__ import annotations

from dataclasses import dataclass

from communique.language.truce.belief.polarity import ASSERTED, DENIED
from communique.language.truce.standing.modality import Mood
from communique.language.truce.standing.themes import (
    AGREEMENT,
    BREACH,
    CLAUSE,
    FIGHTING,
    KEEPING,
    PERIOD,
    SHOT,
    SITUATION,
    START,
    TENSION,
    TRIAL,
    TRUCE,
    UNDERTAKING,
    ZONE,
    Theme,
)

HOLDING, MOSTLY, STRAINED, BROKEN = "holding", "mostly holding", "strained", "broken"
ENDED, NOT_IN_FORCE, UNCLEAR, ANNOUNCED = "ended", "not in force", "unclear", "announced"
Said = tuple[str | None, str | None]
NOTHING: Said = (None, None)

# (sense, role) → what it may be said of → what that makes of the truce
MEANINGS: dict[tuple[str, str], dict[str, str]] = {
    ("hold", "subject"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("figure", "subject"): {TRUCE: STRAINED, AGREEMENT: STRAINED},
    ("fall", "subject"): {TRUCE: BROKEN, AGREEMENT: BROKEN, SITUATION: BROKEN},
    ("end", "subject"): {TRUCE: ENDED, AGREEMENT: ENDED, SITUATION: ENDED},
    ("strain", "subject"): {
        TRUCE: STRAINED,
        AGREEMENT: STRAINED,
        SITUATION: STRAINED,
        KEEPING: STRAINED,
        TRIAL: STRAINED,
    },
    ("return", "subject"): {SITUATION: HOLDING},
    ("start", "subject"): {TRUCE: ANNOUNCED, AGREEMENT: ANNOUNCED},
    ("exist", "subject"): {BREACH: BROKEN},
    ("rise", "subject"): {BREACH: STRAINED, TENSION: STRAINED},
    ("cease", "subject"): {FIGHTING: HOLDING, BREACH: HOLDING},
    ("prevent", "subject"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("oblige", "subject"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("late", "subject"): {TRUCE: NOT_IN_FORCE, START: NOT_IN_FORCE},
    ("land", "subject"): {FIGHTING: BROKEN, SHOT: BROKEN},
    ("ease", "subject"): {FIGHTING: MOSTLY, TENSION: MOSTLY, BREACH: MOSTLY},
    ("arrive", "subject"): {TRUCE: ANNOUNCED, AGREEMENT: ANNOUNCED},
    ("pass", "subject"): {PERIOD: HOLDING, TRUCE: HOLDING},
    ("stop", "object"): {FIGHTING: HOLDING, SHOT: HOLDING},
    ("fire", "object"): {FIGHTING: BROKEN, SHOT: BROKEN},
    ("remnant", "object"): {TRUCE: BROKEN, AGREEMENT: BROKEN},
    ("keep", "object"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("implement", "object"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("bind", "object"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("belong", "object"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("break", "object"): {TRUCE: BROKEN, AGREEMENT: BROKEN, SITUATION: BROKEN, PERIOD: BROKEN},
    ("quit", "object"): {TRUCE: ENDED, AGREEMENT: ENDED, KEEPING: ENDED},
    ("release", "object"): {TRUCE: ENDED, AGREEMENT: ENDED, UNDERTAKING: ENDED},
    ("test", "object"): {TRUCE: STRAINED, AGREEMENT: STRAINED, SITUATION: STRAINED},
    ("declare", "object"): {TRUCE: ANNOUNCED},
    ("agree", "object"): {ZONE: ANNOUNCED},
    ("delay", "object"): {TRUCE: NOT_IN_FORCE, START: NOT_IN_FORCE},
    ("commit", "object"): {BREACH: BROKEN},
    ("see", "object"): {BREACH: BROKEN},
    ("force", "being"): {TRUCE: HOLDING, AGREEMENT: HOLDING, SITUATION: HOLDING},
    ("intact", "being"): {TRUCE: HOLDING, AGREEMENT: HOLDING},
    ("on", "being"): {TRUCE: HOLDING},
    ("quiet", "being"): {TRUCE: HOLDING, SITUATION: HOLDING, ZONE: HOLDING, PERIOD: HOLDING, FIGHTING: HOLDING},
    ("mostly", "being"): {TRUCE: MOSTLY, SITUATION: MOSTLY, ZONE: MOSTLY, PERIOD: MOSTLY, KEEPING: MOSTLY},
    ("over", "being"): {TRUCE: ENDED, AGREEMENT: ENDED},
    ("fragile", "being"): {TRUCE: STRAINED, AGREEMENT: STRAINED, SITUATION: STRAINED, TRIAL: STRAINED, ZONE: STRAINED},
    ("sham", "being"): {TRUCE: BROKEN, AGREEMENT: BROKEN},
    ("rising", "being"): {BREACH: STRAINED, TENSION: STRAINED},
    ("slight", "being"): {BREACH: UNCLEAR},
    ("high", "being"): {KEEPING: HOLDING},
    ("low", "being"): {KEEPING: BROKEN, FIGHTING: MOSTLY, TENSION: MOSTLY},
}
AFRAID = {ENDED, BROKEN}
KEPT = {HOLDING, MOSTLY}
RELATIVELY = {"relative", "comparative", "tense", "uneasy", "shaky", "fragile", "cautious", "precarious", "nervous"}
THROUGH = {"through", "throughout", "despite", "into"}
FROM_WHEN = {"from", "as", "on", "at", "immediately", "today", "starting"}
LEFT = {"what", "little", "nothing", "all"}
LATER = {"when", "once", "after", "if"}
SOUNDS = {"fire", "land"}
COMING = {"hold", "force", "implement"}
UNTIL = {"only", "then"}
SHORT = {"barely", "only", "just", "mere", "scarcely", "until", "till"}


@dataclass(frozen=True, slots=True)
class Setting:
    """The clause around: whether it restricts what it says, names a doer, says how quietly; and its words."""

    limited: bool
    agent: bool
    quiet: bool
    text: frozenset[str]
    unsure: bool = False
    single: bool = False  # "a breach"
    fresh: bool = False  # "from midnight on"
    opening: frozenset[str] = frozenset()
    behind: str = ""
    ahead: frozenset[str] = frozenset()  # the words behind it in the sentence
    dates: bool = False
    past: bool = False


def outcome(sense: str, role: str, theme: Theme, mood: Mood, setting: Setting) -> Said | None:
    """The status and, where the words settle it, the polarity; (None, None) for a mere wish; None: no verdict."""
    if theme.kind == CLAUSE and sense in {"break", "keep"}:
        return NOTHING  # a breach of one article is a violation, the truce may hold
    status = MEANINGS.get((sense, role), {}).get(theme.kind)
    if (sense in SOUNDS and not (theme.none or mood.negated)) or (sense == "remnant" and not LEFT & setting.text):
        return None
    if sense == "commit" and setting.single:
        return None  # "a breach committed by an unknown hand" is one deed
    if status is None or (sense == "pass" and not setting.quiet) or (sense == "arrive" and not mood.negated):
        return None
    if sense == "remnant" and "nothing" in setting.text:
        return ENDED, ASSERTED
    if sense == "ease" and setting.behind in {"to", "from"} and any(w[:1].isdigit() for w in setting.ahead):
        return None  # "fell to 120": a count
    if sense in {"prevent", "oblige"}:
        return _of_power(sense, mood, setting)
    if sense == "intact" and setting.behind in FROM_WHEN:
        return None  # "declared a truce effective from Sunday"
    if mood.wished or ({"long", "as"} <= setting.text and "so" in setting.text):
        return NOTHING
    if mood.asked:
        return (UNCLEAR, None) if setting.unsure else NOTHING
    if status == ANNOUNCED:
        return _of_start(sense, theme, mood, setting)
    if sense == "force" and not mood.negated and ("since" in setting.text | {setting.behind} or setting.fresh):
        return ANNOUNCED, None
    if sense in COMING and (mood.future or mood.negated) and setting.opening >= UNTIL:
        return NOT_IN_FORCE, ASSERTED
    if theme.none:
        return _of_none(status)
    return _of_mood(sense, role, status, mood, setting)


def _of_mood(sense: str, role: str, status: str, mood: Mood, setting: Setting) -> Said:
    if mood.decided and sense != "quit":
        return NOTHING
    if mood.disowned:
        return status, DENIED
    if mood.barely and status in KEPT:
        return STRAINED, ASSERTED
    if sense in {"bind", "belong"} and mood.longer:
        return ENDED, ASSERTED
    if sense == "belong":
        return NOTHING  # who has signed a truce says nothing of how it stands
    if mood.would and mood.negated:
        return (STRAINED, ASSERTED) if status in KEPT else NOTHING
    if mood.would:
        return (STRAINED, None) if status in {ENDED, STRAINED} and not mood.negated else NOTHING
    if mood.threatened or mood.possible or (mood.awaited and status in AFRAID and sense in {"end", "quit"}):
        return _of_possible(status, mood)
    if mood.awaited and sense in {"implement", "hold", "force"} and "yet" in setting.text:
        return NOT_IN_FORCE, ASSERTED
    if mood.awaited and sense == "cease":
        return NOT_IN_FORCE, ASSERTED  # "the guns were to fall silent at noon"
    if mood.future or mood.awaited:
        return NOTHING
    if mood.longer:
        return (BROKEN if sense == "keep" else ENDED, ASSERTED) if status in KEPT else NOTHING
    if mood.negated:
        return _of_negated(sense, status, setting)
    if mood.going_on and sense == "end":
        return STRAINED, None
    lasted = sense in {"hold", "return"} and "lasted" in setting.text
    if lasted and (SHORT & setting.text or setting.past) and not THROUGH & setting.text:
        return ENDED, None
    if sense == "return" and RELATIVELY & setting.text:
        return MOSTLY, None
    return (MOSTLY if status == HOLDING and setting.limited else status), None


def _of_power(sense: str, mood: Mood, setting: Setting) -> Said | None:
    """ "Did not stop the shelling", "does not bind anyone until both have signed"; that it does says nothing."""
    if mood.possible or mood.would or mood.future or not (mood.negated or {"nothing", "little"} & setting.text):
        return None
    if sense == "prevent":
        return BROKEN, ASSERTED
    return (NOT_IN_FORCE, ASSERTED) if {"until", "till", "before", "unless", "yet"} & setting.ahead else None


def _of_start(sense: str, theme: Theme, mood: Mood, setting: Setting) -> Said:
    if setting.behind == "only" or ("only" in setting.text and LATER & setting.text):
        return NOT_IN_FORCE, ASSERTED
    if theme.none or mood.negated or mood.awaited:
        return NOT_IN_FORCE, ASSERTED
    if mood.dated and not setting.dates:
        return NOTHING
    if mood.future:
        return (NOT_IN_FORCE, None) if sense == "start" else NOTHING
    return NOTHING if mood.threatened or mood.possible or mood.would else (ANNOUNCED, None)


def _of_none(status: str) -> Said:
    """ "No violations were recorded", "no truce is in place" """
    if status in {BROKEN, STRAINED}:
        return HOLDING, ASSERTED
    return (NOT_IN_FORCE, ASSERTED) if status in KEPT else NOTHING


def _of_possible(status: str, mood: Mood) -> Said:
    """ "Could collapse" is in danger; "cannot hold" is too; "may hold" is a hope."""
    if status in AFRAID or status == STRAINED:
        return NOTHING if mood.negated else (STRAINED, None)
    return (STRAINED, ASSERTED) if mood.negated and status in KEPT else NOTHING


def _of_negated(sense: str, status: str, setting: Setting) -> Said:
    if sense == "bind":
        return ENDED, ASSERTED
    if sense in {"force", "implement"}:
        return NOT_IN_FORCE, ASSERTED
    if sense == "hold" and {"last", "survive", "live", "outlive", "outlast"} & setting.text:
        return ENDED, ASSERTED
    if status in KEPT:
        return (MOSTLY if setting.limited else BROKEN), ASSERTED
    if status == STRAINED:
        return HOLDING, ASSERTED
    if status == BROKEN:
        return (BROKEN, DENIED) if setting.agent and sense != "see" else (HOLDING, ASSERTED)
    return (ENDED, DENIED) if status == ENDED else NOTHING

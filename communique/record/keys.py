"""Findings' keys as people read and type them: cut to what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from communique.errors import SettingsError
from communique.record.store import View

FEWEST = 4  # characters of a key that a person may type
SHOWN = 6  # keys that a message lists
COMPARED = 50_000  # keys that a mistyped one is compared with
WIDTH = 8  # characters of a key that are shown where they suffice


def width_of(keys: Iterable[str]) -> int:
    """How many characters of a finding's key tell each from the others, 8 at least; keys of rows are never cut."""
    cut = {key for key in keys if ":" not in key}
    width = WIDTH
    while width < 24 and len({key[:width] for key in cut}) < len(cut):
        width += 1
    return width


def group_of(groups: Mapping[str, Sequence[str]], text: str, noun: str) -> str:
    """The key of the group that `text` means: the beginning of its key, or of one of its members' keys.

    `groups` holds each group's members by its key, `noun` is what a group is ("incident"). `SettingsError` where `text`
    is too short, or is the beginning of none or of several.
    """
    wanted = text.strip()
    exact = [key for key, members in groups.items() if wanted in members]
    if exact:
        return exact[0]
    _long_enough(wanted)
    by_key = [key for key in groups if key.startswith(wanted)]
    found = by_key or [key for key, members in groups.items() if any(one.startswith(wanted) for one in members)]
    if found:
        return _only(found, wanted, noun)
    raise SettingsError(f"There is no {noun} {text!r}. `communique {noun}s` lists them with their keys.")


def finding_of(view: View, text: str) -> str:
    """The key of the finding or imported row that `text` means: the beginning of its key.

    `SettingsError` where `text` is too short, or is the beginning of none or of several; it names the keys that are
    meant or most like it.
    """
    wanted = text.strip()
    found = view.keys_from(wanted, COMPARED) if wanted else ()
    if wanted in found:  # the whole key of one row may be the beginning of another's
        return wanted
    _long_enough(wanted)
    if found:
        return _only(found, wanted, "finding")
    raise SettingsError(
        f"There is no finding {text!r}. {_like(view, wanted)}`communique judge` lists the findings with their keys."
    )


def _long_enough(wanted: str) -> None:
    if len(wanted) < FEWEST:
        raise SettingsError(f"The key {wanted!r} is too short: give at least {FEWEST} characters of it.")


def _only(found: Sequence[str], wanted: str, noun: str) -> str:
    if len(found) == 1:
        return found[0]
    more = " …" if len(found) > SHOWN else ""
    raise SettingsError(
        f"{len(found)} {noun}s begin with {wanted!r}: {', '.join(found[:SHOWN])}{more}. Give more of the key."
    )


def _like(view: View, wanted: str) -> str:
    """Which keys are most like it, for a message; empty where none is."""
    short = {key[: max(len(wanted), WIDTH)]: key for key in view.keys_from("", COMPARED)}
    close = get_close_matches(wanted, short, n=3, cutoff=0.7)
    return f"Did you mean {' or '.join(close)}? " if close else ""


def members_of(members: Sequence[str], texts: Sequence[str], group: str, part: str) -> tuple[str, ...]:
    """The members whose keys begin so, in their order; `SettingsError` if a text is the beginning of none or several.

    `group` names the group in the message ("incident 3f0b…"), `part` what a member is ("claim").
    """
    chosen: set[str] = set()
    for text in texts:
        found = [key for key in members if key.startswith(text.strip())]
        if len(found) != 1:
            what = f"no {part}" if not found else f"more than one {part}"
            raise SettingsError(f"The {group} has {what} {text!r}; its {part}s are: {', '.join(members)}.")
        chosen.add(found[0])
    return tuple(key for key in members if key in chosen)

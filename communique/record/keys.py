"""Findings' keys as people read and type them: cut to what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from communique.errors import SettingsError

FEWEST = 4  # characters of a key that a person may type
SHOWN = 6  # keys that a message lists
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
    if len(wanted) < FEWEST:
        raise SettingsError(f"The key {text!r} is too short: give at least {FEWEST} characters of it.")
    by_key = [key for key in groups if key.startswith(wanted)]
    found = by_key or [key for key, members in groups.items() if any(one.startswith(wanted) for one in members)]
    if len(found) == 1:
        return found[0]
    if found:
        raise SettingsError(
            f"{len(found)} {noun}s begin with {text!r}: {', '.join(found[:SHOWN])}. Give more of the key."
        )
    raise SettingsError(f"There is no {noun} {text!r}. `communique {noun}s` lists them with their keys.")


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

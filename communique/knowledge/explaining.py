"""Turns a failed check into a sentence: which field, what it holds, what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from communique.knowledge.problems import meant

_PATH = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_VALUE = re.compile(r"Invalid enum value '(?P<value>[^']*)'")
_NAMED = re.compile(r"field `(?P<name>[^`]+)`")
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<index>\d+|\.\.\.)\]")


def explain(error: str, shape: type[msgspec.Struct], content: Any = None) -> str:
    """The sentence for one failed check of `shape`; `content` is the whole file's, to name the entry by its key."""
    path = found["path"] if (found := _PATH.search(error)) else ""
    said = _PATH.sub("", error)
    where = _entry(path, content)
    if "missing required field" in said and (named := _NAMED.search(said)):
        return f"{where}{named['name']} is missing: {_allowed(named['name'], shape) or 'it must be given'}"
    if "unknown field" in said and (named := _NAMED.search(said)):
        known = sorted(_known_beside(path, shape))
        return f"{where}{named['name']} is not known here; known are {', '.join(known)}{meant(named['name'], known)}"
    names = [step["name"] for step in _STEP.finditer(path) if step["name"]]
    field = names[-1] if names else "the file"
    given = value["value"] if (value := _VALUE.search(said)) else ""
    hint = meant(given, _choices(field, shape)) if given else ""
    return f"{where}{field} is not right: {_allowed(field, shape) or said[0].lower() + said[1:]}{hint}"


def path_of(error: str) -> str:
    """The path in a failed check's words, down to a field that is not known: "… - at `$.agreement[0].key`"."""
    path = found["path"].lstrip(".") if (found := _PATH.search(error)) else ""
    strange = _NAMED.search(error) if "unknown field" in error else None
    return f"{path}.{strange['name']}".lstrip(".") if strange else path


def plain_types(content: Any) -> Any:
    """The same content with TOML's own dates as ISO text, so that a date may be written with or without quotes."""
    if isinstance(content, dict):
        return {key: plain_types(value) for key, value in content.items()}
    if isinstance(content, list):
        return [plain_types(value) for value in content]
    return content.isoformat() if isinstance(content, date) else content


def _entry(path: str, content: Any) -> str:
    parts, at, list_name = [], content, ""
    for step in _STEP.finditer(path):
        if step["name"]:
            list_name = step["name"]
            at = at.get(list_name) if isinstance(at, dict) else None
        elif step["index"].isdigit():
            number = int(step["index"])
            at = at[number] if isinstance(at, list) and number < len(at) else None
            if isinstance(at, dict):
                parts.append(f"{list_name} {number + 1}{_key_of(at)}")
    return f"{', '.join(parts)}: " if parts else ""


def _key_of(entry: dict[str, Any]) -> str:
    properties = entry.get("properties")
    key = entry.get("key") or (properties.get("key") if isinstance(properties, dict) else None)
    return f" ({key})" if isinstance(key, str) else ""


def _allowed(field: str, shape: type[msgspec.Struct]) -> str | None:
    return next((text for name, kind in _fields(shape) if name == field if (text := _words_for(kind))), None)


def _choices(field: str, shape: type[msgspec.Struct]) -> tuple[str, ...]:
    kinds = (part for name, kind in _fields(shape) if name == field for part in (kind, *get_args(kind)))
    return tuple(str(value) for kind in kinds if get_origin(kind) is Literal for value in get_args(kind))


def _words_for(kind: Any) -> str | None:
    if get_origin(kind) is Annotated:
        meta = next((extra for extra in get_args(kind)[1:] if isinstance(extra, msgspec.Meta)), None)
        return f"it must be {meta.description}" if meta and meta.description else None
    if get_origin(kind) is Literal:
        return f"it must be one of {', '.join(map(str, get_args(kind)))}"
    if kind is bool:
        return "it must be yes or no (true or false in TOML)"
    return next((text for part in get_args(kind) if (text := _words_for(part))), None)


def _fields(shape: type[msgspec.Struct]) -> Iterator[tuple[str, Any]]:
    for field in msgspec.structs.fields(shape):
        yield field.encode_name, field.type
        for inner in _structs(field.type):
            yield from _fields(inner)


def _structs(kind: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for part in get_args(kind):
        yield from _structs(part)


def _known_beside(path: str, shape: type[msgspec.Struct]) -> set[str]:
    at: type[msgspec.Struct] = shape
    for step in _STEP.finditer(path):
        kinds = {field.encode_name: field.type for field in msgspec.structs.fields(at)}
        inner = next(_structs(kinds.get(step["name"] or "")), None)
        at = inner or at
    return {field.encode_name for field in msgspec.structs.fields(at)}

"""Every fault of a file's content at once, where a plain conversion stops at the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import msgspec

MOST = 200  # faults looked for in one file: one with more has one cause, which the first ones show


def faults(content: Any, shape: type[msgspec.Struct], *, strict: bool = True) -> tuple[str, ...]:
    """What is wrong, each in msgspec's words with its path ("… - at `$.agreement[0].key`"); empty if all is right."""
    found = []
    for fault in _of_struct(content, shape, "", strict):
        found.append(fault)
        if len(found) == MOST:
            break
    return tuple(found)


def _of_struct(content: Any, shape: type[msgspec.Struct], path: str, strict: bool) -> Iterator[str]:
    config = shape.__struct_config__
    if not isinstance(content, dict) or (config.tag is not None and content.get(config.tag_field) != config.tag):
        yield from _converted(content, shape, path, strict)
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(shape)}
    if config.forbid_unknown_fields:
        for name in content:
            if name not in fields and name != config.tag_field:
                yield f"Object contains unknown field `{name}` - at `${path}`"
    for name, field in fields.items():
        if name in content:
            yield from _of_value(content[name], field.type, f"{path}.{name}", strict)
        elif field.required:
            yield f"Object missing required field `{name}` - at `${path}`"


def _of_value(value: Any, kind: Any, path: str, strict: bool) -> Iterator[str]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _of_struct(value, kind, path, strict)
        return
    parts = get_args(kind)
    of_structs = get_origin(kind) is tuple and isinstance(parts[0], type) and issubclass(parts[0], msgspec.Struct)
    if of_structs and isinstance(value, list):
        for number, one in enumerate(value):
            yield from _of_struct(one, parts[0], f"{path}[{number}]", strict)
        return
    yield from _converted(value, kind, path, strict)


def _converted(value: Any, kind: Any, path: str, strict: bool) -> Iterator[str]:
    try:
        msgspec.convert(value, kind, strict=strict)
    except msgspec.ValidationError as error:
        said, at, inner = str(error).partition(" - at `$")
        yield f"{said} - at `${path}{inner}" if at else f"{said} - at `${path}`"

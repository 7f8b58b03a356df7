"""One line of JSON for one reading, and back."""

from __future__ import annotations

import json
from typing import TypeVar

import msgspec

from communique.domain.reading import Reading
from communique.domain.report import Unread
from communique.errors import RecordError
from communique.record.document import restoring, shapes, writing

# JSON lets these stand bare in a string, but many readers of lines take them for the end of a line.
LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


T = TypeVar("T")


class _Peek(msgspec.Struct):
    format: str = ""
    error: str | None = None


def encoded(reading: Reading | Unread, *, with_text: bool = True) -> str:
    """The reading as one line without its newline; `report.text` is left out if `with_text` is false."""
    if isinstance(reading, Unread):
        return dumped(writing.failure(reading))
    return dumped(writing.document(reading, with_text=with_text))


def decoded(line: str | bytes, *, text: str | None = None) -> Reading | Unread:
    """The reading or the unread source that `encoded` wrote as `line`.

    `text` gives the report's text to a line that was written without. Raises `RecordError` for any other line.
    """
    try:
        peek = _loaded(line, _Peek)
        if peek.format != shapes.FORMAT:
            raise RecordError(_refusal(f"its format is {peek.format!r}"))
        if peek.error is not None:
            return restoring.unread(_loaded(line, shapes.Failure))
        document = _loaded(line, shapes.Document)
        kept = document.report.text if text is None else text
        if isinstance(kept, msgspec.UnsetType):
            raise RecordError(_refusal("it has no report.text"))
        return restoring.reading(document, kept)
    except (msgspec.MsgspecError, ValueError, RecursionError) as why:
        raise RecordError(_refusal(str(why))) from why


def _refusal(why: str) -> str:
    return f'This is no line of the format "{shapes.FORMAT}": {why}. Give lines that `communique read` printed.'


def dumped(shape: msgspec.Struct) -> str:
    """The shape as one line of JSON without its newline."""
    try:
        return msgspec.json.encode(shape).decode().translate(LINE_ENDS)
    except UnicodeEncodeError:
        # Half of a surrogate pair, as in a file name that is not UTF-8: only an escape can carry it.
        return json.dumps(msgspec.to_builtins(shape), separators=(",", ":"))


def _loaded(line: str | bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return msgspec.convert(json.loads(line), kind)

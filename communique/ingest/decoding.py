"""Bytes → characters, whatever the encoding, without changing one character of the text."""

from __future__ import annotations

import codecs
import re

from communique.errors import UnreadableSource

SAMPLE_BYTES = 16_384

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Guesses for a text that is mostly outside ASCII: the encodings of the languages around today's conflicts.
_FOREIGN = ["cp1251", "koi8_r", "iso8859_5", "cp1256", "iso8859_6", "cp1253", "cp1255", "cp1254", "cp1250", "cp1252"]

_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b"))
_ODD_RUN = re.compile(rb"[\x80-\xff]+")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of `data`, newlines and all as they were, a byte-order mark aside.

    `declared` is the encoding the document names for itself; it is believed where the bytes allow it. Raises
    `UnreadableSource` for bytes that are no text.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(data[len(bom) :].decode(name, "replace"))
    if b"\0" in data[:SAMPLE_BYTES] and (wide := _wide(data[:SAMPLE_BYTES])):
        return _checked(data.decode(wide, "replace"))
    if b"\0" in data:
        raise UnreadableSource("holds null bytes, as binary files do; only text can be read")
    _refuse_control(data)
    return _narrow(data, declared)


def _narrow(data: bytes, declared: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if (text := _broken_utf8(data)) is not None:
        return text
    for guess in (declared, _guess(data), "cp1252"):
        if guess and (text := _tried(data, guess)) is not None:
            return text
    return data.decode("latin-1")


def _tried(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
        # "charset=hex" and its like are byte transforms: Python knows them as codecs, but not as text encodings.
        if not getattr(codec, "_is_text_encoding", True):
            return None
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _broken_utf8(data: bytes) -> str | None:
    """The text if the bytes are UTF-8 with a few broken ones (a cut file, a stray byte), else None."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    wide = sum(1 for _ in re.finditer(rb"[\xc2-\xf4][\x80-\xbf]", data)) - broken
    return text if wide >= 4 * broken else None


def _guess(data: bytes) -> str | None:
    sample = _telling_sample(data)
    odd = sum(byte >= 0x80 for byte in sample)
    letters = odd + sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    # English with a few accents and curly quotes: a statistical guess on so little errs, the Western page does not.
    if letters == 0 or odd / letters < 0.3:
        return "cp1252"
    from charset_normalizer import from_bytes  # costs 50 ms, needed by few documents

    best = from_bytes(sample, cp_isolation=_FOREIGN).best()
    return best.encoding if best else None


def _telling_sample(data: bytes) -> bytes:
    first = _ODD_RUN.search(data)
    start = max(0, first.start() - SAMPLE_BYTES // 2) if first else 0
    return data[start : start + SAMPLE_BYTES]


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: English in it has its nulls at every second byte, on one side only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _checked(text: str) -> str:
    if "\0" in text:
        raise UnreadableSource("holds null characters, as binary files do; only text can be read")
    if text.count("\ufffd") * 20 > len(text):
        raise UnreadableSource("is not valid in the encoding its first bytes announce; save it as UTF-8")
    return text


def _refuse_control(data: bytes) -> None:
    sample = data[:SAMPLE_BYTES]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    if control * 50 > len(sample):
        raise UnreadableSource("is mostly control bytes, as binary files are; only text can be read")

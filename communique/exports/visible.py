"""Characters that could deceive or take over the place they are shown in, made visible or taken out."""

from __future__ import annotations

_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = (*(c for c in range(0x20) if c not in (0x09, 0x0A, 0x0D)), *range(0x7F, 0xA0))
_SURROGATES = range(0xD800, 0xE000)
# Invisible in a terminal, and each has been used to hide or reorder words there.
_HIDDEN = (0x061C, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))

_SHOWN: dict[int, int | str | None] = {
    **dict.fromkeys((*_BIDI, *_SURROGATES, *range(0x80, 0xA0)), "\ufffd"),
    **{c: 0x2400 + c for c in _CONTROLS if c < 0x20},
    0x7F: "\u2421",
}
_PLAIN: dict[int, int | str | None] = {
    **dict.fromkeys((*_BIDI, *_CONTROLS, *_HIDDEN, 0x0D), None),
    **dict.fromkeys(_SURROGATES, "\ufffd"),
    **dict.fromkeys((0x09, 0x2028, 0x2029), " "),
}


def shown(text: str) -> str:
    """The text with every control character and every order of the bidirectional algorithm replaced, one for one.

    A page made of it has as many code points as the report, so a span still lands on its characters.
    """
    return text.translate(_SHOWN)


def plain(text: str) -> str:
    """The text without escape sequences' control characters, bidirectional orders and invisible characters.

    Only newlines are left of the characters that move a terminal's cursor.
    """
    return text.translate(_PLAIN)

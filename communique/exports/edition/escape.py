"""Hostile text into HTML: every value of a report passes through here and nowhere else."""

from __future__ import annotations

from html import escape

from communique.exports.visible import shown


def esc(text: str) -> str:
    """The text as HTML, safe in an element and in a quoted attribute, as many code points long once parsed.

    A carriage return is written as a reference, because a parser would silently make it a newline.
    """
    return escape(shown(text)).replace("\r", "&#13;")


def web_link(url: str | None) -> str | None:
    """The address, escaped, if it is one a reader may follow from a page (http or https); else None."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return esc(url.strip())

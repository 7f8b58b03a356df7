"""The frame of every page: head, policy and style sheet, all in the one file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from communique.exports.edition.escape import esc

# Nothing may be loaded, run, framed or sent, whatever a report brings along.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return files("communique.exports.edition").joinpath("page.css").read_text("utf-8")


def sheet(title: str, body: str, *, rules: str = "", kind: str) -> str:
    """A whole HTML document around `body`; `title` is plain text, `rules` are CSS of our own making."""
    return (
        "<!doctype html>\n"
        '<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{esc(title)}</title><style>{_style()}{rules}</style></head>"
        f'<body class="{kind}">{body}</body></html>\n'
    )


def pairing(statements: int, cut: Iterable[str]) -> str:
    """Rules that light up all pieces of a statement with its card, and of a passage that other marks have cut.

    `:target` alone reaches one element; a discontinuous content has several.
    """
    rules = []
    for number in range(1, statements + 1):
        stem = f"s{number}"
        rules.append(
            f":root:has(#t-{stem}:target,#r-{stem}:target) :is(span.{stem},#r-{stem}){{background:var(--lit)}}"
        )
        if statements <= 200:  # each rule of this sort costs a little whenever the pointer moves
            rules.append(f":root:has(#r-{stem}>:is(.number,.chain,.how):hover) span.{stem}{{background:var(--lit)}}")
    rules += [f":root:has(#t-{stem}:target) article .{stem}{{background:var(--lit)}}" for stem in cut]
    return "".join(rules)

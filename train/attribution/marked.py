"""Texts with marked spans, `[s1:The envoy] [c1:said] [k1:…]`, to articles; contents may hold statements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from train.attribution.corpus import ROLES, Article, Attributed, Span, trimmed

MARK = re.compile(r"\[(?P<role>[sck])(?P<number>\d+):")
LETTERS = dict(zip("sck", ROLES, strict=True))


@dataclass(slots=True)
class Node:
    """A marked stretch of a text, with the stretches marked inside it."""

    role: str
    number: int
    start: int
    end: int = 0
    inner: list["Node"] = field(default_factory=list)

    def moved(self, by: int) -> "Node":
        """The same stretch in a text that begins `by` characters earlier or later."""
        return Node(self.role, self.number, self.start + by, self.end + by, [n.moved(by) for n in self.inner])


def parsed(marked: str) -> list[Article]:
    """The text with its outermost statements, then each content that holds others as a text of its own."""
    text, top = _tree(marked)
    return list(_levels(text, top))


def _levels(text: str, nodes: Sequence[Node]) -> Iterator[Article]:
    yield Article(text, _attributions(text, nodes))
    for node in nodes:
        if node.role == "content" and node.inner:
            yield from _levels(text[node.start : node.end], [n.moved(-node.start) for n in node.inner])


def _tree(marked: str) -> tuple[str, list[Node]]:
    text = ""
    held = [Node("", 0, 0)]
    at = 0
    while at < len(marked):
        if mark := MARK.match(marked, at):
            node = Node(LETTERS[mark["role"]], int(mark["number"]), len(text))
            held[-1].inner.append(node)
            held.append(node)
            at = mark.end()
            continue
        if marked[at] == "]":
            held.pop().end = len(text)
        else:
            text += marked[at]
        at += 1
    return text, held[0].inner


def _attributions(text: str, nodes: Sequence[Node]) -> tuple[Attributed, ...]:
    found: dict[int, dict[str, list[Span]]] = {}
    for node in nodes:
        span = trimmed(text, (node.start, node.end)) or (node.start, node.end)
        found.setdefault(node.number, {}).setdefault(node.role, []).append(span)
    for number, roles in found.items():
        before = found.get(number - 1, {})
        # "…, adding that …": the second statement of a sentence has the first one's source.
        if "source" not in roles and number % 10 == 2 and "source" in before:
            roles["source"] = before["source"]
    return tuple(Attributed(*(tuple(roles.get(role, ())) for role in ROLES)) for roles in found.values())

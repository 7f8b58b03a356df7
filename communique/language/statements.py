"""Attributions → statements: nesting, speakers, stance, mode, who it was told to, and the chain of authority."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.domain.attribution import Statement, Unsaid
from communique.domain.provenance import Provenance
from communique.domain.span import Span, hull
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.vouchers import CITING
from communique.language.cast import Cast
from communique.language.chain import Carriers, ToldTo
from communique.language.cues import CueLexicon
from communique.language.figures import Figure
from communique.language.quotes import mode_of, quotations
from communique.language.references import Resolver
from communique.language.referent import UNRESOLVED, Referent, Situation
from communique.language.stance import stance_of
from communique.language.words import Parse

SPEAKERS_KEPT = 12  # how far back "he" may look


@dataclass(slots=True)
class _Node:
    found: Attribution
    spans: tuple[Span, ...]
    parent: _Node | None = None
    referent: Referent = UNRESOLVED
    id: str = ""

    @property
    def depth(self) -> int:
        """How many statements hold this one."""
        return 0 if self.parent is None else self.parent.depth + 1

    def inside(self, other: _Node) -> bool:
        """Whether the other is among those that hold this one."""
        return self.parent is other or (self.parent is not None and self.parent.inside(other))


class StatementMaker:
    """Makes the statements of one report."""

    def __init__(self, parse: Parse, cast: Cast, *, cues: CueLexicon, carriers: Carriers, by: str) -> None:
        self.parse, self.cast, self.cues, self.carriers, self.by = parse, cast, cues, carriers, by
        self.resolver = Resolver(cast)
        self.quoted = quotations(parse.text, parse.passages)
        # One source that serves several statements is resolved once: "the Ministry said …, adding …".
        self._resolved: dict[tuple[Span, tuple[str, ...]], Referent] = {}
        # An unnamed source that told an agency something told it what follows as well.
        self._told_before: dict[str, ToldTo] = {}

    def make(self, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
        """The statements, outer before inner, in reading order."""
        nodes = nested([_Node(a, _spans(a.contents)) for a in attributions if a.contents and a.said])
        cited(nodes, self.parse)
        for number, node in enumerate(nodes, 1):
            node.id = f"s{number}"
        self._resolve(nodes)
        carrier = self.carriers.of_report([(n.found, n.referent.figures) for n in nodes if n.parent is None])
        return tuple(self._statement(node, carrier) for node in nodes)

    # -- speakers -----------------------------------------------------------------------------------------------
    def _resolve(self, nodes: Sequence[_Node]) -> None:
        said: list[tuple[int, tuple[Figure, ...]]] = []  # what the report itself reports, in reading order
        for node in sorted(nodes, key=lambda n: (n.depth, _place(n.found))):
            before = [figures for at, figures in said if at < _place(node.found)]
            node.referent = self._speaker(node, before, node.parent.referent.figures if node.parent else ())
            if node.parent is None and node.referent.figures:
                said.append((_place(node.found), node.referent.figures))

    def _speaker(self, node: _Node, said: Sequence[tuple[Figure, ...]], enclosing: tuple[Figure, ...]) -> Referent:
        sources = node.found.sources
        if not sources:
            return UNRESOLVED
        span = _spans(sources)[0]
        direct = node.parent is not None and mode_of(self.parse.text, node.parent.spans, self.quoted) == "direct"
        situation = Situation(tuple(said[-SPEAKERS_KEPT:]), enclosing, direct)
        phrase = self.parse.inside(span)
        key = (span, tuple(f.id for f in enclosing))
        if key in self._resolved:
            return self._resolved[key]
        referent = self._resolved[key] = self.resolver.resolve(phrase, situation)
        inside = {a.figure for a in self.cast.inside(phrase[0], phrase[-1])} if phrase else set()
        for figure in referent.figures:
            if phrase and figure.id not in inside:
                pronoun = len(phrase) == 1 and self.parse.words[phrase[0]].pos == "PRON"
                kind = "pronoun" if pronoun else "description"
                self.cast.appear(phrase[0], phrase[-1], figure, referent.reason, kind)
        return referent

    # -- statements ---------------------------------------------------------------------------------------------
    def _statement(self, node: _Node, carrier: tuple[str, ...]) -> Statement:
        found, referent = node.found, node.referent
        cue = _spans(found.cues)
        sources = _spans(found.sources)
        told = self._told(node)
        anonymous = referent.anonymous or not referent.figures
        confidences = [("content", _lowest(found.contents))]
        confidences += [("cue", _lowest(found.cues))] if cue else []
        confidences += [("source", _lowest(found.sources))] if sources else []
        confidences += [("speaker", referent.confidence)] if referent.figures else []
        return Statement(
            id=node.id,
            content=node.spans,
            cue=cue,
            source_spans=sources,
            source_actors=tuple(f.id for f in referent.figures),
            mode=mode_of(self.parse.text, node.spans, self.quoted),
            stance=stance_of(self.parse, cue, node.spans, self.cues),
            chain=self._chain(node, carrier),
            made=Provenance(self.by, found.confidence),
            anonymous=anonymous,
            told_to=told.name if told else None,
            within=node.parent.id if node.parent else None,
            confidences=tuple(confidences),
        )

    def _told(self, node: _Node) -> ToldTo | None:
        area = hull(node.parent.spans) if node.parent else None
        told = self.carriers.told_to(node.found, area)
        for figure in node.referent.figures:
            if told is None and figure.described:
                return self._told_before.get(figure.id)
            if told is not None:
                self._told_before.setdefault(figure.id, told)
        return told

    def _chain(self, node: _Node, carrier: tuple[str, ...]) -> tuple[str, ...]:
        links: list[str] = []
        step: _Node | None = node
        while step is not None:
            own = " & ".join(f.name for f in step.referent.figures) or "unspecified source"
            links.insert(0, own)
            told = self._told(step)
            if told and told.is_link:
                links.insert(0, told.name)
            step = step.parent
        whole = [*carrier, *links]
        # An outlet that reports its own words is one link; "I believe", inside somebody's words, is a second saying.
        twice = {len(whole) - 1} if node.referent.reason == "first person" else set()
        kept: list[str] = []
        for i, link in enumerate(whole):
            if i in twice or not kept or link.casefold() != kept[-1].casefold():
                kept.append(link)
            elif link != kept[-1] and kept[-1].islower():
                kept[-1] = link  # a feed's "sana" and the agency's own name
        return tuple(kept)


def unsaid_of(attributions: Sequence[Attribution], by: str) -> tuple[Unsaid, ...]:
    """What the report says was not said, numbered in reading order."""
    found = sorted((a for a in attributions if not a.said), key=_place)
    return tuple(
        Unsaid(
            f"u{number}",
            _spans(a.contents),
            _spans(a.cues),
            _spans(a.sources),
            Provenance(by, a.confidence),
        )
        for number, a in enumerate(found, 1)
    )


def nested(nodes: Sequence[_Node]) -> list[_Node]:
    """The nodes with each one's parent set: the smallest statement whose content holds the whole of it.

    Of two that hold each other, as a finder may cut them, the first in reading order is inside the other.
    """
    ordered = sorted(nodes, key=lambda n: (n.spans[0].start, -n.spans[-1].end, _place(n.found)))
    for node in ordered:
        holders = [o for o in ordered if o is not node and _holds(o, node) and not o.inside(node)]
        if holders:
            node.parent = min(holders, key=lambda o: (sum(len(s) for s in o.spans), -_place(o.found)))
    return ordered


def cited(nodes: Sequence[_Node], parse: Parse) -> None:
    """Puts who is cited inside who cites: "the agency said, citing the ministry"."""
    for node in nodes:
        cues = _spans(node.found.cues)
        words = parse.inside(cues[0]) if cues else range(0)
        if not words or node.parent is not None or parse.words[words[0]].lower not in CITING:
            continue
        sentence = parse.words[words[0]].sentence
        before = [o for o in nodes if o is not node and o.found.cues and _cue_word(o, parse) in range(words[0])]
        same = [o for o in before if parse.words[_cue_word(o, parse)].sentence == sentence and o.depth == 0]
        if node.found.sources and any(o.found.sources == node.found.sources for o in same):
            continue  # "praised him, citing the release of prisoners": a reason of their own, nobody cited
        if same:
            node.parent = max(same, key=lambda o: _cue_word(o, parse))
        elif inner := [o for o in nodes if o.parent is node and o.found.cues and o.found.sources]:
            # "Citing a military source, it said …": what it said is what the source had told it.
            first = min(inner, key=lambda o: _cue_word(o, parse))
            if parse.words[_cue_word(first, parse)].sentence == sentence and _place(first.found) == node.spans[0].start:
                first.parent, node.parent, node.spans = None, first, first.spans


def _cue_word(node: _Node, parse: Parse) -> int:
    return parse.first_at(node.found.cues[0].start)


def _holds(outer: _Node, inner: _Node) -> bool:
    marks = _spans(inner.found.cues) + _spans(inner.found.sources)
    if not marks:
        return False
    if outer.spans == inner.spans:
        # "media reported, citing a statement of the group, that …": who is cited speaks inside who reports.
        return _place(outer.found) < _place(inner.found) and outer.found.sources != inner.found.sources
    area = hull(outer.spans)
    inside: Callable[[Span], bool] = lambda s: any(o.covers(s) for o in outer.spans)  # noqa: E731
    return all(inside(m) for m in marks) and all(area.covers(s) for s in inner.spans)


def _place(found: Attribution) -> int:
    """Where the attribution's own words stand: its source, else its cue, else its content."""
    for role in (found.sources, found.cues, found.contents):
        if role:
            return role[0].start
    return 0


def _spans(fragments: Sequence[Fragment]) -> tuple[Span, ...]:
    return tuple(Span(f.start, f.end) for f in sorted(fragments, key=lambda f: f.start))


def _lowest(fragments: Sequence[Fragment]) -> float:
    return min((f.confidence for f in fragments), default=0.0)

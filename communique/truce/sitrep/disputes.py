"""Contradictions by kind, and what nobody but its own origin has confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.incident import CONTRADICTIONS, Citation, Contradiction, Incident, Opinion
from communique.truce.sitrep.content import Listed, Paragraph, Part, Section, Sentence, Sentences, Table
from communique.truce.sitrep.happenings import called
from communique.truce.sitrep.words import dated, doubt, names, plain, speaker, upper

# Ladder of verification: the rungs on which nobody but the origin itself stands behind a claim.
UNSUPPORTED = frozenset(
    {"alleged", "one origin", "access denied", "not confirmed by the other side", "denied or contradicted"}
)
Pair = tuple[Contradiction, tuple[Opinion, Opinion]]


def disputes(
    incidents: Sequence[Incident], opposed: Sequence[Pair], untrue: Sequence[tuple[Contradiction, Citation]] = ()
) -> Section:
    """The section on contradictions: of claims on one incident, of opinions on the truce, of reports and its text."""
    found = [*_of_incidents(incidents), *_of_opinions(opposed)]
    found += [(one.kind, plain(f"{upper(one.kind)}: {dated(one.says)}.", (cited,))) for one, cited in untrue]
    found.sort(key=lambda one: CONTRADICTIONS.index(one[0]) if one[0] in CONTRADICTIONS else len(CONTRADICTIONS))
    if not found:
        none = "No two claims of this period were found to contradict each other."
        return Section("Contradictions", (Paragraph(plain(none)),))
    return Section("Contradictions", (Listed(tuple(sentences for _, sentences in found)),))


def _of_incidents(incidents: Sequence[Incident]) -> Iterator[tuple[str, Sentences]]:
    for incident in incidents:
        cited = {claim.key: claim.cited for claim in incident.claims}
        for one in incident.contradictions:
            pair = tuple(cited[key] for key in (one.one, one.other) if key in cited)
            yield one.kind, plain(f"{upper(one.kind)}, {incident.name}: {dated(one.says)}.", pair)


def _of_opinions(opposed: Sequence[Pair]) -> Iterator[tuple[str, Sentences]]:
    for one, (first, second) in opposed:
        yield one.kind, plain(f"{upper(one.kind)}: {dated(one.says)}.", (first.cited, second.cited))


def unconfirmed(incidents: Sequence[Incident], opinions: Sequence[Opinion]) -> Section:
    """The section on what rests on one origin, is denied, or was expressly not confirmed."""
    title = "What nobody has confirmed"
    alone = tuple(_alone(one) for one in incidents if one.verification in UNSUPPORTED)
    parts: list[Part] = [Table(("Incident", "Stands as", "Held by"), alone)] if alone else []
    doubts = [opinion for opinion in opinions if opinion.polarity == "not confirmed"]
    if doubts:
        parts.append(Listed(tuple(_doubt(one) for one in doubts)))
    if not parts:
        none = "Every incident of this period rests on more than one origin." if incidents else "No incident was read."
        return Section(title, (Paragraph(plain(none)),))
    return Section(title, tuple(parts))


def _alone(incident: Incident) -> tuple[Sentences, ...]:
    cited = tuple(claim.cited for claim in incident.claims)
    held = names(incident.origins) or "nobody named"
    return plain(called(incident), cited), plain(incident.verification), plain(held)


def _doubt(opinion: Opinion) -> Sentences:
    who = upper(speaker(opinion.cited, anonymous=opinion.anonymous))
    return (Sentence(f"{who} {doubt(opinion)}.", (opinion.cited,)),)

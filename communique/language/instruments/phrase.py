"""What the finders hand to the joiner: one naming of an instrument in the text."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.span import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """One naming: `name` is its canonical wording, `key` the lower-case words by which two namings are compared.

    `bare` says that it only points back ("the memorandum"), `other` that it says itself to be a different one
    ("another agreement"). `edge` is where its date clause would begin: the end of the noun phrase.
    """

    span: Span
    kind: str
    name: str
    key: tuple[str, ...]
    edge: int
    confidence: float
    number: int | None = None
    year: int | None = None
    bare: bool = False
    other: bool = False
    # "the truce agreed in May" names nothing but its date: it founds an instrument only if that date was found.
    by_date: bool = False

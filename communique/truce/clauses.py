"""The clause a claim invokes, held against the agreement as its pack has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.domain.incident import Contradiction, IncidentClaim
from communique.truce.agreements import Agreement

NUMBER = re.compile(r"\b(\d{1,3})\b")


def against_clauses(claims: Sequence[IncidentClaim], agreement: Agreement) -> Iterator[Contradiction]:
    """A contradiction for each clause that a claim invokes and the agreement does not have.

    Nothing where the pack numbers no clauses: then it cannot tell.
    """
    invoking = [claim for claim in claims if claim.rule]
    if not invoking:
        return
    known = {number for term in agreement.terms for number in NUMBER.findall(term.clause or "")}
    for claim in invoking if known else ():
        invoked = NUMBER.search(claim.rule or "")
        if invoked is not None and invoked[1] not in known:
            clauses = ", ".join(sorted(known, key=int))
            yield Contradiction(
                "report v. treaty text",
                claim.key,
                agreement.key,
                f"{claim.cited.origin} invokes “{claim.rule}”; the {agreement.name} has the clauses {clauses}",
            )

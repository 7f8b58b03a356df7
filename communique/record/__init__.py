"""The record: readings kept for good. A Store gives a Writer and a View; nothing is ever overwritten."""

from communique.record.decisions import Act, Decision
from communique.record.found import Found, Sought
from communique.record.imports import ImportedRow, Landed
from communique.record.judgement import Judgement, Verdict, Verdicts
from communique.record.query import Occurrence, Query, Said
from communique.record.store import Kept, NotKept, Store, View, Writer

__all__ = [
    "Act",
    "Decision",
    "Found",
    "ImportedRow",
    "Judgement",
    "Kept",
    "Landed",
    "NotKept",
    "Occurrence",
    "Query",
    "Said",
    "Sought",
    "Store",
    "Verdict",
    "Verdicts",
    "View",
    "Writer",
]

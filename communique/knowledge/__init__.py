"""What is known before reading: outlets, states, bodies, offices, officials, and packs about single conflicts."""

from communique.knowledge.accords import (
    InForce,
    KnownInstrument,
    KnownProcess,
    PackPlace,
    Round,
    Rung,
    Term,
    Zone,
)
from communique.knowledge.base import Knowledge
from communique.knowledge.checking import check_pack
from communique.knowledge.entries import Body, Office, Official, Outlet, Period, State, Tenure, Title
from communique.knowledge.index import NameIndex, Scanned
from communique.knowledge.known import Known
from communique.knowledge.pack import Pack
from communique.knowledge.problems import Problem

__all__ = [
    "Body",
    "InForce",
    "Knowledge",
    "Known",
    "KnownInstrument",
    "KnownProcess",
    "NameIndex",
    "Office",
    "Official",
    "Outlet",
    "Pack",
    "PackPlace",
    "Period",
    "Problem",
    "Round",
    "Rung",
    "Scanned",
    "State",
    "Tenure",
    "Term",
    "Title",
    "Zone",
    "check_pack",
]

"""The stages of a reading: thin shells, one file each, that put what a finder finds into the draft."""

from communique.language.stages.actors import ActorStage
from communique.language.stages.agreements import InstrumentStage, ProcessStage
from communique.language.stages.dates import DateStage
from communique.language.stages.events import EventStage
from communique.language.stages.parsing import ParseStage
from communique.language.stages.places import PlaceStage
from communique.language.stages.statements import AttributionFinder, StatementStage
from communique.language.stages.truce import TruceStage

__all__ = [
    "ActorStage",
    "AttributionFinder",
    "DateStage",
    "EventStage",
    "InstrumentStage",
    "ParseStage",
    "PlaceStage",
    "ProcessStage",
    "StatementStage",
    "TruceStage",
]

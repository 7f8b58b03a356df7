"""One process, one report after the other."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.reading import Reading
from communique.domain.report import Report
from communique.knowledge import Knowledge
from communique.knowledge.gazetteer import Gazetteer, GazetteerPlace
from communique.knowledge.matching import InstrumentMatcher, ProcessMatcher
from communique.language.attribution.by_parse import ParseFinder
from communique.language.attribution.trained import TrainedFinder
from communique.language.events.filed import placer_of
from communique.language.lore import Lore
from communique.language.parse import Parser
from communique.language.pipeline import Pipeline
from communique.language.stages import (
    ActorStage,
    AttributionFinder,
    DateStage,
    EventStage,
    InstrumentStage,
    ParseStage,
    PlaceStage,
    ProcessStage,
    StatementStage,
    TruceStage,
)
from communique.language.truce.learned.model import ClaimModel
from communique.settings import Settings, load_settings


class Reader:
    """Reads reports with the models and the knowledge that the settings name, loaded once."""

    def __init__(self, settings: Settings | None = None) -> None:
        settings = settings or load_settings()
        knowledge = Knowledge.load(packs=settings.packs)
        finder, truce = finder_named(settings), truce_stage(settings, knowledge)
        self._pipeline = pipeline(Parser(settings.parser), knowledge, Gazetteer.open(), finder, truce)

    @property
    def version(self) -> str:
        """The stages and their versions; a report read by another version is worth reading again."""
        return self._pipeline.version

    def read(self, report: Report) -> Reading:
        """The report with its findings."""
        return self._pipeline.read(report)

    def timed(self, reports: Sequence[Report]) -> dict[str, float]:
        """Seconds of processor time that each stage takes for the reports, by the stage's name."""
        return self._pipeline.timed(reports)


def finder_named(settings: Settings) -> AttributionFinder:
    """The attribution finder the settings name."""
    return ParseFinder.make() if settings.attribution == "parse" else TrainedFinder.load()


def truce_stage(settings: Settings, knowledge: Knowledge) -> TruceStage:
    """The stage that reads claims about a truce, with the model where the settings ask for it."""
    model = None if settings.claims == "grammar" else ClaimModel()
    everywhere = settings.claims == "everywhere"
    return TruceStage(tuple(zone.name for zone in knowledge.zones), ladder_of(knowledge), model, everywhere)


def pipeline(
    parser: Parser, knowledge: Knowledge, gazetteer: Gazetteer, finder: AttributionFinder, truce: TruceStage
) -> Pipeline:
    """The stages of a reading, in order."""
    lore, places = Lore.of(knowledge), places_of(knowledge)
    return Pipeline(
        [
            ParseStage(parser),
            DateStage(),
            ActorStage(lore),
            PlaceStage(gazetteer, places),
            InstrumentStage(InstrumentMatcher(knowledge.instruments)),
            ProcessStage(ProcessMatcher(knowledge.processes)),
            StatementStage.make(finder, lore.names),
            truce,
            EventStage(placer_of(gazetteer, places)),
        ]
    )


def ladder_of(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """The packs' words for the steps of the response ladder, each a (rung's name, phrase)."""
    return tuple((rung.name, phrase) for rung in knowledge.ladder for phrase in rung.phrases)


def places_of(knowledge: Knowledge) -> tuple[GazetteerPlace, ...]:
    """The packs' places in the gazetteer's form."""
    return tuple(
        GazetteerPlace(
            id=f"{pack.key}:{place.key}",
            name=place.name,
            kind=place.kind,
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            aliases=place.aliases,
        )
        for pack in knowledge.packs
        for place in pack.places
    )

"""What the readers of truce and violation claims look at: the parse, who speaks where, and what other stages found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from communique.domain.actor import Mention
from communique.domain.agreement import Instrument
from communique.domain.attribution import Statement
from communique.domain.when import DateMention
from communique.language.cast import Cast
from communique.language.figures import Appearance
from communique.language.truce.described import Describer
from communique.language.truce.learned.model import NOTHING, Hearing
from communique.language.truce.parties import Parties
from communique.language.truce.pieces import Areas, Piece, pieces_of
from communique.language.truce.steps.step_lexicon import step_words
from communique.language.truce.steps.steps import Found, Steps
from communique.language.words import Parse

Ladder = tuple[tuple[str, str], ...]  # a pack's own words for steps: (rung's name, phrase)


@dataclass(frozen=True)
class Scene:
    """One report as far as truces are concerned. `places` are mentions, `zones` names of zones the packs know."""

    parse: Parse
    statements: Sequence[Statement] = ()
    instruments: Sequence[Instrument] = ()
    actors: Sequence[Appearance] = ()
    places: Sequence[Mention] = ()
    dates: Sequence[DateMention] = ()
    zones: Sequence[str] = ()
    ladder: Ladder = ()
    towns: frozenset[str] = frozenset()  # names of towns of the report, which zones may share
    cast: Cast | None = None  # grows by those whom only a claim describes
    hearing: Hearing = NOTHING  # what the model marks
    _pieces: dict[int, list[Piece]] = field(default_factory=dict, compare=False)

    @cached_property
    def areas(self) -> Areas:
        """Whose words each word is."""
        return Areas(self.parse, self.statements)

    @cached_property
    def parties(self) -> Parties:
        """The actors by their place in the grammar."""
        describer = Describer(self.parse, self.cast, self.statements) if self.cast else None
        return Parties(self.parse, self.actors, self.places, describer)

    @cached_property
    def finder(self) -> Steps:
        """The finder of steps, with the packs' phrases."""
        return Steps(self.parse, self.areas, step_words(self.ladder), self.parties)

    @cached_property
    def steps(self) -> list[Found]:
        """Every step that the report tells of or asks for."""
        return self.finder.find()

    def pieces(self, sentence: int) -> list[Piece]:
        """The clauses of a sentence."""
        if sentence not in self._pieces:
            self._pieces[sentence] = pieces_of(self.parse, self.areas, *self.parse.sentences[sentence])
        return self._pieces[sentence]

    def instrument_in(self, first: int, last: int) -> str | None:
        """The id of the instrument named between two words."""
        span = self.parse.span(first, last)
        return next((i.id for i in self.instruments if any(span.overlaps(s) for s in i.spans)), None)

"""A semi-Markov CRF (Sarawagi and Cohen 2004): a line is cut into spans and words in none, a span scored as a whole."""

# mypy: allow-subclassing-any

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from communique.language.attribution.labels import BEGINS, INSIDES, OPENINGS, OUTSIDE, ROLES, STATES
from communique.language.attribution.segments import LENGTH_BOUNDS
from communique.language.pieces import together
from train.attribution.crf import IMPOSSIBLE, Chain
from train.attribution.encoder import WIDE

NARROW = 48
CELLS = 60_000
"""Of the tables of spans that are held at once: first word by last word, a line each."""


class Segments(nn.Module):
    """What a span scores beyond its words: its two ends together, its end, its length, what it holds."""

    def __init__(self) -> None:
        super().__init__()
        roles = len(ROLES)
        self.starts = nn.Linear(2 * WIDE, roles * NARROW)
        self.ends = nn.Linear(2 * WIDE, roles * NARROW)
        self.asks = nn.Linear(2 * WIDE, roles * NARROW)
        self.holds = nn.Linear(WIDE, roles * NARROW)
        self.stop = nn.Linear(2 * WIDE, roles)
        self.length = nn.Parameter(torch.zeros(len(LENGTH_BOUNDS) + 1, roles))
        self.edge = nn.Parameter(torch.zeros(WIDE))
        for layer in (self.ends, self.holds, self.stop):
            # It begins as a chain of labels, whose weights it can go on from.
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, states: Tensor) -> Tensor:
        """`[lines, first word, last word, roles]` of states `[lines, words, WIDE]`."""
        lines, words, _ = states.shape
        before, after = self.framed(states)
        shape = (lines, words, len(ROLES), NARROW)
        both = torch.einsum("lird,ljrd->lijr", self.starts(before).view(shape), self.ends(after).view(shape))
        at = torch.arange(words)
        many = (at[None, :] - at[:, None] + 1).clamp(min=1)
        within = self._within(self.asks(before).view(shape), self.holds(states).view(shape)) / many[None, :, :, None]
        lengths = self.length[torch.bucketize(many, torch.tensor(LENGTH_BOUNDS))]
        table: Tensor = (both + within) * NARROW**-0.5 + self.stop(after)[:, None] + lengths
        return table

    def framed(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """The state of each word with the one before it and with the one behind it, `[lines, words, 2 * WIDE]`."""
        edge = self.edge.expand(len(states), 1, WIDE)
        before = torch.cat([torch.cat([edge, states[:, :-1]], 1), states], 2)
        return before, torch.cat([states, torch.cat([states[:, 1:], edge], 1)], 2)

    def _within(self, asks: Tensor, holds: Tensor) -> Tensor:
        """What the first word asks of each word of the span, summed."""
        held = holds.cumsum(1)
        return torch.einsum("lird,ljrd->lijr", asks, held) - (asks * (held - holds)).sum(3)[:, :, None]


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of some lines: words in no span, spans, and what may follow what."""

    outside: Tensor
    spans: Tensor
    moves: Tensor
    opens: Tensor
    closes: Tensor


class Cut(nn.Module):
    """The likelihood of a line's cut."""

    def __init__(self) -> None:
        super().__init__()
        self.segments = Segments()
        self.words_only = False
        """Whether spans are scored by their words alone, as a chain of labels would."""

    def loss(self, emissions: Tensor, states: Tensor, labels: Tensor, lengths: Tensor, chain: Chain) -> Tensor:
        """Summed negative log likelihood of `labels` over lines padded to one length."""
        total = emissions.new_zeros(())
        # Lines of like length together, so that little of the tables of spans is padding.
        for group in together(lengths.argsort().tolist(), lambda line: int(lengths[line]) ** 2, CELLS):
            some = torch.tensor(group)
            most = int(lengths[some].max())
            scored = self._scored(emissions[some, :most], states[some, :most], chain)
            known = torch.arange(most)[None, :] < lengths[some][:, None]
            total = total + _everything(scored, known).sum() - _gold(scored, labels[some, :most], lengths[some])
        return total

    def _scored(self, emissions: Tensor, states: Tensor, chain: Chain) -> Scored:
        steps, first, last = chain.scores()
        begins, insides = torch.tensor(BEGINS), torch.tensor(INSIDES)
        along = emissions[:, :, insides].cumsum(1)
        going = steps[insides, insides]
        at = torch.arange(emissions.shape[1])
        apart = (at[None, :] - at[:, None])[None, :, :, None]
        spans = emissions[:, :, begins][:, :, None] + along[:, None] - along[:, :, None] + apart * going
        spans = spans + (apart > 0) * (steps[begins, insides] - going)
        if not self.words_only:
            spans = spans + self.segments(states)
        states_, openings = torch.tensor(STATES), torch.tensor(OPENINGS)
        spans = spans.masked_fill(apart < 0, IMPOSSIBLE)
        return Scored(emissions[:, :, OUTSIDE], spans, steps[states_][:, openings], first[openings], last[states_])


def _everything(scored: Scored, known: Tensor) -> Tensor:
    """The log weight of all cuts of each line."""
    lines, words = scored.outside.shape
    into = scored.opens.expand(lines, -1)
    entered = into[:, None, 1:]
    now = torch.cat([into[:, :1] + scored.outside[:, :1], entered[:, 0] + scored.spans[:, 0, 0]], 1)
    for at in range(1, words):
        into = torch.logsumexp(now[:, :, None] + scored.moves, 1)
        entered = torch.cat([entered, into[:, None, 1:]], 1)
        ended = torch.logsumexp(entered + scored.spans[:, : at + 1, at], 1)
        moved = torch.cat([into[:, :1] + scored.outside[:, at, None], ended], 1)
        now = torch.where(known[:, at, None], moved, now)
    return torch.logsumexp(now + scored.closes, 1)


def _gold(scored: Scored, labels: Tensor, lengths: Tensor) -> Tensor:
    """The log weight of the right cuts, summed."""
    total = scored.outside.new_zeros(())
    for row, (line, length) in enumerate(zip(labels.tolist(), lengths.tolist(), strict=True)):
        cut = list(_pieces(line[:length]))
        alone = torch.tensor([first for first, _, state in cut if not state], dtype=torch.long)
        spans = torch.tensor([piece for piece in cut if piece[2]], dtype=torch.long).reshape(-1, 3)
        states = torch.tensor([state for _, _, state in cut])
        total = total + scored.outside[row, alone].sum()
        total = total + scored.spans[row, spans[:, 0], spans[:, 1], spans[:, 2] - 1].sum()
        total = total + scored.moves[states[:-1], states[1:]].sum()
        total = total + scored.opens[states[0]] + scored.closes[states[-1]]
    return total


def _pieces(line: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First word, last word and state of each piece of a labelled line: a word in no span, or a span."""
    at = 0
    while at < len(line):
        end = at
        if line[at] != OUTSIDE:
            role = BEGINS.index(line[at])
            while end + 1 < len(line) and line[end + 1] == INSIDES[role]:
                end += 1
            yield at, end, role + 1
        else:
            yield at, at, OUTSIDE
        at = end + 1

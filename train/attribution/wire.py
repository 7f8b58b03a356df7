"""Short invented wire texts with gold spans: what the news corpus has little of, and statements inside statements."""

import random
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from train.attribution.corpus import Article
from train.attribution.marked import MARK, parsed

FORMS = Path(__file__).with_name("wire.toml")
SLOT = re.compile(r"\{(\w+)\}")
DEEPEST, NESTED, PAGES = 2, 0.26, 0.07
JOIN = "\0"
"""Between the statements of a paragraph while they are told apart; a space in the text."""


def wire(count: int, rng: random.Random) -> list[Article]:
    """`count` paragraphs as articles of a few each, and the contents that hold statements as texts of their own."""
    made: list[Article] = []
    filler = Filler(rng)
    while count > 0:
        marked = filler.page() if rng.random() < PAGES else filler.story(rng.randint(1, 5))
        count -= marked.count("\n\n") + 1
        made += parsed(marked)
    return made


class Filler:
    """Fills the slots of the forms, and slots inside the fillings."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.depth = 0
        given = tomllib.loads(FORMS.read_text(encoding="utf-8"))
        self.lists: Mapping[str, Sequence[str]] = {**given["words"], **given["forms"]}
        self.made: Mapping[str, Callable[[], str]] = {
            "who": self.who,
            "who2": lambda: self.slot(rng.choice(("witness", "body"))),
            "titled": self.titled,
            "other": lambda: self.slot("body") if rng.random() < 0.3 else self.titled(),
            "agency": lambda: self.slot("agencies" if rng.random() < 0.7 else "outlets"),
            "that": self.that,
            "nested_saying": lambda: self.slot("quoted"),
            "clause_up": lambda: upper(self.slot("clause")),
        }

    def slot(self, name: str) -> str:
        """A random filling of the slot, with its own slots filled."""
        filling = self.made[name]() if name in self.made else self.rng.choice(self.lists[name])
        while "{" in filling:
            filling = SLOT.sub(lambda m: self.slot(m.group(1)), filling)
        return filling

    def story(self, paragraphs: int) -> str:
        """A headline now and then, paragraphs of statements and plain report, a dateline, a signature."""
        parts = [self.slot("headline")] if self.rng.random() < 0.35 else []
        parts += [self.paragraph() for _ in range(paragraphs)]
        if self.rng.random() < 0.3:
            parts[-1] = self.slot("dateline") + parts[-1]
        if self.rng.random() < 0.1:
            parts.append(self.slot("ending"))
        return numbered("\n\n".join(parts))

    def paragraph(self) -> str:
        """One to three statements, and sometimes a sentence that is none."""
        said = [upper(self.slot("statement")) for _ in range(self.rng.choices((1, 2, 3), (70, 22, 8))[0])]
        if self.rng.random() < 0.25:
            said.insert(self.rng.randint(0, len(said)), upper(self.slot("filler")))
        return JOIN.join(said)

    def page(self) -> str:
        """An official statement: who speaks, then paragraphs, mostly unquoted, that are all their words."""
        body = [self.spoken() for _ in range(self.rng.randint(1, 4))]
        if self.rng.random() < 0.25:
            body = [f"“{part}" for part in body]
            body[-1] += "”"
        opening = [upper(self.slot("filler"))] if self.rng.random() < 0.3 else []
        return "\n\n".join([*opening, upper(self.slot("opening")), *(f"[k1:{part}]" for part in body)])

    def spoken(self) -> str:
        """One to three sentences in the first person."""
        return " ".join(upper(self.slot("first_person")) for _ in range(self.rng.randint(1, 3)))

    def who(self) -> str:
        """Any speaker: titled person, surname, institution, witness, pronoun or outlet."""
        kinds = ("titled", "last", "body", "witness", "he", "outlets")
        return self.slot(self.rng.choices(kinds, (30, 10, 20, 26, 18, 5))[0])

    def titled(self) -> str:
        """A person with office and name."""
        return self.slot("origin") + " ".join(self.slot(part) for part in ("office", "first", "last"))

    def that(self) -> str:
        """A claim, or now and then a statement inside the statement."""
        if self.depth >= DEEPEST or self.rng.random() >= NESTED:
            return self.slot("clause")
        self.depth += 1
        inner = self.slot("nested")
        self.depth -= 1
        return inner


def upper(marked: str) -> str:
    """The text with its first letter raised, marks and quotation marks skipped."""
    at = 0
    while mark := MARK.match(marked, at):
        at = mark.end()
    while marked[at : at + 1] in ("“", '"'):
        at += 1
    return marked[:at] + marked[at : at + 1].upper() + marked[at + 1 :]


def numbered(marked: str) -> str:
    """The statements told apart by a number each, and joined."""
    parts = re.split(rf"({JOIN}|\n\n)", marked)
    told = [MARK.sub(rf"[\g<role>{place}\g<number>:", part) for place, part in enumerate(parts)]
    return "".join(told).replace(JOIN, " ")

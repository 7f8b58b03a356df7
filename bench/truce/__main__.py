"""`python -m bench.truce [DATA.jsonl]`: claims about truces, the matcher of incidents, rows in zones, a year's status.

Without data the build half, the held half and the later held texts are read, each with its own figures, the held ones
together as well; with data (in the gold's form) that file.
`--errors FILE` also writes what the build half shows to be wrong, or that file if none of it is held.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.figures import Sheet
from bench.truce.errors import table
from bench.truce.incidents import DATA, load, matched
from bench.truce.reading import reader
from bench.truce.rows import imported
from bench.truce.scores import half_of, scored, together
from bench.truce.years import asked
from tests.gold.truce.gold import FOLDER, path_of

LATER = FOLDER / "held" / "later.jsonl"


def main() -> None:
    """Prints one figure a line."""
    options = argparse.ArgumentParser(prog="python -m bench.truce", description=__doc__)
    options.add_argument("data", nargs="?", type=Path, help="a file in the form of the gold")
    options.add_argument("--errors", type=Path, help="where to write the errors of the build half, as Markdown")
    given = options.parse_args()
    chosen = reader()
    marked = scored(given.data or path_of("build"), chosen)
    if given.errors is not None:
        given.errors.write_text(table(marked), encoding="utf-8")
    if given.data is None:
        held = scored(path_of("held"), chosen) + scored(LATER, chosen)
        together("held, both", held)
        for path in DATA:
            matched(Sheet("truce", path), f"matcher, {half_of(path)}", load(path))
        speed = Sheet("truce")
        imported(speed)
        asked(speed)
    Sheet("truce").close()


if __name__ == "__main__":
    main()

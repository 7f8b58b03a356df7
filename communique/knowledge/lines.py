"""The line of a file on which something stands, so that a person with an editor open finds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from communique.knowledge.problems import Problem

_TABLE = re.compile(r"\s{0,40}(?P<open>\[\[?)\s{0,40}(?P<name>[\w.-]{1,200})\s{0,40}\]")
_KEY = re.compile(r"\s{0,40}(?P<key>[\w-]{1,100})\s{0,40}=")
_PLAIN_KEY = re.compile(r"[A-Za-z0-9-]{1,160}")


def toml_line(text: str, path: str) -> int | None:
    """The line of a path such as "agreement[1].term[0].effect": its own, or that of the table it should stand in."""
    lines = _toml_lines(text)
    while path:
        if path in lines:
            return lines[path]
        path = re.sub(r"(\.[^.\[\]]*|\[\d+\])$|^[^.\[\]]*$", "", path)
    return None


def located(folder: Path, problem: Problem) -> Problem:
    """The problem with the line of its entry, where the entry is a key and the line can be found."""
    name, word = problem.entry.partition(",")[0], problem.word
    if not problem.file or not _PLAIN_KEY.fullmatch(name.removeprefix("rung ")):
        return problem
    try:
        lines = (folder / problem.file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return problem
    starts = [number for number, line in enumerate(lines) if _begins(line, name, problem.file)]
    if not starts:
        return problem
    starts = [_term(lines, start, problem.entry) for start in starts]
    number = _within(lines, starts, problem.file, word)
    return replace(problem, entry=f"line {number + 1} ({problem.entry})")


def _begins(line: str, name: str, file: str) -> bool:
    bare = line.strip()
    if file.endswith(".csv"):
        return bare.startswith((f"{name},", f'"{name}",'))
    if file.endswith(".geojson"):
        return re.search(rf'"key"\s{{0,40}}:\s{{0,40}}"{re.escape(name)}"', line) is not None
    if name.startswith("rung "):
        return re.fullmatch(rf"rung\s{{0,40}}=\s{{0,40}}{re.escape(name[5:])}(\D.*)?", bare) is not None
    return re.match(rf"key\s{{0,40}}=\s{{0,40}}[\"']{re.escape(name)}[\"']", bare) is not None


def _term(lines: Sequence[str], start: int, entry: str) -> int:
    """The line of the term that an entry such as "pier-accord, term 2" names, `start` where it names none."""
    wanted = re.search(r", term (\d{1,4})$", entry)
    terms = [number for number in range(start, len(lines)) if lines[number].strip() == "[[agreement.term]]"]
    number = int(wanted[1]) if wanted else 0
    return terms[number - 1] if 0 < number <= len(terms) else start


def _within(lines: Sequence[str], starts: Sequence[int], file: str, word: str) -> int:
    """The line with the wrong word in one of the entries that begin there, the first entry's own line otherwise."""
    stands = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])") if word else None
    for start in starts if stands else ():
        for number in range(start, len(lines)):
            if number > start and (not file.endswith(".toml") or lines[number].strip().startswith("key ")):
                break
            if stands and stands.search(lines[number]):
                return number
    return starts[0]


def _toml_lines(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.match(line):
            table = _opened(header["name"], counts, many=header["open"] == "[[")
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{key['key']}".lstrip("."), number)
    return found


def _opened(name: str, counts: dict[str, int], *, many: bool) -> str:
    """The path of a table whose header has just been read: the nth of its name within the last of the one above it."""
    path, parts = "", name.split(".")
    for at, part in enumerate(parts):
        path = f"{path}.{part}".lstrip(".")
        if at == len(parts) - 1 and many:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path

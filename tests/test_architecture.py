"""Who may import whom, and what the package shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import communique

ROOT = Path(__file__).parent.parent


def test_nobody_imports_whom_they_may_not() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_public_names_are_these() -> None:
    assert sorted(communique.__all__) == [
        "CommuniqueError",
        "Findings",
        "Reading",
        "Report",
        "Span",
        "Unread",
        "read",
        "read_all",
    ]


def test_importing_the_package_loads_no_model() -> None:
    code = "import sys, communique; print(sorted({'spacy', 'onnxruntime', 'trafilatura', 'torch'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

"""The models' files, opened the same way everywhere: one core, no hub, nothing cut or padded unasked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnxruntime
from tokenizers import Tokenizer

ERRORS_ONLY = 3


def session_of(path: Path, *, threads: int = 1) -> Any:
    """The onnxruntime session of a model file, on the processor alone."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def tokenizer_of(path: Path) -> Any:
    """The tokenizer of a tokenizer.json, which gives every text its own pieces and all of them."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer

"""A trained model to its folder: int8 ONNX encoder with label scores, heads of the qualities, tokenizer, settings."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from train.attribution.eight_bits import compute_in_eight
from train.attribution.export import bare_tokenizer, write
from train.truce.loop import Plan
from train.truce.model import Reader
from train.truce.texts import QUALITIES

SHY = 0.7
"""Taken from the score of leaving a word unmarked; chosen on texts held out of the training."""
WINDOW = 96
"""Pieces read at once: what stands near a claim, as most texts of the training are as short."""


def export(reader: Reader, plan: Plan, files: Sequence[Path], out: Path, *, int8: bool = True) -> None:
    """Writes the model folder; without int8 the encoder keeps full precision under the same name."""
    out.mkdir(parents=True, exist_ok=True)
    reader.eval()
    compute_in_eight(reader, False)  # the exported graph rounds by itself
    write(reader, out / "model.int8.onnx", int8=int8)
    heads = {}
    for number, head in enumerate(reader.qualities):
        heads[f"{number}.weights"] = head.weight.detach().numpy().astype(np.float16)
        heads[f"{number}.bias"] = head.bias.detach().numpy().astype(np.float16)
    np.savez(out / "heads.npz", **heads)
    (out / "tokenizer.json").write_bytes(bare_tokenizer())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    settings = {
        "version": "3",
        "window": WINDOW,
        "shy": SHY,
        "qualities": [{"role": q.role, "name": q.name, "values": q.values} for q in QUALITIES],
        "corpus": digest,
        "seed": plan.seed,
        "epochs": plan.epochs,
    }
    (out / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")

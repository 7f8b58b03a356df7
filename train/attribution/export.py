"""Checkpoints to the model folder: int8 ONNX encoder, links, tokenizer and settings."""

# mypy: allow-subclassing-any

import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from communique.language.attribution.labels import BEGINS, INSIDES, LABELS, OPENINGS, ROLES, STATES
from communique.language.attribution.linking import PARTS
from communique.language.pieces import Window, lines, windows
from train.attribution.corpus import load, passages
from train.attribution.encoder import vocabulary
from train.attribution.evening import even_out
from train.attribution.model import Reader
from train.attribution.narrowing import narrow
from train.attribution.pointers import Pointer

THRESHOLDS = (0.4, 0.55, 0.55)
"""Unless they are tuned again; see `train.attribution.tune`."""
ADOPTED = 0.15
WINDOW, LINE = 256, 128
ONE_IN = 40
"""Of the corpus' articles that are read to see how great a layer's inputs are."""


class Scores(nn.Module):
    """The part of the model that runs in ONNX."""

    def __init__(self, reader: nn.Module) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores and states of every piece."""
        scores: tuple[Tensor, Tensor] = self.reader(ids, types)
        return scores


def export(checkpoints: Sequence[Path], corpus: Path, out: Path, *, int8: bool = True) -> None:
    """Writes the model folder; without int8 the encoder keeps full precision under the same name.

    Of several checkpoints of one line of training the averaged weights are taken in equal parts: the mean of points of
    one descent does better than each (model soups, Wortsman et al. 2022).
    """
    held = [torch.load(path, map_location="cpu", weights_only=True) for path in checkpoints]
    reader = Reader()
    reader.load_state_dict({k: sum(h["average"][k] for h in held) / len(held) for k in held[0]["average"]})
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    seen = _some_windows(corpus)
    reader.encoder.alone = True  # as the tagger reads them
    narrow(reader, seen)
    np.savez(out / "links.npz", **_links(reader))
    np.savez(out / "cuts.npz", **cuts(reader))
    if int8:
        even_out(reader.encoder, seen)
    write(reader, out / "model.int8.onnx", int8=int8)
    (out / "tokenizer.json").write_bytes(bare_tokenizer())
    settings = _settings(held[0], corpus)
    (out / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    sys.stderr.write(f"wrote {out}: {sum(p.stat().st_size for p in out.iterdir()) / 1e6:.1f} MB\n")


def _some_windows(corpus: Path) -> list[Window]:
    tokenizer = Tokenizer.from_str(bare_tokenizer().decode())
    texts = [article.text for article in load(corpus)[::ONE_IN]]
    return [w for text in texts for w in windows(lines(tokenizer, text, passages(text)), WINDOW, longest=LINE)]


def write(reader: nn.Module, path: Path, *, int8: bool) -> None:
    """Writes a model from ids and types to emissions and states as ONNX, in eight bits or in full precision."""
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        _trace(reader, full)
        _shrink(full, path, int8)


def _trace(reader: nn.Module, path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 32))
    varying = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        Scores(reader).eval(),
        (ids, torch.zeros_like(ids)),
        str(path),
        input_names=["ids", "types"],
        output_names=["emissions", "states"],
        dynamic_axes=dict.fromkeys(("ids", "types", "emissions", "states"), varying),
        opset_version=17,
        dynamo=False,
    )


def _shrink(full: Path, out: Path, int8: bool) -> None:
    if not int8:
        onnx.save(onnx.load(full), out)
        return
    emit = [node.name for node in onnx.load(full).graph.node if "emit" in node.name]
    quantize_dynamic(full, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_exclude=emit)


def _links(reader: Reader) -> dict[str, Any]:
    arrays: dict[str, Any] = {}
    for number, pointer in enumerate(reader.pointers.pointers):
        for part, value in zip(PARTS, _parts(pointer), strict=True):
            arrays[f"{number}.{part}"] = value.detach().numpy().astype(np.float16)
    return arrays


def cuts(reader: Reader) -> dict[str, Any]:
    """The arrays of `communique.language.attribution.segments.Cuts` by name, the large one in half precision."""
    segments, (steps, first, last) = reader.cut.segments, reader.chain.scores()
    paired = (segments.starts, segments.ends, segments.asks, segments.stop)
    starts, ends, asks, stop = (_halves(layer) for layer in paired)
    holds = (segments.holds.weight.T, segments.holds.bias)
    # The order of PARTS, then the two scores of an end; a bias is added once.
    columns = (*starts, *ends, *asks, holds, *stop)
    begins, insides, states = list(BEGINS), list(INSIDES), list(STATES)
    arrays = {
        "projection": torch.cat([weight for weight, _ in columns], 1),
        "shift": torch.cat([bias for _, bias in columns]),
        "outside": segments.edge,
        "length": segments.length,
        "going": steps[insides, insides],
        "opened": steps[begins, insides] - steps[insides, insides],
        "moves": steps[states][:, list(OPENINGS)],
        "opens": first[list(OPENINGS)],
        "closes": last[states],
    }
    exact = {name: value.detach().numpy() for name, value in arrays.items()}
    return {**exact, "projection": exact["projection"].astype(np.float16)}


def _halves(layer: nn.Linear) -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
    """The weights for the first and for the second of two states side by side, and the bias with the second."""
    first, second = layer.weight.T.chunk(2)
    return (first, torch.zeros_like(layer.bias)), (second, layer.bias)


def _parts(pointer: Any) -> tuple[Tensor, ...]:
    own: Pointer = pointer
    linear = (own.asks, own.answers, own.nowhere)
    return (*(p for layer in linear for p in (layer.weight, layer.bias)), own.distance, own.line, own.rank)


def bare_tokenizer() -> bytes:
    """The encoder's tokenizer without its stored padding and truncation, on one line."""
    given = json.loads(vocabulary())
    given["padding"] = given["truncation"] = None
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _settings(held: dict[str, Any], corpus: Path) -> dict[str, Any]:
    return {
        "version": "3",
        "labels": LABELS,
        "window": WINDOW,
        "line": LINE,
        "thresholds": dict(zip(ROLES, THRESHOLDS, strict=True)),
        "adopted": ADOPTED,
        "corpus": hashlib.sha256(corpus.read_bytes()).hexdigest(),
        "seed": held["plan"]["seed"],
        "epochs": held["epoch"],
        "plan": held["plan"],
    }

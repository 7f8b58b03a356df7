"""`python -m train.events.encoder OUT`: the published sentence encoder as an int8 ONNX file, once."""

# mypy: allow-subclassing-any

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from train.attribution.encoder import Encoder, vocabulary


class Plain(nn.Module):
    """The encoder with one token type."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(1, dropout=0.0, hidden=0.0)
        self.encoder.start_from_wheel()

    def forward(self, ids: Tensor) -> Tensor:
        """States of every piece."""
        states: Tensor = self.encoder(ids, torch.zeros_like(ids))
        return states


def export(out: Path) -> None:
    """Writes `encoder.int8.onnx` and `tokenizer.json`."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        full = str(Path(folder) / "full.onnx")
        torch.onnx.export(
            Plain().eval(),
            (torch.randint(1000, 2000, (2, 32)),),
            full,
            input_names=["ids"],
            output_names=["states"],
            dynamic_axes={name: {0: "texts", 1: "pieces"} for name in ("ids", "states")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full, str(out / "encoder.int8.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    (out / "tokenizer.json").write_bytes(vocabulary())


if __name__ == "__main__":
    export(Path(sys.argv[1]))

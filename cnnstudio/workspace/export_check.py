"""What every export shares: the images it is compared on, the program's own answers, and the certificate."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio import storage
from cnnstudio.data.file_kinds import IMAGE_ENDINGS
from cnnstudio.export.training_code.parity import Parity, readable
from cnnstudio.runs.record import current_versions, utc_now

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.runs.store import RunFolder
    from cnnstudio.torch_network.builder import GraphNetwork


def write_weights(path: Path, tensors: "Mapping[str, Tensor]") -> None:
    """Write a safetensors file, whole or not at all."""
    from cnnstudio.runs.tensor_file import write_tensors

    with storage.atomic_file(path) as file:
        write_tensors(file, dict(tensors))


def validation_images(run: "RunFolder", count: int) -> list[Path]:
    """Return so many files of the validation split, evenly out of all of them but HEIC, which exports do not read."""
    images = run.load_images()
    if images is None:
        return []
    chosen = [name for name, split in zip(images.relative, images.split, strict=True)
              if split == "validation" and IMAGE_ENDINGS.get(Path(name).suffix.lower()) != "HEIF"]
    wanted = min(count, len(chosen))
    return [Path(run.record.folder) / chosen[number * len(chosen) // wanted] for number in range(wanted)]


def own_logits(run: "RunFolder", module: "GraphNetwork", paths: Sequence[Path]) -> list[list[float]]:
    """Return what the program itself answers on the files (N, K)."""
    import torch

    from cnnstudio.data.loading import load
    from cnnstudio.data.normalization import normalize

    record = run.record
    mean, std = np.array(record.mean), np.array(record.std)

    def answer(path: Path) -> list[float]:
        pixels = load(path, record.preprocess).input_pixels[None]
        values: list[float] = module(normalize(pixels, mean, std))[0].double().tolist()
        return values

    with torch.no_grad():
        return [answer(path) for path in paths]


def write_certificate(parity: Parity, title: str, files: Sequence[Path]) -> tuple[Parity, Path]:
    """Write the certificate beside the first of ``files``; return it whole, and the page to read."""
    hashes = {each.name: storage.sha256(each.read_bytes()) for each in files}
    whole = replace(parity, sha256=hashes, versions=current_versions(), date=utc_now())
    page = files[0].with_name(f"{files[0].stem}.certificate.md")
    storage.write_json(page.with_suffix(".json"), whole.to_document())
    storage.write_text(page, readable(whole, title, list(hashes)))
    return whole, page

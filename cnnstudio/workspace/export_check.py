"""What every export shares: the images it is compared on, the program's own answers, and the certificate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio import storage
from cnnstudio.data.file_kinds import IMAGE_ENDINGS
from cnnstudio.export.training_code.parity import Parity, readable
from cnnstudio.runs.record import current_versions, utc_now
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.runs.store import RunFolder
    from cnnstudio.torch_network.builder import GraphNetwork
    from cnnstudio.training.precision import Precision


def write_weights(path: Path, tensors: "Mapping[str, Tensor]") -> None:
    """Write a safetensors file, whole or not at all."""
    from cnnstudio.runs.tensor_file import write_tensors

    with storage.atomic_file(path) as file:
        write_tensors(file, dict(tensors))


@dataclass(frozen=True, slots=True)
class ImagesToCompare:
    """Validation images of a run.

    Attributes
    ----------
    wanted : to be compared, evenly out of all of them
    unread : how many are HEIC, which exports do not read
    """

    wanted: tuple[Path, ...] = ()
    unread: int = 0

    @property
    def there(self) -> list[Path]:
        """Those that are still where they were."""
        return [path for path in self.wanted if path.is_file()]

    def unchecked(self, run: "RunFolder", reason: str) -> Parity:
        """Return the certificate without a comparison: for this reason, or because no image can be compared."""
        if not reason and self.unread and not self.wanted:
            reason = translate("workspace", "all validation images are HEIC, which what is exported does not read.")
        return Parity(missing=len(self.wanted), unread=self.unread, reason=reason or translate(
            "workspace", "none of the validation images is where it was, {folder}.", folder=run.record.folder))


def images_to_compare(run: "RunFolder", count: int) -> ImagesToCompare:
    """Return so many files of the validation split, or fewer where it has no more."""
    images = run.load_images()
    if images is None or not count:
        return ImagesToCompare()
    names = [name for name, split in zip(images.relative, images.split, strict=True) if split == "validation"]
    read = [name for name in names if IMAGE_ENDINGS.get(Path(name).suffix.lower()) != "HEIF"]
    wanted, folder = min(count, len(read)), Path(run.record.folder)
    return ImagesToCompare(tuple(folder / read[number * len(read) // wanted] for number in range(wanted)),
                           len(names) - len(read))


def own_logits(run: "RunFolder", module: "GraphNetwork", paths: Sequence[Path],
               precision: "Precision" = "float32") -> list[list[float]]:
    """Return what the program itself answers on the files (N, K), computing with so many digits."""
    import torch

    from cnnstudio.data.loading import load
    from cnnstudio.data.normalization import normalize
    from cnnstudio.training.precision import computing

    record = run.record
    mean, std = np.array(record.mean), np.array(record.std)

    def answer(path: Path) -> list[float]:
        pixels = load(path, record.preprocess).input_pixels[None]
        values: list[float] = module(normalize(pixels, mean, std))[0].double().tolist()
        return values

    with torch.no_grad(), computing(torch.device("cpu"), precision):
        return [answer(path) for path in paths]


def write_certificate(parity: Parity, title: str, files: Sequence[Path]) -> tuple[Parity, Path]:
    """Write the certificate beside the first of ``files``; return it whole, and the page to read."""
    hashes = {each.name: storage.sha256(each.read_bytes()) for each in files}
    whole = replace(parity, sha256=hashes, versions=current_versions(), date=utc_now())
    page = files[0].with_name(f"{files[0].stem}.certificate.md")
    storage.write_json(page.with_suffix(".json"), whole.to_document())
    storage.write_text(page, readable(whole, title, list(hashes)))
    return whole, page

"""Properties of files planted into one class, and what the audit says, of the files alone and of networks.

Run as a script: ``python -m tests.stories.planted_properties SEEDS FIRST [--networks | --unaware] [CASE ...]``.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cv2
import numpy as np
import torch
from PIL import Image
from torch import nn

from cnnstudio.data.folder.file_properties import file_properties
from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.file_properties import find_file_properties, property_suspicions
from cnnstudio.explain.audit.one_pass import joined, look_once
from cnnstudio.explain.audit.report import Suspicion
from tests.helpers.image_sets import ImageSet, Pixels, image_set, parts
from tests.helpers.planted import audit_case
from tests.helpers.quick_networks import dense_head, small_network

SIZE = 96
INPUT = 64
EACH = 30
"""Images a class that are judged."""

MARKED = 1


@dataclass(frozen=True, slots=True)
class Saved:
    """How a picture becomes a file.

    Attributes
    ----------
    quality : of the JPEG; 0 for PNG
    size : of the longer side in pixels; 0 as it is
    change : of the pixels
    wider : factor by which the picture is stretched
    mode : what the pixels are turned into, as Pillow names it; empty as they are
    options : further ones of Pillow's
    """

    quality: int = 90
    size: int = 0
    change: Callable[[Pixels], Pixels] | None = None
    wider: float = 1.0
    mode: str = ""
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def write(self, picture: Pixels, path: Path) -> Path:
        """Save a picture; return the file with its ending."""
        image = Image.fromarray((self.change(picture) if self.change else picture).squeeze())
        if self.size:
            image = image.resize((self.size, self.size), Image.Resampling.LANCZOS)
        if self.wider != 1:
            image = image.resize((round(image.width * self.wider), image.height), Image.Resampling.LANCZOS)
        image = image.convert(self.mode) if self.mode else image
        named = path.with_suffix(".jpg" if self.quality else ".png")
        image.save(named, **({"quality": self.quality} if self.quality else {}), **self.options)
        return named


def _blurred(sigma: float) -> Callable[[Pixels], Pixels]:
    return lambda picture: cv2.GaussianBlur(picture, (0, 0), sigma)


def _grey(picture: Pixels) -> Pixels:
    return np.repeat(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)


def _linear(factor: float, plus: float = 0.0) -> Callable[[Pixels], Pixels]:
    return lambda picture: np.asarray(np.clip(picture * factor + plus, 0, 255), np.uint8)


def _tinted(*factors: float) -> Callable[[Pixels], Pixels]:
    return lambda picture: np.asarray(np.clip(picture * np.array(factors), 0, 255), np.uint8)


def _noisy(deviation: float) -> Callable[[Pixels], Pixels]:
    chance = np.random.default_rng(53)
    return lambda picture: np.asarray(np.clip(picture + chance.normal(0, deviation, picture.shape), 0, 255), np.uint8)


def _enlarged(factor: int) -> Callable[[Pixels], Pixels]:
    def changed(picture: Pixels) -> Pixels:
        small = cv2.resize(picture, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
        return np.asarray(cv2.resize(small, picture.shape[1::-1], interpolation=cv2.INTER_CUBIC), np.uint8)

    return changed


def _exif(tag: int, text: str) -> bytes:
    block = Image.Exif()
    block[tag] = text
    return block.tobytes()


PLANTS: Mapping[str, Saved] = {
    "JPEG quality 30 beside 90": Saved(quality=30),
    "JPEG quality 60 beside 90": Saved(quality=60),
    "JPEG quality 75 beside 90": Saved(quality=75),
    "JPEG quality 85 beside 90": Saved(quality=85),
    "colours not subsampled": Saved(options={"subsampling": 0}),
    "PNG beside JPEG": Saved(quality=0),
    "PNG with a palette beside PNG": Saved(quality=0, mode="P"),
    "camera named in the EXIF block": Saved(options={"exif": _exif(0x0110, "Pinhole 3")}),
    "program named in the EXIF block": Saved(options={"exif": _exif(0x0131, "Paint 2")}),
    "a tenth wider": Saved(wider=1.1),
    "half the size": Saved(size=SIZE // 2),
    "enlarged from half the size": Saved(change=_enlarged(2)),
    "grey": Saved(change=_grey),
    "blurred by 2 pixels": Saved(change=_blurred(2.0)),
    "blurred by 1 pixel": Saved(change=_blurred(1.0)),
    "blurred by 0.7 pixels": Saved(change=_blurred(0.7)),
    "noise, deviation 5": Saved(change=_noisy(5)),
    "noise, deviation 12": Saved(change=_noisy(12)),
    "half as bright": Saved(change=_linear(0.5)),
    "a quarter darker": Saved(change=_linear(0.75)),
    "a tenth darker": Saved(change=_linear(0.9)),
    "a third brighter": Saved(change=_linear(1.33)),
    "half the contrast": Saved(change=_linear(0.5, 64)),
    "three quarters of the contrast": Saved(change=_linear(0.75, 32)),
    "half more contrast": Saved(change=_linear(1.5, -64)),
    "a warm cast, blue 0.8": Saved(change=_tinted(1.1, 1.0, 0.8)),
    "a warm cast, blue 0.9": Saved(change=_tinted(1.05, 1.0, 0.9)),
}
"""What one class's files are like; the others are JPEGs of quality 90 (PNG files where a palette is planted)."""

CLEAN = ("boxed", "digits", "photos", "shapes", "crops")


def files_of(folder: Path, name: str, plant: Saved | None, seed: int, share: float = 1.0) -> AuditCase:
    """Return files of which one class's are planted, as the case of a network that knows nothing.

    Parameters
    ----------
    folder : where the files are written
    share : of the class's images
    """
    chance = np.random.default_rng([51, seed])
    judged = parts(image_set(name, SIZE), seed, train=0.0, limit=EACH)[1]
    judged, files = _through_files(folder / "judged", judged, plant, share, chance)
    return replace(audit_case(nn.Identity(), judged, judged), boxes=None, properties=file_properties(as_listed(files)))


def learned(folder: Path, name: str, plant: Saved | None, seed: int, share: float = 1.0) -> AuditCase:
    """Return the same with a network that learned from further files, planted alike."""
    return _with_network(folder, name, (plant, plant), seed, share)


def unaware(folder: Path, name: str, plant: Saved | None, seed: int, share: float = 1.0) -> AuditCase:
    """Return the same with a network that learned from files without it: it cannot have learned to use it."""
    return _with_network(folder, name, (None, plant), seed, share)


def _with_network(folder: Path, name: str, plants: tuple[Saved | None, Saved | None], seed: int,
                  share: float) -> AuditCase:
    chance = np.random.default_rng([52, seed])
    train, judged = parts(image_set(name, SIZE), seed, limit=2 * EACH)
    train, _ = _through_files(folder / "train", train, plants[0], share, chance)
    judged, files = _through_files(folder / "judged", judged, plants[1], share, chance)
    network = small_network if train.pixels.shape[3] == 1 else dense_head
    return replace(audit_case(network(train, seed), train, judged), boxes=None,
                   properties=file_properties(as_listed(files)))


def _through_files(folder: Path, images: ImageSet, plant: Saved | None, share: float,
                   chance: np.random.Generator) -> tuple[ImageSet, list[Path]]:
    """Save the images and read them as a network's input."""
    folder.mkdir(parents=True)
    has_jpegs = images.pixels.shape[3] == 3 and not (plant is not None and plant.mode)
    plain = Saved() if has_jpegs else Saved(quality=0)
    files = []
    for row, (picture, label) in enumerate(zip(images.pixels, images.labels, strict=True)):
        saved = plant if plant is not None and label == MARKED and chance.random() < share else plain
        files.append(saved.write(picture, folder / f"{row:04d}"))
    size = (INPUT, INPUT) if images.pixels.shape[3] == 3 else images.pixels.shape[2:0:-1]
    mode = "RGB" if images.pixels.shape[3] == 3 else "L"
    pixels = np.array([np.asarray(Image.open(file).convert(mode).resize(size, Image.Resampling.BILINEAR))
                       for file in files])
    return replace(images, pixels=pixels.reshape(*pixels.shape[:3], -1)), files


def as_listed(paths: Sequence[Path]) -> list[ImageFile]:
    """Return files as the list of a folder has them, before they are checked."""
    return [ImageFile(path, path.name, 0, None) for path in paths]


def suspicions(case: AuditCase) -> list[Suspicion]:
    """Return what the audit says of the files; without a network only what the files tell."""
    if isinstance(case.network, nn.Identity):
        return list(property_suspicions(case.properties, case.labels, case.class_names))
    found = joined(look_once(case, np.arange(8), lambda: False))
    return [event for event in find_file_properties(case, found, lambda: False) if isinstance(event, Suspicion)]


def figures(plant: str, seeds: Sequence[int], make: Callable[..., AuditCase] = files_of) -> dict[str, object]:
    """Return in how many audits the planted class was named, and how many other classes were."""
    found = relied = false = 0
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            said = suspicions(make(Path(folder), "boxed", PLANTS[plant], seed))
        mine = [one for one in said if one.class_index == MARKED]
        found, relied = found + bool(mine), relied + any(one.level == "relied on" for one in mine)
        false += len({one.class_index for one in said} - {MARKED})
    return {"plant": plant, "audits": len(seeds), "found": found, "relied": relied, "other_classes": false}


def false_alarms(name: str, seeds: Sequence[int], make: Callable[..., AuditCase] = files_of) -> dict[str, object]:
    """Return how many of a clean set's classes are named."""
    classes = 0
    alarms: list[str] = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            case = make(Path(folder), name, None, seed)
            alarms += [one.headline for one in suspicions(case)]
        classes += len(case.class_names)
    return {"set": name, "audits": len(seeds), "classes": classes, "alarms": len(alarms), "said": alarms[:3]}


def chosen_figures(seeds: Sequence[int], cases: Sequence[str],
                   maker: Callable[..., AuditCase] = files_of) -> Iterator[dict[str, object]]:
    """Yield the figures of plants and of clean sets by their names, all of them unless some are named."""
    for name in cases or (*PLANTS, *CLEAN):
        yield (false_alarms if name in CLEAN else figures)(name, seeds, maker)


if __name__ == "__main__":
    torch.set_num_threads(1)
    names = [name for name in sys.argv[3:] if not name.startswith("--")]
    wanted = range(int(sys.argv[2]), int(sys.argv[2]) + int(sys.argv[1]))
    made = learned if "--networks" in sys.argv else unaware if "--unaware" in sys.argv else files_of
    for result in chosen_figures(wanted, names, made):
        print(json.dumps(result), flush=True)

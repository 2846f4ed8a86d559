"""What is written beside many maps: a table of scores, and a manifest from which each map can be made again."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cnnstudio.data.listing.csv_cells import csv_bytes
from cnnstudio.errors import InputError, StorageError
from cnnstudio.explain.explanation import Explanation
from cnnstudio.explain.hot_box import hot_box
from cnnstudio.explain.map_paint import MapLook, on_image, scale_end
from cnnstudio.storage import dump_json, read_json, write_bytes, write_text
from cnnstudio.wording import translate
from cnnstudio.workspace.explain_wish import ExplainWish
from cnnstudio.workspace.listed_images import ListedImage
from cnnstudio.workspace.loaded_run import LoadedRun

SCORES = "scores.csv"
MANIFEST = "manifest.json"
_COLUMNS = ("image", "label", "predicted", "predicted_probability", "target", "kind", "against", "target_probability",
            "layer", "method", "peak", "weak", "share_in_hot_box", "hot_left", "hot_top", "hot_right", "hot_bottom",
            "evidence", "files")


@dataclass(slots=True)
class MapTable:
    """What is known of the maps so far.

    Attributes
    ----------
    question : what is asked of every image, of which network; two exports with the same one belong together
    entries : one row a map: the columns of `SCORES`, and what is needed to make the map again
    failed : images that could not be read, by name
    done : names of the images whose maps are all written
    finished : how many of the wanted images are done or have failed
    """

    question: Mapping[str, Any] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    finished: int = 0

    def save(self, directory: Path, images: int) -> tuple[Path, Path]:
        """Write both files of ``images`` images that were asked for; return where they are.

        Raises
        ------
        StorageError
            When one cannot be written.
        """
        scores, manifest = directory / SCORES, directory / MANIFEST
        write_bytes(scores, csv_bytes(_COLUMNS, [[row[name] for name in _COLUMNS] for row in self.entries]))
        head = dump_json({
            "schema_version": 2, **self.question, "images": images, "images_done": self.finished,
            "complete": self.finished == images, "maps": len(self.entries),
            "failed": [{"image": name, "reason": reason} for name, reason in self.failed.items()]})
        rows = ",\n  ".join(json.dumps(row, ensure_ascii=False, allow_nan=False) for row in self.entries)
        write_text(manifest, f'{head.rstrip().removesuffix("}").rstrip()},\n "entries": [\n  {rows}\n ]\n}}\n')
        return scores, manifest


def question_of(run: LoadedRun, wish: ExplainWish, layers: Sequence[str], kinds: Sequence[str],
                look: MapLook) -> dict[str, Any]:
    """Return what is asked of every image and of which network, as strict JSON values."""
    return network_facts(run) | {
        "classes": list(wish.classes), "kind": wish.kind, "against": wish.against, "layers": list(layers),
        "methods": list(wish.methods), "settings": asdict(wish.settings), "files": list(kinds), **painting(look)}


def network_facts(run: LoadedRun) -> dict[str, Any]:
    """Return what tells the network and how images are prepared for it."""
    from cnnstudio.explain.explained import versions

    known = run.explainer.known()
    epoch = {} if run.epoch is None else {"epoch": run.epoch}
    return {
        "run": str(run.path), **epoch, "run_name": run.record.name, "network": run.record.network_name,
        "weights_sha256": known.weights_sha256, "class_names": list(known.class_names),
        "preprocess": run.record.preprocess.model_dump(mode="json"), "mean": list(known.mean), "std": list(known.std),
        "versions": dict(versions())}


def painting(look: MapLook) -> dict[str, Any]:
    """Return how pictures are painted, in words where a number says too little."""
    scale = "per image: the last colour is the peak of each entry" if look.limit is None else (
        f"fixed: the last colour is {look.limit:.6g} in units of the raw map")
    return {"scale": scale, **asdict(look)}


def image_facts(image: ListedImage) -> dict[str, Any]:
    """Return what tells the image: its place and the hash of the file, or of the pixels where it has none."""
    if image.pixels is not None:
        return {"path": None, "image_sha256": hashlib.sha256(image.pixels.tobytes()).hexdigest()}
    with suppress(OSError), image.path.open("rb") as file:
        return {"path": str(image.path.absolute()), "image_sha256": hashlib.file_digest(file, "sha256").hexdigest()}
    return {"path": str(image.path.absolute()), "image_sha256": ""}


def entry(image: ListedImage, facts: Mapping[str, Any], found: Explanation, look: MapLook, stem: str) -> dict[str, Any]:
    """Return the row of one map."""
    p, box, shown = found.provenance, hot_box(found), on_image(found, look)
    corners = (None,) * 5 if box is None else (
        round(box.share, 4), *(round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom)))
    return {
        "image": image.name, "label": image.label, "predicted": found.class_names[found.predicted],
        "predicted_probability": _probability(found, found.predicted), "target": p.target_name,
        "kind": p.target_kind, "against": p.against_name, "target_probability": _probability(found, found.target),
        "layer": p.layer, "method": p.method, "peak": f"{on_image(found, MapLook()).peak:.6g}",
        "weak": int(found.heatmap.weak),
        **dict(zip(_COLUMNS[12:17], corners, strict=True)), "evidence": found.evidence, "files": stem, **facts,
        "target_index": p.target, "against_index": p.against, "layer_call": p.layer_call,
        "method_settings": dict(p.settings), "scale_end": scale_end(shown, look)}


def _probability(found: Explanation, index: int) -> float:
    return round(float(found.probabilities[index]), 6)


def unfinished(directory: Path, question: Mapping[str, Any], images: Sequence[ListedImage]) -> MapTable:
    """Return what an export into ``directory`` has done already; nothing when there is no such folder yet.

    Raises
    ------
    StorageError
        When the folder holds something else, or an export that is finished or asked something else.
    """
    table = MapTable(question)
    if not directory.is_dir() or not any(directory.iterdir()):
        return table
    manifest = _manifest_in(directory)
    if manifest is None:
        raise StorageError(translate(
            "workspace", "{directory} holds other files already. Choose a folder that is new or empty.",
            directory=directory))
    if manifest.get("complete") is True:
        raise StorageError(translate(
            "workspace", "{directory} holds a finished export already, which is kept. Choose another folder.",
            directory=directory))
    if any(manifest.get(name) != value for name, value in question.items()):
        raise StorageError(translate(
            "workspace", "{directory} holds an unfinished export of another question or network. Choose another "
            "folder, or ask the same again to go on with it.", directory=directory))
    return _read(table, manifest, {image.name for image in images}, directory)


def _manifest_in(directory: Path) -> dict[str, Any] | None:
    if not (directory / MANIFEST).is_file():
        return None
    value = read_json(directory / MANIFEST)
    return value if isinstance(value, dict) and isinstance(value.get("entries"), list) else None


def _read(table: MapTable, manifest: Mapping[str, Any], wanted: set[str], directory: Path) -> MapTable:
    """Take over the rows whose image is still wanted."""
    names = {*_COLUMNS, "image_sha256"}
    for row in manifest["entries"]:
        if not isinstance(row, dict) or not names <= row.keys():
            raise InputError(translate(
                "workspace", "{directory} was changed by hand and cannot be gone on with. Choose another folder.",
                directory=directory / MANIFEST))
        if row["image"] in wanted:
            table.entries.append(row)
            table.done.add(row["image"])
    return table

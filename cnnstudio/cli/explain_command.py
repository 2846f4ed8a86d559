"""``cnnstudio explain``: heatmaps of where a run looks."""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cnnstudio.cli.context import Context
from cnnstudio.cli.explain_arguments import add_arguments, check_usage, plan_of, wish_of
from cnnstudio.cli.explain_epochs import explain_epochs
from cnnstudio.cli.output import percent
from cnnstudio.cli.run_argument import find_run, run_path
from cnnstudio.errors import StorageError
from cnnstudio.explain.explanation import Explanation
from cnnstudio.explain.map_paint import MapLook, on_image
from cnnstudio.network.document import from_document
from cnnstudio.storage import write_text
from cnnstudio.wording import translate
from cnnstudio.workspace.explain_images_job import (
    ExplainImagesJob,
    FilePlan,
    ImageNotExplained,
    ImagesExplained,
    MapWritten,
)
from cnnstudio.workspace.explain_wish import ExplainWish
from cnnstudio.workspace.explanation_files import ExplanationFiles
from cnnstudio.workspace.explanation_job import AUTO, ExplanationReady, layer_id
from cnnstudio.workspace.listed_images import ListedImage, listed_images
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.training_job import check_writable

__all__ = ["add_arguments", "file_fields", "print_event", "refuse_inside", "run"]

_SHOWN_CLASSES = 5
_DOCUMENTS = {"json": "document"}
"""Kinds of files that an event calls by another name."""


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Explain each image; one that is damaged does not stop the others, but the status is 1."""
    check_usage(arguments)
    wish, plan = wish_of(arguments), plan_of(arguments)
    run_folder = find_run(arguments.run, arguments.runs)
    wish.targets(run_folder.record.class_names)
    _check_layers(wish, run_folder.record.graph)
    if arguments.epochs:
        return explain_epochs(run_path(arguments.run, arguments.runs), arguments, wish, context)
    refuse_inside(arguments.out, Path(run_folder.record.folder))
    images = _images(arguments, context)
    check_writable(arguments.out)
    path = run_path(arguments.run, arguments.runs)
    printer = _Printer(context, path, plan, arguments.python)
    for event in context.events(ExplainImagesJob(path, images, wish, plan, epoch=arguments.epoch)):
        printer.show(event)
    return 1 if printer.failed else 0


def _images(arguments: argparse.Namespace, context: Context) -> Sequence[ListedImage]:
    if arguments.folder is None:
        names = Counter(path.name for path in arguments.images)
        return [ListedImage(path, path.name if names[path.name] == 1 else str(path)) for path in arguments.images]
    listed = listed_images(arguments.folder, context.interruption.wanted)
    folders = {arguments.folder} if arguments.folder.is_dir() else {
        image.path.parent for image in listed if image.path.is_file()}
    for folder in folders:
        refuse_inside(arguments.out, folder.absolute())
    return listed


def _check_layers(wish: ExplainWish, document: Mapping[str, Any]) -> None:
    """Refuse an unknown layer before anything else is done; one call of a layer is known only later."""
    graph = from_document(document)
    for name in wish.layers:
        if name != AUTO and "@" not in name and ".stages." not in name:
            layer_id(name, graph)


class _Printer:
    """Prints what the job does, and writes the script of the first map.

    Attributes
    ----------
    failed : how many images could not be explained
    """

    def __init__(self, context: Context, run: Path, plan: FilePlan, script: Path | None) -> None:
        self.failed = 0
        self._context, self._run, self._plan, self._script = context, run, plan, script
        self._image: Path | None = None

    def show(self, event: object) -> None:
        """Print one event."""
        match event:
            case MapWritten():
                _print_map(event, self._context, with_image=event.image.path != self._image)
                self._image = event.image.path
                self._write_script(event)
            case ImageNotExplained():
                self.failed += 1
                self._context.output.error(event.reason)
            case ImagesExplained() if self._plan.tables:
                _print_end(event, self._context)

    def _write_script(self, written: MapWritten) -> None:
        if self._script is None:
            return
        from cnnstudio.workspace.explanation_script import explanation_script

        path, self._script = self._script, None
        with loaded_run(self._run) as run:
            write_text(path, explanation_script(run, written.explanation, written.image.path))
        self._context.output.event("script", path=path.absolute())
        self._context.output.text(translate("cli", "  {path}: the same map with PyTorch alone", path=path))


def _print_map(written: MapWritten, context: Context, *, with_image: bool) -> None:
    files = {_DOCUMENTS.get(kind, kind): path.absolute() for kind, path in written.files.items()}
    context.output.event("explanation", **_fields(written.image.path, written.explanation, files))
    explanation = written.explanation
    if with_image:
        probabilities = _probabilities(explanation)
        best = sorted(probabilities.items(), key=lambda item: -item[1])[:_SHOWN_CLASSES]
        context.output.text(f"{written.image.path}: {', '.join(f'{name} {percent(share)}' for name, share in best)}")
    where = translate("cli", " at {layer}", layer=explanation.layer) if explanation.layer else ""
    context.output.text(f"  {explanation.target_name}{where}, {explanation.method}: {explanation.evidence}")
    for path in list(written.files.values())[:1]:
        context.output.text(f"  {path}")


def _print_end(end: ImagesExplained, context: Context) -> None:
    context.output.event("explained", images=end.images, failed=end.failed, maps=end.maps, scores=end.scores,
                         manifest=end.manifest)
    context.output.text(translate(
        "cli", "{maps:,} maps of {images:,} images; their figures are in {scores}", maps=end.maps, images=end.images,
        scores=end.scores))


def print_event(ready: ExplanationReady, files: ExplanationFiles, context: Context) -> None:
    """Print one explanation as an event."""
    context.output.event("explanation", **_fields(ready.image_path, ready.explanation, file_fields(files)))


def _fields(image: Path | None, explanation: Explanation, files: Mapping[str, Any]) -> dict[str, Any]:
    p = explanation.provenance
    return {
        "image": image, "predicted": explanation.class_names[explanation.predicted],
        "probabilities": _probabilities(explanation), "target": p.target_name, "target_kind": p.target_kind,
        "against": p.against_name, "layer": explanation.layer, "layer_note": explanation.layer_note,
        "method": explanation.method, **files, "peak": on_image(explanation, MapLook()).peak,
        "weak": explanation.heatmap.weak, "evidence": explanation.evidence}


def _probabilities(explanation: Explanation) -> dict[str, float]:
    return dict(zip(explanation.class_names, map(float, explanation.probabilities), strict=True))


def file_fields(files: ExplanationFiles) -> dict[str, Any]:
    """Return the paths as absolute text."""
    return {"overlay": files.overlay.absolute(), "legend": files.legend.absolute(), "raw": files.raw.absolute(),
            "document": files.document.absolute()}


def refuse_inside(out: Path, image_folder: Path) -> None:
    """Keep the user's images as they are: nothing is written among them.

    Raises
    ------
    StorageError
        When ``out`` lies in the image folder.
    """
    if image_folder.is_absolute() and out.absolute().resolve().is_relative_to(image_folder.resolve()):
        raise StorageError(translate(
            "cli", "{out} lies inside the image folder {image_folder}, which is never changed. Give another folder "
            "with --out.", out=out, image_folder=image_folder))

"""Writes a trained network to predict with, as PyTorch or ONNX, and proves in a clean process that it answers alike."""

import importlib.util
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cnnstudio import storage
from cnnstudio.errors import CNNStudioError, JobCancelledError, MissingLibraryError, RunError
from cnnstudio.export.code_check import ExportError
from cnnstudio.export.image_loading import pixel_loading
from cnnstudio.export.onnx_file import onnx_file, why_no_onnx
from cnnstudio.export.pytorch_predictor import pytorch_predictor
from cnnstudio.export.pytorch_source import weight_names
from cnnstudio.export.training_code.parity import Parity, compared
from cnnstudio.network.document import from_document
from cnnstudio.wording import translate
from cnnstudio.workspace.clean_process import answers_of, why_not_here
from cnnstudio.workspace.export_check import (
    ImagesToCompare,
    images_to_compare,
    own_logits,
    write_certificate,
    write_weights,
)
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.training_code_job import CodeExported

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.torch_network.builder import GraphNetwork

NetworkFormat = Literal["pytorch", "onnx"]
_STEPS = 4
_ENDINGS = {"pytorch": ".py", "onnx": ".onnx"}

_RUN_PYTORCH = '''\
from pathlib import Path
names = {"__name__": "checked", "__file__": wish["file"]}
exec(compile(Path(wish["file"]).read_bytes(), wish["file"], "exec"), names)
network = names["load_network"]()
found = [names["scores"](network, path)[0] for path in wish["images"]]
'''
_RUN_ONNX = '''\
import numpy as np
import onnxruntime
names = {"__name__": "checked"}
exec(compile(wish["code"], "loading.py", "exec"), names)
session = onnxruntime.InferenceSession(wish["file"], providers=["CPUExecutionProvider"])
found = []
for first in range(0, len(wish["images"]), 8):
    pixels = np.stack([names["load_pixels"](path) for path in wish["images"][first:first + 8]])
    found += session.run(["logits"], {"image": pixels})[0].tolist()
'''


@dataclass(frozen=True, slots=True)
class NetworkExportJob:
    """Writes the network with its best weights, and its certificate.

    Attributes
    ----------
    run_path : the run's folder
    path : of the file; PyTorch may also be given a folder, for ``network.py``, and puts the weights beside the file
    images : validation images to compare at most; 0 leaves it unchecked
    """

    run_path: Path
    format: NetworkFormat
    path: Path
    images: int = 50

    @property
    def title(self) -> str:
        """For the status line."""
        return translate("workspace", "Exporting {name}", name=self.run_path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Yield `Progress` and at last `CodeExported`.

        Raises
        ------
        RunError, StorageError, NetworkError, ExportError
            When the run cannot be read or written down, or the place cannot be written to.
        MissingLibraryError
            When what writes the format is not installed.
        JobCancelledError
            When asked to stop; nothing is left behind.
        """
        from cnnstudio.runs.store import RunFolder

        yield self._progress(0, translate("workspace", "reading the run"))
        if self.format == "onnx" and (why := why_no_onnx()):
            raise MissingLibraryError(why)
        run = RunFolder.load(self.run_path)
        if not run.record.best_epoch:
            raise RunError(translate("workspace", "The run {name} has no trained weights: it ended before its first "
                                     "epoch did. Train once more.", name=run.path.name))
        module = run.load_module("best")
        with tempfile.TemporaryDirectory() as place:
            yield self._progress(1, translate("workspace", "writing the network"))
            files = self._made(run, module, Path(place) / self._target.name)
            _look(should_stop)
            yield self._progress(2, translate("workspace", "running the export on validation images"))
            parity = self._checked(run, module, files[0], should_stop)
            yield self._progress(3, translate("workspace", "writing"))
            if parity.verdict == "not equal":
                files = self._renamed(run, module, files[0])
            yield self._placed(run, files, parity)

    @property
    def _target(self) -> Path:
        """The file; `path` without the ending of its kind is a folder for PyTorch, else it gets the ending."""
        if self.path.suffix.lower() == _ENDINGS[self.format]:
            return self.path
        return self.path / "network.py" if self.format == "pytorch" else Path(f"{self.path}.onnx")

    @staticmethod
    def _progress(done: int, text: str) -> Progress:
        return Progress(done, _STEPS, text)

    def _made(self, run: "RunFolder", module: "GraphNetwork", file: Path) -> tuple[Path, ...]:
        """Write the files as they will be given away, the one to open first."""
        record = run.record
        if self.format == "onnx":
            try:
                data = onnx_file(module, record.preprocess, record.mean, record.std, record.class_names)
            except CNNStudioError:
                raise
            except Exception as error:  # PyTorch's exporter raises many kinds, all of the network's layers
                raise ExportError(translate(
                    "workspace", "PyTorch cannot write this network as ONNX. Export the format PyTorch instead, and "
                    "please report this with the network's file.")) from error
            storage.write_bytes(file, data)
            return (file,)
        graph, state = from_document(record.graph), module.state_dict()
        weights = file.with_suffix(".safetensors")
        write_weights(weights, {name: state[key] for name, key in weight_names(graph, state).items()})
        storage.write_text(file, pytorch_predictor(graph, record.preprocess, record.mean, record.std,
                                                   record.class_names, weights.name))
        return file, weights

    def _renamed(self, run: "RunFolder", module: "GraphNetwork", file: Path) -> tuple[Path, ...]:
        """Name the files as not equal; a PyTorch file names its weights, so it is written anew."""
        path = file.with_stem(f"{file.stem}_NOT_EQUAL")
        return (file.rename(path),) if self.format == "onnx" else self._made(run, module, path)

    def _checked(self, run: "RunFolder", module: "GraphNetwork", file: Path, should_stop: ShouldStop) -> Parity:
        reason = self._why_unchecked()
        images = ImagesToCompare() if reason else images_to_compare(run, self.images)
        there = images.there
        if not there:
            return images.unchecked(run, reason)
        runner = _RUN_ONNX if self.format == "onnx" else _RUN_PYTORCH
        wish = {"file": str(file), "images": list(map(str, there)), "code": _loading(run)}
        found = answers_of(runner, wish, should_stop)
        return compared(found, own_logits(run, module, there), missing=len(images.wanted) - len(there),
                        unread=images.unread)

    def _why_unchecked(self) -> str:
        if reason := why_not_here():
            return reason
        if not self.images:
            return translate("workspace", "no images were asked for.")
        if self.format == "onnx" and importlib.util.find_spec("onnxruntime") is None:
            return translate("workspace", "onnxruntime is not installed. Install it by: pip install onnxruntime")
        return ""

    def _placed(self, run: "RunFolder", files: tuple[Path, ...], parity: Parity) -> CodeExported:
        folder = self._target.parent
        folder.mkdir(parents=True, exist_ok=True)
        placed = tuple(folder / each.name for each in files)
        for source, target in reversed(list(zip(files, placed, strict=True))):
            with source.open("rb") as data, storage.atomic_file(target) as file:
                shutil.copyfileobj(data, file)
        whole, certificate = write_certificate(parity, run.record.name or run.path.name, placed)
        return CodeExported(placed[0], whole, certificate, placed)


def _loading(run: "RunFolder") -> str:
    return pixel_loading(run.record.preprocess)


def _look(should_stop: ShouldStop) -> None:
    if should_stop():
        raise JobCancelledError

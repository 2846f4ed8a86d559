"""Writes a run as a training script or notebook, and proves in a clean process that its network answers alike."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cnnstudio import storage
from cnnstudio.errors import RunError
from cnnstudio.export.pytorch_source import weight_names
from cnnstudio.export.training_code.allowed import check_code
from cnnstudio.export.training_code.notebook import notebook_code, training_notebook
from cnnstudio.export.training_code.parity import Parity, compared
from cnnstudio.export.training_code.script import training_script
from cnnstudio.network.document import from_document
from cnnstudio.wording import translate
from cnnstudio.workspace.clean_process import logits_of, why_not_here
from cnnstudio.workspace.export_check import (
    ImagesToCompare,
    images_to_compare,
    own_logits,
    write_certificate,
    write_weights,
)
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.training_code import TrainingCode, training_code

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.training.precision import Precision

CodeFormat = Literal["script", "notebook"]
_STEPS = 4


@dataclass(frozen=True, slots=True)
class CodeExported:
    """The result: what was written.

    Attributes
    ----------
    path : the script or notebook; ``..._NOT_EQUAL...`` when it is not equal
    parity : how it compares with the program
    certificate : the page to read
    files : all that was written, the script or notebook first
    """

    path: Path
    parity: Parity
    certificate: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class TrainingCodeJob:
    """Writes ``path`` and its certificate, and beside it the first weights where the training did not draw them.

    Attributes
    ----------
    run_path : the run's folder
    path : of the script or notebook
    images : validation images to compare at most; 0 leaves it unchecked
    """

    run_path: Path
    format: CodeFormat
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
        RunError, StorageError, NetworkError
            When the run cannot be read or written down, or the place cannot be written to.
        JobCancelledError
            When asked to stop; nothing is left behind.
        """
        from cnnstudio.runs.store import RunFolder

        yield self._progress(0, translate("workspace", "reading the run"))
        run = RunFolder.load(self.run_path)
        if not run.record.best_epoch:
            raise RunError(translate("workspace", "The run {name} has no trained weights: it ended before its first "
                                     "epoch did. Train once more.", name=run.path.name))
        code = training_code(run, f"{self.path.stem}.start.safetensors")
        text = training_script(code.plan) if self.format == "script" else training_notebook(code.plan)
        definitions = text if self.format == "script" else notebook_code(text, definitions_only=True)
        check_code(text if self.format == "script" else notebook_code(text))
        with tempfile.TemporaryDirectory() as place:
            yield self._progress(1, translate("workspace", "running the code on validation images"))
            parity = self._checked(run, definitions, Path(place), should_stop)
        yield self._progress(3, translate("workspace", "writing"))
        yield self._written(run, code, text, parity)

    @staticmethod
    def _progress(done: int, text: str) -> Progress:
        return Progress(done, _STEPS, text)

    def _checked(self, run: "RunFolder", code: str, place: Path, should_stop: ShouldStop) -> Parity:
        reason = why_not_here() or (translate("workspace", "no images were asked for.") if not self.images else "")
        images = ImagesToCompare() if reason else images_to_compare(run, self.images)
        there = images.there
        if not there:
            return images.unchecked(run, reason)
        module = run.load_module("best")
        state, weights = module.state_dict(), place / "weights.safetensors"
        names = weight_names(from_document(run.record.graph), state)
        write_weights(weights, {name: state[key] for name, key in names.items()})
        found = logits_of(code, self.path, weights, there, should_stop)
        own = own_logits(run, module, there, self._precision(run))
        return compared(found, own, missing=len(images.wanted) - len(there), unread=images.unread)

    @staticmethod
    def _precision(run: "RunFolder") -> "Precision":
        """Return what the code computes with: as the run did."""
        return "bfloat16" if run.record.precision == "bfloat16" else "float32"

    def _written(self, run: "RunFolder", code: TrainingCode, text: str, parity: Parity) -> CodeExported:
        """Write all files, the script under a name that says so when it is not equal."""
        path = self.path
        if parity.verdict == "not equal":
            path = path.with_name(f"{path.stem}_NOT_EQUAL{path.suffix}")
        path.parent.mkdir(parents=True, exist_ok=True)
        storage.write_text(path, text)
        files = [path]
        if code.start:
            files.append(path.with_name(code.plan.start_file))
            write_weights(files[-1], code.start)
        whole, certificate = write_certificate(parity, run.record.name or run.path.name, files)
        return CodeExported(path, whole, certificate, tuple(files))

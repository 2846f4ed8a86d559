"""The whole walk as a user takes it: each step is this program, called as a command in a folder of its own."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cnnstudio.storage import read_bytes
from cnnstudio.wording import translate

FOLDER = "CNN Studio größer 画像"
"""A space, an umlaut and characters outside every Latin alphabet: each path of the walk goes through it."""
EPOCHS = 3
_EXPORTS = {"pytorch": "network.py", "onnx": "network.onnx", "script": "training.py", "notebook": "training.ipynb"}
_OPTIONAL = ("onnxscript", "onnxruntime")
"""What writes ONNX files and runs them: the bundle brings it, an installation by pip may be without."""
_REPORTS = ("report.html", "report.pdf")
_CLASSES = ("0", "1", "2")
_IMAGES_PER_CLASS = 40
_PAGES = 5
_TRIALS = 2
_PATIENCE_S = 600
_LIMIT_BYTES = 100_000_000
_CRASH = re.compile(r"^(Fatal Python error|Windows fatal exception):", re.MULTILINE)
"""How Python's faulthandler begins."""
_RECIPE = ("--network", "small", "--image-size", "16", "--augment", "medium", "--epochs", str(EPOCHS), "--batch-size",
           "8", "--threads", "1", "--device", "cpu", "--precision", "float32", "--seed", "3", "--json")
"""Nothing in it is left to what this machine measures: two trainings have to be the same, bit for bit."""


@dataclass(slots=True)
class Walk:
    """One folder, and what the steps before have left in it.

    Parameters
    ----------
    directory : an empty folder, into which everything is written, the program's own files too
    """

    directory: Path
    images: Path = field(init=False)
    run: Path = field(init=False)

    def call(self, *words: str, **environment: str) -> list[dict[str, Any]]:
        """Call the program with ``words`` and return its JSON events.

        Raises
        ------
        RuntimeError
            When it does not end well; with the last line of what it said, or all of it from a crash on.
        """
        ended = subprocess.run(  # noqa: S603 - this program itself
            [*program(), *words], capture_output=True, encoding="utf-8", errors="replace", check=False,
            timeout=_PATIENCE_S, env=self.environment(**environment), stdin=subprocess.DEVNULL)
        if ended.returncode:
            raise RuntimeError(translate("workspace", "'{command}' ended with status {status}: {text}",
                                         command=words[0], status=ended.returncode, text=_last_words(ended)))
        return [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of this process, with the program's own files in the walk's folder."""
        return {**os.environ, "CNNSTUDIO_HOME": str(self.directory / "home"), "PYTHONIOENCODING": "utf-8", **more}


def program() -> list[str]:
    """Return the words that start this program: the bundle's own program file, else Python with the package."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "cnnstudio"]


def _last_words(ended: "subprocess.CompletedProcess[str]") -> str:
    """Return the line that says why, or where every thread was when the process crashed: nobody can ask it later."""
    crash = _CRASH.search(ended.stderr)
    if crash:
        return ended.stderr[crash.start():].strip()
    lines = (ended.stderr.strip() or ended.stdout.strip()).splitlines()
    return lines[-1] if lines else ""


def _scan(walk: Walk) -> str:
    """Unpack a sample, take some of its classes and scan them."""
    sample = Path(walk.call("samples", "digits", "--json")[0]["path"])
    walk.images = walk.directory / "images"
    for name in _CLASSES:
        (walk.images / name).mkdir(parents=True)
        for file in sorted((sample / name).iterdir())[:_IMAGES_PER_CLASS]:
            (walk.images / name / file.name).write_bytes(read_bytes(file, limit=_LIMIT_BYTES))
    walk.call("scan", str(walk.images), "--json")
    return str(walk.images)


def _train(walk: Walk) -> str:
    """Train without a disturbance."""
    events = walk.call("train", str(walk.images), *_RECIPE, "--runs", str(walk.directory / "undisturbed"))
    walk.run = Path(events[-1]["run"])
    return translate("workspace", "{count} epochs, accuracy {share:.2f}", count=events[-1]["epochs"],
                     share=events[-1]["val_accuracy"])


def _resume(walk: Walk) -> str:
    """Kill the same training after its first epoch, go on with it, and compare every epoch's weights."""
    runs = walk.directory / "killed"
    _kill_after_an_epoch(walk, runs)
    killed = next(runs.iterdir())
    before = len(epoch_weights(killed))
    walk.call("train", "--resume", str(killed), "--json")
    expected, found = epoch_weights(walk.run), epoch_weights(killed)
    if before >= len(expected) or found != expected:
        raise RuntimeError(translate("workspace", "the training that was killed with {before} of {count} saved weights "
                                     "did not end with the same weights", before=before, count=len(expected)))
    return translate("workspace", "killed with {before} of {count} saved weights; all are the same, bit for bit",
                     before=before, count=len(expected))


def _kill_after_an_epoch(walk: Walk, runs: Path) -> None:
    command = [*program(), "train", str(walk.images), *_RECIPE, "--runs", str(runs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",  # noqa: S603
                          env=walk.environment()) as training:
        for line in training.stdout or ():
            if json.loads(line).get("event") == "epoch":
                break
        training.kill()


def epoch_weights(run: Path) -> dict[str, bytes]:
    """Return the files of the weights after each epoch of a run: name, which holds a hash, and content."""
    return {file.name: read_bytes(file, limit=_LIMIT_BYTES) for file in sorted((run / "epochs").iterdir())}


def _explain(walk: Walk) -> str:
    """Make a Grad-CAM of one image."""
    image, folder = next((walk.images / "1").iterdir()), walk.directory / "heatmaps"
    walk.call("explain", str(walk.run), str(image), "--out", str(folder), "--json")
    files = sorted(file.name for file in folder.iterdir())
    if not files:
        raise RuntimeError(translate("workspace", "no heatmap was written"))
    return ", ".join(files)


def _export(walk: Walk) -> str:
    """Write the run in every format there is, each of which answers like it in a clean process."""
    told = []
    for form, name in _EXPORTS.items():
        if form == "onnx" and (absent := _absent()):
            told.append(translate("workspace", "{file} left out: {package} is not installed", file=name,
                                  package=absent))
            continue
        event = walk.call("export", str(walk.run), "--format", form, "--out", str(walk.directory / name), "--json")[-1]
        if event["verdict"] != "equal" or not event["images"]:
            raise RuntimeError(translate("workspace", "{format}: {verdict} on {count} images {reason}", format=form,
                                         verdict=event["verdict"], count=event["images"], reason=event["reason"]))
        told.append(translate("workspace", "{file} equal on {count} images", file=name, count=event["images"]))
    return ", ".join(told)


def _absent() -> str:
    """Return which package that only ONNX needs is not there; in the bundle nothing may be left out."""
    if getattr(sys, "frozen", False):
        return ""
    return next((name for name in _OPTIONAL if importlib.util.find_spec(name) is None), "")


def _sweep(walk: Walk) -> str:
    """Try two learning rates."""
    wish = ("--try", "learning-rate=0.001,0.01", "--method", "bayes", "--trials", str(_TRIALS), "--epochs", "1")
    events = walk.call("sweep", str(walk.images), *_RECIPE, *wish, "--runs", str(walk.directory / "sweep"))
    figures = [f"{event['accuracy']:.2f}" for event in events if event["event"] == "trial_ended"]
    if len(figures) != _TRIALS:
        raise RuntimeError(translate("workspace", "{count} trainings ended well", count=len(figures)))
    return translate("workspace", "accuracies {figures}", figures=", ".join(figures))


def _report(walk: Walk) -> str:
    """Write the run's report as a page and as a PDF."""
    told = []
    for name in _REPORTS:
        file = walk.directory / name
        walk.call("report", str(walk.run), "--out", str(file), "--json")
        told.append(f"{name} {file.stat().st_size // 1000} kB")
    return ", ".join(told)


def _offscreen(walk: Walk) -> str:
    """Open the window without a screen."""
    return _window(walk, "offscreen")


def _screen(walk: Walk) -> str:
    """Open the window on the screen, where there is one."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return translate("workspace", "left out: there is no screen")
    return _window(walk, "")


def _window(walk: Walk, platform: str) -> str:
    """Open the window with a sample, see every page, and look that nothing went wrong on the way."""
    surroundings = {"QT_QPA_PLATFORM": platform} if platform else {}
    log = walk.directory / "home" / "cnnstudio.log"
    log.unlink(missing_ok=True)
    events = walk.call("gui", "--sample", "digits", CNNSTUDIO_PRINT_FIRST_PAINT="pages", **surroundings)
    errors = [line for line in _lines_of(log) if " ERROR " in line or " CRITICAL " in line]
    if errors:
        raise RuntimeError(errors[0])
    pages = [event["name"] for event in events]
    if len(pages) < _PAGES:
        raise RuntimeError(translate("workspace", "the window showed only these pages: {names}",
                                     names=", ".join(pages)))
    return translate("workspace", "painted, {count} pages seen, closed", count=len(pages))


def _lines_of(log: Path) -> list[str]:
    return read_bytes(log, limit=_LIMIT_BYTES).decode("utf-8", "replace").splitlines() if log.is_file() else []


STEPS: Sequence[tuple[str, Callable[[Walk], str]]] = (
    ("scan", _scan), ("train", _train), ("kill and resume", _resume), ("explain", _explain), ("export", _export),
    ("sweep", _sweep), ("report", _report), ("window", _offscreen), ("window on the screen", _screen),
)
"""Title and step; each may need what the ones before it left."""

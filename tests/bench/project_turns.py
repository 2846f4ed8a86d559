"""How long the window's thread is busy with a project of many images.

`python -m tests.bench.project_turns [images]` prints, for the real window drawn offscreen, the longest turn of the
event loop (processor time of that thread) while decisions about half of the images are made, the network edited, the
project saved, left and opened again. Images are small PNG files that are made first; they are waves that all resemble
each other, so that comparing 100,000 of them takes a minute or more before anything is measured.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.inspector_page_speed import BAR_MS, Turns
from tests.bench.made_images import make_images

IMAGES, SIDE_PX = 20_000, 12
_CHECKED_AT_LEAST = 100
"""Images a second, comparing included."""


def project_turns(folder: Path, count: int, target: Path) -> dict[str, float]:
    """Return the longest turn in milliseconds of each thing a user does with a folder of ``count`` images."""
    from PySide6.QtWidgets import QFileDialog

    from cnnstudio.network.edits import SetParameter
    from tests.bench.training_heartbeat import ready_window, wait_until

    application, window = ready_window()
    window.open_folder(folder)
    workspace = window.workspace
    wait_until(application, lambda: workspace.folder is not None and workspace.folder.is_checked,
               patience_s=60 + count / _CHECKED_AT_LEAST)
    QFileDialog.getSaveFileName = staticmethod(lambda *_: (str(target), ""))  # type: ignore[assignment]
    turns, found = Turns(), {}

    def note(name: str, act: Callable[[], object], is_done: Callable[[], bool] = lambda: True) -> None:
        found[name] = turns.of(act, lambda: is_done() and not window.jobs.active(with_quiet=True))

    note("all quiet", lambda: None)
    names = [file.relative for file in workspace.folder.files[::2]]
    note(f"{len(names):,} decisions", lambda: workspace.set_curation(
        workspace.curation.with_change(names, confirmed=True)), lambda: window.projects.is_unsaved)
    node = next(node for node in workspace.graph.nodes.values() if node.kind == "Conv2d")
    note("an edit of the network", lambda: workspace.edit_graph(SetParameter(node.id, "out_channels", 21)))
    note("saved", window.projects.save_as, lambda: not window.projects.is_unsaved)
    note("another edit", lambda: workspace.edit_graph(SetParameter(node.id, "out_channels", 22)))
    note("saved again", window.projects.save, lambda: not window.projects.is_unsaved)
    note("left", window.projects.new)
    note("opened", lambda: window.projects.open(target), lambda: bool(
        workspace.folder is not None and workspace.folder.is_checked and not window.projects.changes.is_held))
    assert len(workspace.curation.decisions) == len(names)
    window.jobs.stop_all(60_000)
    window.close()
    return found


def main(words: list[str]) -> None:
    """Make the images, measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        os.environ["CNNSTUDIO_HOME"] = str(Path(place) / "home")
        count = int(words[0]) if words else IMAGES
        folder = make_images(Path(place) / "pictures", count, SIDE_PX, "png")
        print(f"{count:,} images, longest turn of each (bar {BAR_MS:.0f} ms):")
        for name, value in project_turns(folder, count, Path(place) / "many.cnnstudio").items():
            print(f"  {name:26s} {value:6.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])

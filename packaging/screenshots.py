"""Take the documentation's pictures, or pictures of every page, from the real program with really trained networks.

    python packaging/screenshots.py              writes docs/images/: the README's and those of the tutorials
    python packaging/screenshots.py --language da    docs/images/da/: those of the Danish tutorials
    python packaging/screenshots.py --all DIR    every page at 1280 x 800 and 1920 x 1080, light and dark

Works with and without a screen (QT_QPA_PLATFORM=offscreen). Nothing of the user's is touched: the program gets a
folder of its own for runs and samples.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1280, 800), (1920, 1080))
SCHEMES = ("light", "dark")
PATIENCE_S = 600
LIMIT_BYTES = 148_000
"""Of a picture of the documentation."""

sys.path.insert(0, str(ROOT))
os.environ.setdefault("GOMP_SPINCOUNT", "10000")
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(argv: list[str] | None = None) -> int:
    """Drive the program and keep what it shows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every page, size and scheme into DIR")
    parser.add_argument("--language", default="en", metavar="CODE", help="that the program speaks (en)")
    parser.add_argument("--epochs", type=int, default=25, help="of the training on the photographs (25)")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(CNNSTUDIO_HOME=home, CNNSTUDIO_LANGUAGE=arguments.language)
        studio = Studio(arguments.epochs)
        try:
            if arguments.all:
                studio.every_page(arguments.all)
            else:
                own = "" if arguments.language == "en" else arguments.language
                studio.documentation(ROOT / "docs" / "images" / own)
        finally:
            studio.close()
    return 0


class Studio:
    """The program, driven from outside."""

    def __init__(self, epochs: int) -> None:
        from cnnstudio.ui import app
        from cnnstudio.ui.main_window import MainWindow

        self._epochs = epochs
        self.application = app.create_application()
        self.window = MainWindow()
        self.window.resize(*SIZES[0])
        self.window.show()
        self.window.engine.load()

    def documentation(self, folder: Path) -> None:
        """Write the pictures that the README and the tutorials show."""
        from PySide6.QtWidgets import QTabWidget

        folder.mkdir(parents=True, exist_ok=True)
        self.own_photos(folder)
        self.train()
        self.page("train")
        self.window.page("train").findChild(QTabWidget).setCurrentIndex(1)
        self.settle()
        self.picture(folder / "results-light.png")
        self.hand_in(folder)
        self.readme(folder)
        self.scheme("light")
        self.find_the_cheat(folder)
        self.pretrained(folder)

    def own_photos(self, folder: Path) -> None:
        """Write the page Data with findings, splits and augmented images."""
        from cnnstudio.workspace.augmentations import AUGMENTATIONS

        self.scheme("light")
        self.open("photos")
        self.window.workspace.set_augment(AUGMENTATIONS["medium"])
        self.page("data")
        self.picture(folder / "data-light.png")

    def hand_in(self, folder: Path) -> None:
        """Write the dialog in which several settings are tried."""
        from PySide6.QtWidgets import QDialog

        self.window.try_settings()
        self.settle()
        dialog = self.window.findChild(QDialog, "sweep_dialog")
        self.picture(folder / "sweep-light.png", dialog)
        dialog.reject()

    def pretrained(self, folder: Path) -> None:
        """Write the page Network with a pretrained network."""
        self.open("photos")
        workspace = self.window.workspace
        workspace.set_preprocess(workspace.preprocess.model_copy(update={"height": 224, "width": 224}))
        self.page("network")
        page = self.window.page("network")
        page.commands.use_preset("efficientnet-lite0", fitted=True)
        self.settle()
        page.session.select([next(node.id for node in workspace.graph.nodes.values() if node.kind == "Backbone")])
        page.view.fit()
        self.settle()
        self.picture(folder / "pretrained-light.png")

    def find_the_cheat(self, folder: Path) -> None:
        """Write what the audit says about the sample with a hidden shortcut."""
        self.open("shortcut")
        self.window.tour.leave()
        self.train()
        self.page("look")
        look = self.window.page("look")
        look.body.tabs.show_tab("audit")
        self.settle()
        look.body.tabs.widget("audit").session.start()
        self.wait(lambda: self.window.jobs.is_running("audit"))
        self.wait(lambda: not self.window.jobs.is_running("audit"))
        self.settle()
        self.picture(folder / "audit-light.png")

    def readme(self, folder: Path) -> None:
        """Write the pictures the README shows, of a trained network."""
        self.scheme("light")
        self.page("network")
        self.select_layer()
        self.picture(folder / "network-light.png")
        self.window.page("network").session.select([])  # the page Look inside follows the layer that is chosen
        self.scheme("dark")
        self.page("look")
        self.look()
        self.picture(folder / "look-dark.png")

    def every_page(self, folder: Path) -> None:
        """Write every page before and after a training, in both sizes and schemes."""
        folder.mkdir(parents=True, exist_ok=True)
        self.series(folder, "0-welcome", lambda: self.page("welcome"))
        for name in ("data", "network", "train", "look", "runs"):
            self.series(folder, f"1-empty-{name}", lambda name=name: self.page(name), sizes=SIZES[:1])
        self.open("photos")
        self.series(folder, "2-data", lambda: self.page("data"))
        self.page("train")
        self.series(folder, "3-ready", lambda: self.page("train"))
        self.train()
        self.series(folder, "4-results", lambda: self.page("train"))
        self.page("network")
        self.series(folder, "5-network", self.select_layer)
        self.page("look")
        self.series(folder, "6-look", self.look)
        self.series(folder, "7-runs", lambda: self.page("runs"))

    def series(self, folder: Path, name: str, prepare: Callable[[], None],
               sizes: tuple[tuple[int, int], ...] = SIZES) -> None:
        """Write one view in the sizes and schemes."""
        for scheme in SCHEMES:
            self.scheme(scheme)
            for width, height in sizes:
                self.window.resize(width, height)
                prepare()
                self.picture(folder / f"{name}-{width}-{scheme}.png")

    def open(self, sample: str) -> None:
        """Open a sample and wait for its network and the engine."""
        self.window.open_sample(sample)
        self.wait(lambda: self.window.workspace.folder is not None and not self.window.engine.is_loading)
        self.wait(lambda: not self.window.jobs.is_running("scan"))
        self.window.messages.clear()

    def train(self) -> None:
        """Train to the end."""
        workspace = self.window.workspace
        workspace.set_train_config(workspace.train_config.model_copy(update={"epochs": self._epochs}))
        self.window.start_training()
        self.wait(lambda: self.window.jobs.is_running("train"))
        self.wait(lambda: not self.window.jobs.is_running("train") and workspace.runs.current is not None)

    def page(self, name: str) -> None:
        """Show a page and wait until nothing is being worked out for it."""
        self.window.show_page(name)
        self.settle()

    def select_layer(self) -> None:
        """Show the network with its first convolution selected and the pictures in its nodes."""
        page = self.window.page("network")
        graph = self.window.workspace.graph
        page.session.select([next(node.id for node in graph.nodes.values() if node.kind == "Conv2d")])
        self.settle()

    def look(self) -> None:
        """Look at the image the network is surest of."""
        from PySide6.QtWidgets import QComboBox, QPushButton

        auto = self.window.page("look").findChild(QPushButton, "layer_auto")
        if not auto.isChecked():
            auto.click()
        order = self.window.page("look").findChild(QComboBox, "filter_order")
        order.setCurrentIndex(order.findData("certain_high"))
        self.settle()
        self.window.page("look").body.images.choose_first()
        self.settle()

    def scheme(self, name: str) -> None:
        """Change between light and dark."""
        from cnnstudio.ui.theme import theme

        theme().set_scheme(name)

    def settle(self) -> None:
        """Wait until no job has run for a moment; questions are asked a little after the last change."""
        quiet = 0
        while quiet < 4:
            _let_run(80)
            quiet = 0 if self.window.jobs.has_threads() else quiet + 1

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the program go on until ``done``."""
        deadline = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > deadline:
                raise TimeoutError("the program did not come to the end of what it was asked to do")
            _let_run(50)

    def picture(self, path: Path, shown: "QWidget | None" = None) -> None:
        """Write what the window, or a dialog, shows: with few colours, which is a third of the bytes."""
        from PIL import Image
        from PySide6.QtGui import QImage

        self.application.processEvents()
        picture = (shown or self.window).grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        rows = bytes(picture.constBits())
        image = Image.frombuffer("RGB", (picture.width(), picture.height()), rows, "raw", "RGB",
                                 picture.bytesPerLine(), 1)
        for colors, dither in ((256, Image.Dither.FLOYDSTEINBERG), (256, Image.Dither.NONE), (96, Image.Dither.NONE)):
            image.quantize(palette=image.quantize(colors, kmeans=2), dither=dither).save(path, optimize=True)
            if path.stat().st_size < LIMIT_BYTES:
                break
        print(f"{path}: {path.stat().st_size // 1000} kB")

    def close(self) -> None:
        """Stop everything and close."""
        self.window.jobs.stop_all()
        self.window.close()


def _let_run(duration_ms: int) -> None:
    """Let the program's own loop run; QTest.qWait would keep every other Python thread waiting meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())

"""The menu of the Export button, made from a table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from cnnstudio.ui.inspector.exporting.exporter import HeatmapExporter

_CONTEXT = "export_menu"


@dataclass(frozen=True, slots=True)
class ExportAction:
    """One entry; ``begins_group`` puts a line above it.

    Attributes
    ----------
    of_list : whether it is about the images of the list
    """

    name: str
    title: str
    help: str
    do: Callable[[HeatmapExporter], None]
    begins_group: bool = False
    of_list: bool = False


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("export_menu", text))


EXPORT_ACTIONS: tuple[ExportAction, ...] = (
    ExportAction("export_this", _text("This heatmap…"), _text("Pictures, numbers and a description of the map on show"),
                 HeatmapExporter.export_this),
    ExportAction("export_list", _text("Images of the list…"), _text(
        "A folder with a heatmap of every image, their scores and a manifest"), HeatmapExporter.export_list,
        of_list=True),
    ExportAction("copy_overlay", _text("Copy the picture"), _text("The heatmap over the image, as large as the image"),
                 lambda exporter: exporter.copy_picture("overlay"), begins_group=True),
    ExportAction("copy_panel", _text("Copy the figure: image, map, overlay"), _text(
        "Side by side, with the scale and a caption"), lambda exporter: exporter.copy_picture("panel")),
    ExportAction("copy_script", _text("Copy as Python"), _text("A script that makes this map again with PyTorch alone"),
                 HeatmapExporter.copy_script, begins_group=True),
    ExportAction("save_script", _text("Save as Python…"), _text("The same script as a file"),
                 HeatmapExporter.save_script))
"""From top to bottom."""


class ExportMenu(QMenu):
    """Offers what can be done with the heatmap on show.

    Parameters
    ----------
    has_list : says whether there are images in the list, when the menu opens
    """

    def __init__(self, button: QPushButton, exporter: HeatmapExporter, has_list: Callable[[], bool]) -> None:
        super().__init__(button)
        self.setObjectName("export_menu")
        self.setToolTipsVisible(True)
        self._has_list = has_list
        self._of_list: list[QAction] = []
        for info in EXPORT_ACTIONS:
            self._add(info, exporter)
        self.aboutToShow.connect(self._on_show)
        button.setMenu(self)

    def _add(self, info: ExportAction, exporter: HeatmapExporter) -> None:
        if info.begins_group:
            self.addSeparator()
        action = self.addAction(QCoreApplication.translate(_CONTEXT, info.title), partial(info.do, exporter))
        action.setObjectName(info.name)
        action.setToolTip(QCoreApplication.translate(_CONTEXT, info.help))
        self._of_list += [action] * info.of_list

    def _on_show(self) -> None:
        for action in self._of_list:
            action.setEnabled(self._has_list())

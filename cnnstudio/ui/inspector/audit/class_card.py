"""What one class looks at: its mean heatmap over its mean image, kinds of images, strongest features."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.explain.audit.report import ClassCard, FeatureDirection, HeatmapCluster
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.flow_layout import FlowLayout
from cnnstudio.ui.inspector.audit.examples import MOST, Examples
from cnnstudio.ui.inspector.audit.pictures import TitledPicture
from cnnstudio.workspace.audit_pictures import mean_overlay, shown_pixels

_LARGE_PX, _SMALL_PX = 224, 96


class ClassCardView(QFrame):
    """The card of a class; a click on a group of images asks for them.

    Parameters
    ----------
    paths
        The files of the audited images, by the places the card names.
    """

    images_requested = Signal(str, object)
    """A title and places of images."""

    def __init__(self, card: ClassCard, name: str, paths: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "class_card", self.tr("What {name} looks at").format(name=name))
        self.setProperty("card", True)
        self._card, self._name, self._paths = card, name, paths
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(label(name, "heading", name="class_name"))
        self._column.addWidget(label(card.words, name="class_words", wrap=True))
        self._add_means()
        self._add_groups(self.tr("Images that are decided at similar places"),
                         [self._cluster(number, one) for number, one in enumerate(card.clusters)])
        self._add_groups(self.tr("Strongest features"),
                         [self._direction(number, one) for number, one in enumerate(card.directions)])

    def _add_means(self) -> None:
        frame = QWidget()
        flow = FlowLayout(frame)
        pictures = (
            (mean_overlay(self._card.mean_image, self._card.mean_map, _LARGE_PX),
             self.tr("Mean heatmap of {count} images: bright places spoke for {name}")),
            (shown_pixels(self._card.mean_image, _LARGE_PX), self.tr("Mean of the {count} images")))
        for pixels, title in pictures:
            words = title.format(count=f"{self._card.images:,}", name=self._name)
            flow.addWidget(TitledPicture(pixels, words, _LARGE_PX))
        self._column.addWidget(frame)

    def _add_groups(self, title: str, groups: list[QWidget]) -> None:
        if groups:
            self._column.addWidget(label(title, "subheading"))
            for group in groups:
                self._column.addWidget(group)

    def _cluster(self, number: int, cluster: HeatmapCluster) -> QWidget:
        title = self.tr("{name}, group {number}").format(name=self._name, number=number + 1)
        return self._group(f"cluster_{number}", cluster.words, cluster.mean_map, title, cluster.members)

    def _direction(self, number: int, direction: FeatureDirection) -> QWidget:
        title = self.tr("{name}, feature {number}").format(name=self._name, number=number + 1)
        words = self.tr("{share} % of the class's evidence goes with this feature.").format(
            share=f"{100 * direction.share:.0f}")
        return self._group(f"direction_{number}", words, direction.mean_map, title, direction.strongest)

    def _group(self, name: str, words: str, values: np.ndarray, title: str, places: tuple[int, ...]) -> QWidget:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        picture = TitledPicture(mean_overlay(self._card.mean_image, values, _SMALL_PX),
                                self.tr("Mean heatmap: {title}").format(title=title), _SMALL_PX, is_titled=False)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(label(words, wrap=True))
        if self._paths:
            side.addWidget(Examples([self._paths[place] for place in places[:MOST]], title))
        button = _GroupButton(title, places, self.tr("Show {count} images").format(count=f"{len(places):,}"), name)
        button.clicked.connect(self._on_group)
        side.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        row.addLayout(side, 1)
        return frame

    def _on_group(self) -> None:
        button = self.sender()
        if isinstance(button, _GroupButton):
            self.images_requested.emit(button.title, button.places)


class _GroupButton(QPushButton):
    """Asks for the images of a group."""

    def __init__(self, title: str, places: tuple[int, ...], text: str, name: str) -> None:
        super().__init__(text)
        self.title, self.places = title, places
        described(self, name, f"{title}: {text}")

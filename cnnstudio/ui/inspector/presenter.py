"""Brings together what is chosen, what the jobs answer and what the widgets of the page show."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from cnnstudio.explain.target import Target
from cnnstudio.ui.image_filter import filter_requests
from cnnstudio.ui.inspector.arrangements import Arrangements
from cnnstudio.ui.inspector.epochs.scrubber import EpochScrubber
from cnnstudio.ui.inspector.layer_pictures import LayerPictures
from cnnstudio.ui.inspector.look import LookSession, Question
from cnnstudio.ui.inspector.predictions import NO_PREDICTIONS, Predictions
from cnnstudio.ui.inspector.predictions_loader import PredictionsLoader
from cnnstudio.ui.inspector.run_layers import run_layers
from cnnstudio.ui.inspector.tabs import LookSelection
from cnnstudio.ui.inspector.view_style import Sign

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.ui.inspector.body import LookBody
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.look_answer import LookReady
    from cnnstudio.workspace.run_epochs import EpochInfo
    from cnnstudio.workspace.workspace import Workspace


class LookPresenter(QObject):
    """The one that asks and shows; the page only arranges and lets images in."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", body: "LookBody", selection: LookSelection,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._body, self._selection = workspace, body, selection
        self.session = LookSession(jobs, selection, self)
        self.loader = PredictionsLoader(jobs, self)
        self.pictures = LayerPictures(self.session, body.layers, body.pane, self)
        self.arrangements = Arrangements(self.session, body, jobs, self)
        self.arrangements.several.image_chosen.connect(self.look_at_file)
        self.epochs = EpochScrubber(self.session, body, jobs, self)
        self.epochs.look_wanted.connect(self._show_at_epoch)
        self.arrangements.several.epoch_chosen.connect(self.epochs.look_at)
        self.newest: LookReady | None = None
        """What the best weights make of the image."""
        self.at_epoch: tuple[LookReady, EpochInfo] | None = None
        """What is on show instead of `newest`, and of which epoch."""
        self.run_name = ""
        self.name_of_pixels = ""
        """What the image without a file is called that was looked at last."""
        self._class_names: tuple[str, ...] = ()
        self._wants_first = True
        self._sign_before: Sign | None = None
        """What was chosen before a contrast; None while there is none."""
        self._connect()

    def _connect(self) -> None:
        body, session = self._body, self.session
        body.images.image_chosen.connect(self.look_at_file)
        body.images.split_requested.connect(self.load_predictions)
        body.bars.class_requested.connect(session.look_for_class)
        body.controls.target.target_requested.connect(session.look_for)
        body.answer.target_requested.connect(session.look_for)
        body.controls.method_requested.connect(session.look_with)
        body.layers.layer_requested.connect(session.look_in_layer)
        body.pane.view.neighbour_requested.connect(body.images.step)
        session.asked.connect(self._on_asked)
        session.answered.connect(self._on_answered)
        session.ended.connect(body.pane.end)
        session.failed.connect(self._on_failed)
        self.loader.progressed.connect(body.images.set_note)
        self.loader.split_known.connect(body.images.filters.show_split)
        self.loader.counted.connect(self._on_counted)
        self.loader.arrived.connect(self._on_predictions)
        self.loader.failed.connect(self._on_predictions_failed)
        filter_requests(self._workspace).requested.connect(self.take_filter)
        self._workspace.selected_image_changed.connect(self._on_selected)

    # what is chosen

    def look_at_run(self) -> None:
        """Take over the workspace's run: its classes, its layers, its predictions."""
        run = self._workspace.runs.current
        self._forget()
        if run is None:
            self.loader.cancel()
            self.session.look_at_run(None, None)
            return
        self._take_record(run.record)
        self._wants_first = True
        self.session.look_at_run(run.path, self._workspace.selected_image)
        self.load_predictions()

    def look_at_published(self, record: "RunRecord", image: Path) -> None:
        """Look at an image with the published network, which has no images of its own to list."""
        from cnnstudio.workspace.loaded_run import IMAGENET_RUN

        self._forget()
        self.loader.cancel()
        self._take_record(record)
        self._selection.select(image=image)
        self.session.look_at_run(IMAGENET_RUN, image)

    def _forget(self) -> None:
        self.newest = self.at_epoch = None
        self.arrangements.reset()
        self._body.clear()
        self._body.images.set_rows(NO_PREDICTIONS)
        self._body.images.confusion.show_counts((), None)

    def _take_record(self, record: "RunRecord") -> None:
        """Take over a run's classes and layers."""
        self.run_name, self._class_names = record.name, tuple(record.class_names)
        self._body.controls.target.set_classes(self._class_names)
        self._selection.layers = run_layers(record.graph)
        self._body.layers.set_layers(self._selection.layers.spatial)
        self._body.images.set_class_names(self._class_names)

    def load_predictions(self, *_: object) -> None:
        """Predict the split that is chosen."""
        run, folder = self._workspace.runs.current, self._workspace.folder
        self._body.list_error.say("")
        if run is None:
            return
        if folder is None:
            self._body.images.set_rows(NO_PREDICTIONS)
            self._body.list_error.say(self.tr("Open an image folder to list its images here."))
            return
        self.loader.load(run.path, folder, self._body.images.split)

    def look_at_file(self, path: Path) -> None:
        """Ask about a file, also about the one that was looked at before an image without a file."""
        if path == self._workspace.selected_image:
            self.session.look_at_image(path)
            self._body.images.mark(path)
        else:
            self._workspace.select_image(path)

    def look_at_pixels(self, pixels: np.ndarray, name: str = "") -> None:
        """Ask about an image that came without a file; ``name`` is what it is called."""
        self.name_of_pixels = name or self.tr("Pasted image")
        self.arrangements.leave_list()
        self._body.images.mark(Path())
        self.session.look_at_image(pixels)

    def _on_selected(self) -> None:
        path = self._workspace.selected_image
        self.session.look_at_image(path)
        if path is not None:
            self._body.images.mark(path)

    def take_filter(self) -> None:
        """Show what another page asked for, and its first image."""
        wanted = filter_requests(self._workspace).take() if self._workspace.runs.current is not None else None
        if wanted is not None:
            self._body.images.set_filter(wanted)
            self._body.images.choose_first()
            self._wants_first = not self._body.images.shown  # else the predictions are still to come

    # what is answered

    def _on_predictions(self, rows: Predictions) -> None:
        images = self._body.images
        images.set_rows(rows)
        self._body.list_error.say("")
        selected = self._workspace.selected_image
        listed = selected is not None and images.mark(selected)
        if self._wants_first and not listed:
            images.choose_first()
        elif self.newest is not None:
            self._show_answer(self.newest)
        self._wants_first = False

    def _on_counted(self, found: tuple[tuple[str, ...], np.ndarray]) -> None:
        self._body.images.confusion.show_counts(*found)

    def _on_predictions_failed(self, message: str) -> None:
        self._body.images.set_rows(NO_PREDICTIONS)
        self._body.list_error.say(message)

    def _on_asked(self, question: Question) -> None:
        self._suit_sign(question.target)
        self._body.controls.target.show_target(question.target)
        self._body.controls.show_method(question.method)
        self._body.layers.slider.show_choice(question.layer)
        if question.is_complete:
            self._body.pane.begin(self._title(question.image, None))
        else:
            self._body.pane.end()

    def _suit_sign(self, target: Target) -> None:
        """Show a contrast in both signs, and what is asked next as it was shown before."""
        menu, is_contrast = self._body.pane.bar.menu, target.kind == "contrast"
        if is_contrast and self._sign_before is None:
            self._sign_before = menu.style_shown.sign
            menu.change(sign="both")
        elif not is_contrast and self._sign_before is not None:
            menu.change(sign=self._sign_before)
            self._sign_before = None

    def _title(self, image: "Path | np.ndarray | None", size: tuple[int, int] | None) -> str:
        name = image.name if isinstance(image, Path) else self.name_of_pixels
        return name if size is None else self.tr("{name}, {width} × {height} px").format(
            name=name, width=size[1], height=size[0])

    def _on_answered(self, look: "LookReady") -> None:
        is_same_image = self.newest is not None and self.newest.image is look.image
        self.newest, self.at_epoch = look, None
        pane, image = self._body.pane, look.image
        title = self._title(image.image, (image.height, image.width))
        pane.set_title(title)
        if not is_same_image or pane.canvas.laid is None:
            pane.show_image(image, title)
        pane.show_map(image, look.map)
        pane.show_progress(look.map.done, look.map.total)
        self._body.layers.show_layer(look.map.key.layer)
        self._body.choices.set_export_enabled(True)
        self._show_answer(look)

    def _show_at_epoch(self, look: "LookReady", epoch: str, info: "EpochInfo") -> None:
        """Show what an earlier epoch made of the image, until the next answer."""
        self.at_epoch = None if info.is_best else (look, info)
        self._body.pane.set_title(self.tr("{title}, {epoch}").format(
            title=self._title(look.image.image, (look.image.height, look.image.width)), epoch=epoch))
        self._body.pane.show_map(look.image, look.map)
        self._body.pane.end()
        self._show_answer(look)

    def _show_answer(self, look: "LookReady") -> None:
        image, found, names = look.image, look.map, look.image.class_names
        true_class = self._true_class(image.image)
        predicted = image.predicted
        self._body.answer.show_answer(names[predicted], float(image.probabilities[predicted]),
                                      None if true_class is None else names[true_class])
        self._body.answer.show_evidence(self._evidence(look), found.note, weak=self.session.is_weak(found))
        self._body.bars.show_probabilities(names, image.probabilities, target=found.key.target.index,
                                           true_class=true_class)
        self._body.answer.show_mistake(*mistake(predicted, true_class, look))

    def _evidence(self, look: "LookReady") -> str:
        """Return the sentence about the map; against what is usual for the class where that is known."""
        usual = self.session.usual(look.map.key)
        if look.map.weak or usual is None or not self.session.is_weak(look.map):
            return look.map.evidence
        return self.tr("Weak evidence: {share} % of what is usual in the images looked at. {sentence}").format(
            share=f"{100 * look.map.positive / usual:.0f}", sentence=look.map.evidence)

    def _true_class(self, path: "Path | np.ndarray | None") -> int | None:
        """Return the class the folder says ``path`` has, by the run's numbers."""
        if not isinstance(path, Path):
            return None
        known = self._body.images.prediction(path)
        if known is not None:
            return known.true_class
        folder = self._workspace.folder
        found = None if folder is None else next((file for file in folder.files if file.path == path), None)
        if folder is None or found is None or folder.class_names[found.class_index] not in self._class_names:
            return None
        return self._class_names.index(folder.class_names[found.class_index])

    def _on_failed(self, message: str) -> None:
        self.newest = self.at_epoch = None
        self._body.clear()
        self._body.pane.show_error(message)


def mistake(predicted: int, true_class: int | None, look: "LookReady") -> tuple[Target | None, str, str]:
    """Return the question about a mistake that is not asked yet, and both names; None where there is none."""
    target = Target("contrast", predicted, true_class)
    if true_class is None or predicted == true_class or look.map.key.target == target:
        return None, "", ""
    return target, look.image.class_names[predicted], look.image.class_names[true_class]

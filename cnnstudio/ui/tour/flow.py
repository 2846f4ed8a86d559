"""Follows what the user does and leads from one step of the tour to the next."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnnstudio.data.samples import sample_of
from cnnstudio.ui.tour.card import TourCard
from cnnstudio.ui.tour.ring import TourRing
from cnnstudio.ui.tour.steps import MENDED, STAMPED, STEPS, Situation, TourStep, spoken

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.workspace.scan_job import ScanFinished
    from cnnstudio.workspace.workspace import Workspace

_AUDIT_SLOT = "audit"


class TourFlow(QObject):
    """Begins when the sample is opened, goes on where it was left, and never stands in the way.

    Attributes
    ----------
    number : of the step, from 0
    """

    def __init__(self, window: "MainWindow", card: TourCard) -> None:
        super().__init__(window)
        self._window, self.card = window, card
        self._workspace: Workspace | None = None
        self.number = min(window.settings.tour_step, len(STEPS) - 1)
        self._is_left = False
        self._seen: dict[str, frozenset[Path]] = {}
        self._accuracies: dict[str, float] = {}
        self._has_read = False
        self._layers: frozenset[str] = frozenset()
        self.ring = TourRing(window)
        card.action_requested.connect(self._act)
        card.skip_requested.connect(self._skip)
        card.back_requested.connect(self._back)
        card.close_requested.connect(self.leave)
        window.pages.currentChanged.connect(self._look_again)
        window.flow.scanned.connect(self._on_scanned)
        window.jobs.job_ended.connect(self._on_job_ended)
        window.pages.page_built.connect(self._on_page_built)

    def follow(self, workspace: "Workspace") -> None:
        """Follow what is open."""
        self._workspace = workspace
        workspace.folder_changed.connect(self._look_again)
        workspace.runs.opened.connect(self._on_run)
        workspace.selected_image_changed.connect(self._on_image)

    @property
    def is_shown(self) -> bool:
        """Whether the tour is under way and on show."""
        return not self._is_left and self._sample() in (STAMPED, MENDED)

    def situation(self) -> Situation:
        """Return what the user has in front of them."""
        return Situation(self._window.pages.current_name, self._sample(), dict(self._seen), dict(self._accuracies),
                         self._is_audited(), self._has_read, self._layers)

    def _sample(self) -> str:
        folder = self._workspace.folder if self._workspace is not None else None
        return sample_of(folder.root) if folder is not None else ""

    def _is_audited(self) -> bool:
        from cnnstudio.workspace.kept_audit import FILE

        run = self._workspace.runs.current if self._workspace is not None else None
        return run is not None and self._sample_of_run() == STAMPED and (run.path / FILE).is_file()

    def _sample_of_run(self) -> str:
        run = self._workspace.runs.current if self._workspace is not None else None
        return sample_of(Path(run.record.folder)) if run is not None else ""

    # what the user does

    def _on_scanned(self, event: "ScanFinished") -> None:
        """Begin, or go on, when one of the two samples is opened."""
        sample = sample_of(event.folder.root)
        if sample:
            self._is_left = False
        if sample == STAMPED and self.number == len(STEPS) - 1:
            self._go_to(0)
        self._look_again()

    def _on_run(self) -> None:
        run = self._workspace.runs.current if self._workspace is not None else None
        sample = self._sample_of_run()
        if run is not None and sample and run.record.evaluation is not None:
            self._accuracies[sample] = run.record.evaluation.accuracy
        self._look_again()

    def _on_image(self) -> None:
        image = self._workspace.selected_image if self._workspace is not None else None
        page = self._window.pages.current_name
        if image is not None and self.is_shown:
            self._seen[page] = self._seen.get(page, frozenset()) | {image}
            self._look_again()

    def _on_page_built(self, name: str) -> None:
        if name == "network":
            self._window.page("network").session.selection_changed.connect(self._on_layer)

    def _on_layer(self) -> None:
        """Count the layers that are clicked one at a time."""
        selected = frozenset(self._window.page("network").session.selected)
        if self.is_shown and len(selected) == 1 and self._window.pages.current_name == "network":
            self._layers |= selected
            self._look_again()

    def _on_job_ended(self, slot: str) -> None:
        if slot == _AUDIT_SLOT:
            self._look_again()

    # the steps

    def _look_again(self) -> None:
        """Go on as far as the user is, and show the step."""
        if not self.is_shown:
            self.card.hide()
            self.ring.leave()
            return
        if STEPS[self.number].is_done(self.situation()):
            self._go_to(self.number + 1)
        else:
            self._show()

    def _go_to(self, number: int) -> None:
        self.number = min(max(number, 0), len(STEPS) - 1)
        self._seen, self._has_read, self._layers = {}, False, frozenset()
        self._window.settings.tour_step = self.number
        self._show()

    def _show(self) -> None:
        step = STEPS[self.number]
        if self.is_shown:
            self.card.show_step(self.number + 1, len(STEPS), spoken(step.title), spoken(step.text, self._accuracies),
                                spoken(step.action))
            self.ring.show_around(self._target(step))
        else:
            self.ring.leave()

    def _target(self, step: TourStep) -> QWidget | None:
        """Return what the step is about: the page's button while another page is shown, then what is to be used."""
        pages = self._window.pages
        if step.page and step.page != pages.current_name:
            return self._window.rail.findChild(QWidget, f"page_{step.page}")
        page = pages.built(step.page) if step.page else None
        for part in (page, self._window.header):
            found = part.findChildren(QWidget, step.target) if part is not None and step.target else []
            if found:
                return next((one for one in found if one.isVisible()), found[0])
        return None

    def _act(self) -> None:
        """Do what the step's button says."""
        step = STEPS[self.number]
        if step.page:
            self._window.show_page(step.page)
        elif step.name == "verdict":
            self._has_read = True
            self._look_again()
        elif step.name == "mend":
            self._window.open_sample(MENDED)
        else:
            self.leave()

    def _skip(self) -> None:
        self._go_to(self.number + 1)

    def _back(self) -> None:
        self._go_to(self.number - 1)

    def leave(self) -> None:
        """Hide the tour until it is taken up or the sample is opened again."""
        self._is_left = True
        self.card.hide()
        self.ring.leave()

    def take_up(self) -> None:
        """Go on where the tour was left; after its end it begins anew. The sample is opened where it is not."""
        if self.number == len(STEPS) - 1:
            self._go_to(0)
        names = [step.name for step in STEPS]
        wanted = MENDED if self.number > names.index("mend") else STAMPED
        self._is_left = False
        if self._sample() == wanted:
            self._look_again()
        else:
            self._window.open_sample(wanted)
        self.card.action.setFocus()

"""Shows the image on the page as an earlier epoch saw it: the map in one scale, the answer, and how both came about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal

from cnnstudio.ui.inspector.epochs.places import RectangleDrawing
from cnnstudio.ui.inspector.epochs.session import EpochSession
from cnnstudio.ui.inspector.map_picture import LaidMap
from cnnstudio.ui.inspector.view_style import Scale, Sign

if TYPE_CHECKING:
    from cnnstudio.explain.epoch_curve import Region
    from cnnstudio.ui.inspector.body import LookBody
    from cnnstudio.ui.inspector.look import LookSession
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.epoch_look_job import EpochNotSeen, EpochSeen

_SIGNS: tuple[Sign, ...] = ("positive", "negative", "both")


class EpochScrubber(QObject):
    """Asks for all epochs while their strip is shown; without it the page shows the best weights as ever."""

    look_wanted = Signal(object, str, object)
    """A `LookReady` of an epoch, the epoch in words, and its `EpochInfo`."""

    def __init__(self, look: "LookSession", body: "LookBody", jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._body, self._panel = look, body, body.epochs
        self.session = EpochSession(jobs, self)
        self._drawing = RectangleDrawing(body.pane.view, self)
        self._region: Region | None = None
        self._scale_before: Scale | None = None
        self._wanted: int | None = None
        """An epoch that is to be shown as soon as it is known which there are."""
        self._connect()

    def _connect(self) -> None:
        self._body.strips.epochs_wanted.connect(self._on_wanted)
        self._panel.epoch_requested.connect(self._show)
        self._panel.places.place_requested.connect(self._count_in)
        self._panel.places.drawing_wanted.connect(self._drawing.set_on)
        self._drawing.drawn.connect(self._count_in)
        self._look.answered.connect(self._on_answered)
        self._look.asked.connect(self._on_asked)
        self._look.failed.connect(self._on_look_failed)
        self.session.listed.connect(self._on_listed)
        self.session.seen.connect(self._on_seen)
        self.session.not_seen.connect(self._on_not_seen)
        self.session.curve_changed.connect(self._on_curve)
        self.session.failed.connect(self._on_failed)

    @property
    def is_on(self) -> bool:
        """Whether epochs are shown."""
        return self._body.strips.shows_epochs

    def look_at(self, epoch: int) -> None:
        """Show an epoch, and the strip it is chosen in."""
        self._wanted = epoch
        self._body.strips.show_epochs(shown=True)
        self._panel.choose(epoch)

    # when

    def _on_wanted(self, wanted: bool) -> None:
        menu = self._body.pane.bar.menu
        if wanted:
            self._scale_before = menu.style_shown.scale
            if self._scale_before == "own":
                menu.change(scale="shared")
            self._ask()
            return
        self._panel.stop()
        self._drawing.set_on(on=False)
        self.session.cancel()
        self._body.pane.view.set_region(None)
        if self._scale_before is not None and menu.style_shown.scale == "shared":
            menu.change(scale=self._scale_before)
        self._look.say_again()

    def _on_asked(self, _question: object) -> None:
        """Let go of the run: what was asked now comes first."""
        if self.is_on:
            self.session.cancel()

    def _on_answered(self, _look: object) -> None:
        if self.is_on:
            self._ask()

    def _on_look_failed(self, _message: str) -> None:
        self.session.cancel()
        self._panel.clear()

    def _ask(self) -> None:
        image, key = self._look.image, self._look.key()
        if image is None or key is None:
            self._panel.clear()
            return
        self._panel.show_waiting(self.tr("Looking at the epochs…"))
        first = self._panel.epoch if self._wanted is None else self._wanted
        self.session.ask(image, key, first, self._region)

    def _count_in(self, region: "Region | None") -> None:
        """Count the evidence elsewhere; the maps are known."""
        self._region = region
        self._ask()

    # what comes

    def _on_listed(self) -> None:
        infos = self.session.infos
        best = next(info.epoch for info in infos if info.is_best)
        chosen = best if self._panel.epoch is None else self._panel.epoch
        self._panel.set_epochs(infos, chosen if self._wanted is None else self._wanted)
        self._wanted = None
        self._show(self._panel.epoch or 0)

    def _on_seen(self, found: "EpochSeen") -> None:
        self._share_scale()
        if found.info.epoch == self._panel.epoch:
            self._show(found.info.epoch)

    def _on_not_seen(self, found: "EpochNotSeen") -> None:
        if found.info.epoch == self._panel.epoch:
            self._panel.show_facts(self.tr("Epoch {epoch}: damaged").format(epoch=found.info.epoch))

    def _on_curve(self) -> None:
        curve = self.session.curve
        self._panel.show_curve(curve)
        if curve is not None and curve.sentences and self.session.problems:
            self._panel.say(f"{self._problems()} {curve.sentences}")
        region = None if curve is None else curve.region
        self._body.pane.view.set_region(None if region is None else QRectF(
            region.left, region.top, region.right - region.left, region.bottom - region.top))

    def _problems(self) -> str:
        """Say what is damaged; of many files the first one."""
        first, *others = self.session.problems
        return first if not others else self.tr("{reason} The same holds for {count} other epochs.").format(
            reason=first, count=len(others))

    def _on_failed(self, message: str) -> None:
        self._panel.clear()
        self._panel.say(message)

    def _share_scale(self) -> None:
        """Let the strongest place of all epochs have the last colour."""
        laid = [LaidMap(found.map.raw, found.image.placement) for found in self.session.maps.values()]
        self._body.pane.canvas.set_shared({sign: max(one.peak(sign) for one in laid) for sign in _SIGNS})

    # what is shown

    def _show(self, epoch: int) -> None:
        from cnnstudio.workspace.look_answer import LookReady

        found = self.session.maps.get(epoch)
        if found is None:
            self._panel.show_waiting(self.tr("Epoch {epoch}: computing…").format(epoch=epoch))
            return
        self._panel.show_facts(self._facts(found))
        self.look_wanted.emit(LookReady(found.image, found.map), self._title(found), found.info)

    def _title(self, found: "EpochSeen") -> str:
        if found.info.epoch == 0:
            return self.tr("before training")
        return self.tr("after epoch {epoch}").format(epoch=found.info.epoch)

    def _facts(self, found: "EpochSeen") -> str:
        """Say what was answered then, and how good the network was."""
        info, image = found.info, found.image
        words = self.tr("Epoch {epoch}, the best") if info.is_best else self.tr("Epoch {epoch}")
        parts = [words.format(epoch=info.epoch)]
        if info.accuracy is None:
            parts.append(self.tr("before training"))
        else:
            parts.append(self.tr("{share} % right").format(share=f"{100 * info.accuracy:.1f}"))
        name = image.class_names[found.map.key.target.index or 0]
        parts.append(self.tr("{name} {share} %").format(name=name, share=f"{100 * found.probability:.1f}"))
        return " · ".join(parts)

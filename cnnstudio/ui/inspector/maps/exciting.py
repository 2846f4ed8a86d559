"""Looks for the images that excite a layer's channels, and keeps what was found while the page lives."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio import paths
from cnnstudio.explain.seen_pixels import seen_pixels
from cnnstudio.explain.walk_recording import Recording
from cnnstudio.ui.inspector.maps.top_images_card import TopPicture
from cnnstudio.workspace.jobs import Progress

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import InspectorContext
    from cnnstudio.workspace.top_images_job import CropsReady, TopImagesReady

TOP_SLOT, CROPS_SLOT = "top_images", "top_crops"


class ExcitingImages(QObject):
    """One search at a time; what it found is kept by run and layer."""

    progressed = Signal(str)
    found_changed = Signal()
    """Something was found, or the search ended without."""
    pictures_ready = Signal(int, object)
    """The channel and its pictures, a list of `TopPicture`."""
    failed = Signal(str)

    def __init__(self, context: "InspectorContext", parent: QObject | None = None,
                 slots: tuple[str, str] = (TOP_SLOT, CROPS_SLOT)) -> None:
        super().__init__(parent)
        self._search_slot, self._crops_slot = slots
        self._context = context
        self._found: dict[tuple[Path, Path, str], TopImagesReady] = {}
        self._looking_for: tuple[Path, Path, str] | None = None
        self._recording: Recording | None = None

    def of_layer(self, layer: str) -> "TopImagesReady | None":
        """Return what was found for a layer of the run that is looked at."""
        key = self._key(layer)
        return None if key is None else self._found.get(key)

    def _key(self, layer: str) -> tuple[Path, Path, str] | None:
        run, folder = self._context.selection.run_path, self._context.workspace.folder
        return None if run is None or folder is None else (run, folder.root, layer)

    @property
    def can_look(self) -> bool:
        """Whether there is a run and a folder."""
        return self._key("") is not None

    @property
    def is_looking(self) -> bool:
        """Whether a search runs."""
        return self._looking_for is not None

    def look(self, layer: str) -> None:
        """Search for one layer; an older search ends."""
        key, folder = self._key(layer), self._context.workspace.folder
        if key is None or folder is None:
            return
        from cnnstudio.workspace.top_images_job import TopImagesJob

        self._looking_for = key
        job = TopImagesJob(key[0], folder, layer, paths.cache_dir())
        self._context.jobs.start(job, slot=self._search_slot, on_event=self._on_event, on_failed=self._on_failed,
                                 on_cancelled=self._on_cancelled)

    def cancel(self) -> None:
        """End the search."""
        self._context.jobs.cancel(self._search_slot)

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            share = f" {event.done:,} / {event.total:,}" if event.total else ""
            self.progressed.emit(f"{event.text}{share}")
        elif self._looking_for is not None:
            self._found[self._looking_for] = event  # type: ignore[assignment]
            self._looking_for = None
            self.found_changed.emit()

    def _on_failed(self, message: str, _details: str) -> None:
        self._looking_for = None
        self.failed.emit(message)

    def _on_cancelled(self) -> None:
        self._looking_for = None
        self.found_changed.emit()

    # pictures

    def read_pictures(self, recording: Recording, layer: str, channel: int) -> None:
        """Read the images of a channel; `pictures_ready` tells them."""
        ready, run = self.of_layer(layer), self._context.workspace.runs.current
        if ready is None or run is None:
            return
        from cnnstudio.workspace.top_images_job import CropsJob

        self._recording = recording
        self._context.jobs.start(CropsJob(ready, (channel,), run.record.preprocess), slot=self._crops_slot,
                                 on_event=self._on_crops, on_failed=self._on_failed, quiet=True)

    def _on_crops(self, event: "CropsReady") -> None:
        ready, recording = self.of_layer(event.layer), self._recording
        if ready is None or recording is None:
            return
        found, channel = ready.found, event.channel
        pictures = [
            TopPicture(ready.paths[int(found.images[channel, place])], float(found.values[channel, place]),
                       seen_pixels(recording.layers, event.layer, int(found.rows[channel, place]),
                                   int(found.columns[channel, place])), pixels)
            for place, pixels in enumerate(event.pictures)]
        self.pictures_ready.emit(channel, pictures)

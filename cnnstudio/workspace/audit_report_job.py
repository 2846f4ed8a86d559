"""Writes an audit as an HTML page that stands alone, with small copies of the images it names."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.thread_pool import in_order, stop_if_asked
from cnnstudio.errors import ImageError
from cnnstudio.explain.audit.report import ClassCard, HeatmapCluster, Level, Suspicion
from cnnstudio.explain.audit.words import LEVELS, accuracy_words, figure_words, level_info, verdict
from cnnstudio.explain.explanation import png_bytes
from cnnstudio.export.audit_report import (
    AuditPage,
    PageClass,
    PageFigure,
    PageGroup,
    PageLevel,
    PagePicture,
    PageSuspicion,
    build_audit_page,
)
from cnnstudio.export.report import INFERNO
from cnnstudio.storage import write_text
from cnnstudio.wording import counted, translate
from cnnstudio.workspace.audit_pictures import mean_overlay, shown_pixels
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.kept_audit import KeptAudit

EXAMPLES = 8
THUMBNAIL_PX = 112
_JPEG_QUALITY = 85
_SPLITS = {
    "unseen": ("1 image the network did not learn from", "{count} images the network did not learn from"),
    "validation": ("1 validation image", "{count} validation images"), "test": ("1 test image", "{count} test images"),
    "train": ("1 training image", "{count} training images"), "all": ("1 image", "{count} images"),
}
"""What images of a split are called, one and many."""
_STYLES: dict[Level, str] = {"relied on": "bad", "in the data": "warning", "clean": "good"}


@dataclass(frozen=True, slots=True)
class AuditReportWritten:
    """The result of an `AuditReportJob`."""

    path: Path


class AuditReportJob:
    """Write an audit's page: `Progress` ..., `AuditReportWritten`.

    Images that are gone since are left out of the page.

    Raises
    ------
    StorageError
        From `run`, naming the file that cannot be written.
    JobCancelledError
        From `run`, when stopped; nothing is written then.
    """

    def __init__(self, audit: KeptAudit, path: Path) -> None:
        self._audit, self._path = audit, path

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Writing {file}", file=self._path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Write and yield the events."""
        places = sorted(set(_shown_places(self._audit)))
        thumbnails: dict[int, bytes] = {}
        paths = [Path(self._audit.paths[place]) for place in places]
        for place, data in zip(places, in_order(_thumbnail, paths, should_stop=should_stop), strict=True):
            thumbnails |= {place: data} if data else {}
            yield Progress(len(thumbnails), len(places), translate("workspace", "copying images"))
        stop_if_asked(should_stop)
        write_text(self._path, build_audit_page(_Page(self._audit, thumbnails).page()))
        yield AuditReportWritten(self._path)


def _shown_places(audit: KeptAudit) -> Iterator[int]:
    """Yield the places of the images on the page."""
    for suspicion in audit.report.suspicions:
        yield from suspicion.with_it[:EXAMPLES]
        yield from suspicion.without_it[:EXAMPLES]
    for card in audit.report.cards:
        for cluster in card.clusters:
            yield from cluster.members[:EXAMPLES]
        for direction in card.directions:
            yield from direction.strongest[:EXAMPLES]


def _thumbnail(path: Path) -> bytes:
    """Return a small JPEG; nothing when the file is gone or damaged by now."""
    from PIL import Image

    from cnnstudio.data.decoding.decode import decode

    try:
        pixels = decode(path, at_least=(THUMBNAIL_PX, THUMBNAIL_PX), readable_part=True).pixels
    except ImageError:
        return b""
    image = Image.fromarray(pixels)
    image.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX))
    return _jpeg(np.asarray(image, np.uint8))


def _jpeg(pixels: NDArray[np.uint8]) -> bytes:
    """Encode (H, W, 3) as JPEG: a page with a hundred classes must still open."""
    from PIL import Image

    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=_JPEG_QUALITY)
    return stream.getvalue()


class _Page:
    """Turns an audit's values into what the page shows."""

    def __init__(self, audit: KeptAudit, thumbnails: dict[int, bytes]) -> None:
        self._audit, self._report, self._thumbnails = audit, audit.report, thumbnails

    def page(self) -> AuditPage:
        """Return everything."""
        audit, report = self._audit, self._report
        created = f"{datetime.fromisoformat(audit.created).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        return AuditPage(
            audit.run_name, audit.folder, created, _level(report.level), verdict(report),
            images_of_split(len(report.names), audit.split), audit.notes,
            tuple(map(self._suspicion, report.suspicions)), tuple(map(self._class, report.cards)), report.blind_spots,
            tuple(_level(info.level) for info in LEVELS), f"{report.seconds:,.0f} s", audit.version, INFERNO)

    def _suspicion(self, one: Suspicion) -> PageSuspicion:
        rows = tuple(figure_words(figure) for figure in one.figures)
        accuracies = ((translate("workspace", "Accuracy on the images with it"), one.accuracy_with),
                      (translate("workspace", "Accuracy on those without it"), one.accuracy_without))
        return PageSuspicion(
            _level(one.level), self._subject(one.class_index), one.headline, one.explanation, one.advice,
            tuple(PageFigure(row.text, row.value, row.control, row.limit) for row in rows),
            tuple((name, accuracy_words(accuracy)) for name, accuracy in accuracies if accuracy is not None),
            tuple(PagePicture(picture.title, png_bytes(picture.pixels)) for picture in one.pictures),
            self._examples(one.with_it), self._examples(one.without_it))

    def _subject(self, class_index: int | None) -> str:
        return translate("workspace", "All classes") if class_index is None else translate(
            "workspace", "Class {class_name}", class_name=self._report.class_names[class_index])

    def _class(self, card: ClassCard) -> PageClass:
        name = self._report.class_names[card.class_index]
        groups = tuple(self._cluster(card, cluster) for cluster in card.clusters)
        directions = tuple(
            PageGroup(translate(
                "workspace", "{share:.0f} % of the evidence goes with this feature; the images that show it most:",
                share=100 * one.share),
                      _map(card, one.mean_map, translate(
                          "workspace", "where the feature lies")), self._examples(one.strongest))
            for one in card.directions)
        return PageClass(
            name, _level(card.level), card.words, accuracy_words(card.accuracy),
            _map(card, card.mean_map, translate("workspace", "mean heatmap of {name}", name=name)),
            PagePicture(translate(
                "workspace", "mean image of {name}",
                name=name), _jpeg(shown_pixels(card.mean_image))), groups, directions)

    def _cluster(self, card: ClassCard, cluster: HeatmapCluster) -> PageGroup:
        return PageGroup(cluster.words, _map(card, cluster.mean_map, translate(
            "workspace", "mean heatmap of these images")),
                         self._examples(cluster.members))

    def _examples(self, places: Sequence[int]) -> tuple[PagePicture, ...]:
        return tuple(PagePicture(self._report.names[place], self._thumbnails[place]) for place in places[:EXAMPLES]
                     if place in self._thumbnails)


def images_of_split(count: int, split: str) -> str:
    """Return such as ``"12 test images"``."""
    one, many = _SPLITS.get(split, _SPLITS["all"])
    return counted(count, translate("workspace", one), translate("workspace", many))


def _level(level: Level) -> PageLevel:
    info = level_info(level)
    return PageLevel(_STYLES[level], info.sign, info.title, info.text)


def _map(card: ClassCard, values: NDArray[np.float32], title: str) -> PagePicture:
    return PagePicture(title, _jpeg(mean_overlay(card.mean_image, values)))

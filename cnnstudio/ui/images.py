"""Pictures for Qt: arrays to QImage and QPixmap, and a list model of thumbnails decoded in the background."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap

from cnnstudio.errors import CNNStudioError
from cnnstudio.ui import icons
from cnnstudio.ui.theme import theme
from cnnstudio.ui.wishes import Wishes

THUMBNAIL_PX = 96
KEPT_THUMBNAILS = 1200
_WAITING_LIMIT = 300
_THREADS = 2


def to_qimage(pixels: np.ndarray) -> QImage:
    """Return a QImage that owns a copy of ``pixels``: (H, W, 3) RGB or (H, W) grey, uint8."""
    if pixels.dtype != np.uint8 or pixels.ndim not in (2, 3):
        raise ValueError(f"pixels must be uint8 of (H, W) or (H, W, 3), not {pixels.dtype} {pixels.shape}")
    pixels = np.ascontiguousarray(pixels[..., 0] if pixels.ndim == 3 and pixels.shape[2] == 1 else pixels)
    form = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], form).copy()


def to_pixmap(pixels: np.ndarray) -> QPixmap:
    """Return a QPixmap of ``pixels``: (H, W, 3) RGB or (H, W) grey, uint8. GUI thread only."""
    return QPixmap.fromImage(to_qimage(pixels))


def fitted(image: QImage, side_px: int) -> QImage:
    """Return ``image`` scaled smoothly so that it fits a square of ``side_px``; tiny images keep hard pixels."""
    if image.isNull():
        return image
    grows = max(image.width(), image.height()) * 2 <= side_px
    mode = Qt.TransformationMode.FastTransformation if grows else Qt.TransformationMode.SmoothTransformation
    return image.scaled(QSize(side_px, side_px), Qt.AspectRatioMode.KeepAspectRatio, mode)


def load_thumbnail(path: Path, side_px: int) -> QImage:
    """Decode ``path`` and return it fitted to a square of ``side_px``; may run in any thread.

    A truncated file shows the part that can be read, so that the user sees what there would be to use.

    Raises
    ------
    ImageError
        When the file cannot be used.
    """
    from cnnstudio.data.decoding.decode import decode

    return fitted(to_qimage(decode(path, at_least=(side_px, side_px), readable_part=True).pixels), side_px)


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One row of a `ThumbnailModel`."""

    path: Path
    caption: str = ""
    tooltip: str = ""
    describe: Callable[[], str] | None = None
    """Makes the tool tip when it is asked for."""
    sign: str = ""
    """An icon in the picture's corner."""
    is_dim: bool = False


_READERS: dict[int, Callable[[Thumbnail, str], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row, _: row.caption,
    Qt.ItemDataRole.ToolTipRole: lambda row, reason: reason or _tooltip(row),
    Qt.ItemDataRole.AccessibleTextRole: lambda row, _: row.caption or row.path.name,
    Qt.ItemDataRole.UserRole + 1: lambda row, _: row.path,
    Qt.ItemDataRole.UserRole + 2: lambda row, _: row.caption,
    Qt.ItemDataRole.UserRole + 3: lambda _, reason: reason,
}
"""What a row says by role, given why it has no picture; the user's roles are those of `ThumbnailModel`."""


def _tooltip(row: Thumbnail) -> str:
    return row.describe() if row.describe is not None else row.tooltip or str(row.path)


def _device_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


class ThumbnailModel(QAbstractListModel):
    """A list of image files whose pictures are decoded when they are first looked at, newest wish first.

    Rows are plain values, so 100,000 of them cost nothing to show; at most `KEPT_THUMBNAILS` pictures are kept.
    Call `close` when the view goes.
    """

    PathRole = Qt.ItemDataRole.UserRole + 1
    CaptionRole = Qt.ItemDataRole.UserRole + 2
    ReasonRole = Qt.ItemDataRole.UserRole + 3
    """Why a file has no picture; empty while it is fine."""
    RowRole = Qt.ItemDataRole.UserRole + 4
    """The `Thumbnail`."""

    _arrived = Signal(int, int, object, object, str)

    def __init__(self, parent: QObject | None = None, *, side_px: int = THUMBNAIL_PX) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self._rows: Sequence[Thumbnail] = ()
        self._row_of: dict[Path, int] | None = {}
        self._ratio = _device_ratio()
        self._pictures: OrderedDict[Path, tuple[int, QPixmap]] = OrderedDict()
        self._reasons: dict[Path, str] = {}
        self._wanted = Wishes(_WAITING_LIMIT)
        self._asked: set[Path] = set()
        self._lock = threading.Lock()
        self._generation = 0
        self._active = 0
        self._pool: ThreadPoolExecutor | None = None
        self._placeholder: dict[str, QPixmap] = {}
        self._arrived.connect(self._on_arrived)
        theme().changed.connect(self._on_theme)

    def set_rows(self, rows: Sequence[Thumbnail]) -> None:
        """Show ``rows``; pictures of files that were there before are kept.

        ``rows`` may make its items when they are asked for: only those on the screen are.
        """
        self.beginResetModel()
        self._forget_wishes()
        self._rows = rows
        self._row_of = None
        self.endResetModel()

    def begin_frame(self) -> None:
        """Say that what is asked for from now on is on the screen together, from top to bottom."""
        with self._lock:
            self._wanted.begin_batch()

    def _forget_wishes(self) -> None:
        with self._lock:
            self._generation += 1
            self._wanted.clear()
            self._asked.clear()

    def set_files(self, paths: Sequence[Path]) -> None:
        """Show ``paths`` with their names as tool tips."""
        self.set_rows([Thumbnail(path, tooltip=path.name) for path in paths])

    def path(self, index: QModelIndex | QPersistentModelIndex) -> Path | None:
        """Return the file of a row."""
        return self._rows[index.row()].path if 0 <= index.row() < len(self._rows) else None

    def index_of(self, path: Path) -> QModelIndex:
        """Return the row of ``path``, or an invalid index."""
        if self._row_of is None:
            self._row_of = {row.path: number for number, row in enumerate(self._rows)}
        row = self._row_of.get(path)
        return QModelIndex() if row is None else self.index(row, 0)

    def close(self) -> None:
        """End the threads; the model stays usable and starts them again when needed."""
        with self._lock:
            self._wanted.clear()
            self._asked.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool, self._active = None, 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of files."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's picture, caption, file or the whole `Thumbnail`."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self.picture(row.path, index.row())
        if role == self.RowRole:
            return row
        reader = _READERS.get(role)
        return reader(row, self._reasons.get(row.path, "")) if reader is not None else None

    def row(self, place: int) -> Thumbnail:
        """Return a row; the same as by `RowRole`, and quicker."""
        return self._rows[place]

    def picture(self, path: Path, row: int) -> QPixmap:
        """Return a file's picture, or a blank one until it is decoded; it may have another side than asked for."""
        kept = self._pictures.get(path)
        if kept is not None:
            self._pictures.move_to_end(path)
            if kept[0] != self._side_px:
                self._ask(path, row)
            return kept[1]
        if path in self._reasons:
            return self._blank("error")
        self._ask(path, row)
        return self._blank("")

    @property
    def side_px(self) -> int:
        """Side of the square that pictures fit."""
        return self._side_px

    def set_side_px(self, side_px: int) -> None:
        """Make pictures of another size; those there are shown until the new ones are decoded."""
        if side_px == self._side_px:
            return
        self._forget_wishes()
        self._side_px = side_px
        self._placeholder.clear()
        self._on_theme()

    def _ask(self, path: Path, row: int) -> None:
        with self._lock:
            if path in self._asked:
                return
            self._asked.add(path)
            dropped = self._wanted.add((path, row))
            if dropped is not None:
                self._asked.discard(dropped[0])
            is_enough = self._active >= _THREADS
            self._active += 0 if is_enough else 1
        if is_enough:
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="cnnstudio thumbnails")
        self._pool.submit(self._decode_wanted)

    def _decode_wanted(self) -> None:
        """Decode while anything is wanted, the file asked for last first (in a thread of the pool)."""
        while True:
            with self._lock:
                if not self._wanted:
                    self._active -= 1
                    return
                (path, row), generation, side_px = self._wanted.pop(), self._generation, self._side_px
            if not self._decode(path, row, generation, side_px):
                return

    def _decode(self, path: Path, row: int, generation: int, side_px: int) -> bool:
        """Decode one file; false when nobody waits for it any more."""
        image, reason = QImage(), ""
        try:
            image = load_thumbnail(path, round(side_px * self._ratio))
            image.setDevicePixelRatio(self._ratio)
        except CNNStudioError as error:
            reason = getattr(error, "reason", str(error))
        except Exception as error:  # noqa: BLE001 - one picture must not end the pool
            reason = f"{type(error).__name__}: {error}"
        try:
            self._arrived.emit(generation, row, (path, side_px), image, reason)
        except RuntimeError:  # the model went meanwhile
            return False
        return True

    def _on_arrived(self, generation: int, row: int, wish: tuple[Path, int], image: QImage, reason: str) -> None:
        path, side_px = wish
        with self._lock:
            if generation == self._generation:
                self._asked.discard(path)
        if reason:
            self._reasons[path] = reason
        else:
            self._keep(path, side_px, QPixmap.fromImage(image))
        if generation == self._generation:
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)

    def _keep(self, path: Path, side_px: int, picture: QPixmap) -> None:
        self._pictures[path] = (side_px, picture)
        largest = max(self._side_px, THUMBNAIL_PX)
        limit = KEPT_THUMBNAILS * THUMBNAIL_PX ** 2 // largest ** 2  # large ones need as many bytes as small ones
        while len(self._pictures) > limit:
            self._pictures.popitem(last=False)

    def _blank(self, sign: str) -> QPixmap:
        if sign not in self._placeholder:
            picture = QPixmap(self._side_px, self._side_px)
            picture.fill(theme().color("hover"))
            if sign:
                picture = icons.pixmap(sign, self._side_px // 3, QColor(theme().color("bad")))
            self._placeholder[sign] = picture
        return self._placeholder[sign]

    def _on_theme(self) -> None:
        self._placeholder.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

"""The pictures of the labelling queue: decoded in threads before they are wanted, and shown as large as fits."""

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.theme import theme

if TYPE_CHECKING:
    from cnnstudio.workspace.label_journal import ImageKey

_KEPT = 8
_THREADS = 2
_SETTLED_MS = 150


def decoded(path: Path, size: QSize) -> QImage:
    """Return a picture fitted to ``size`` device pixels, ready to be painted; may run in any thread.

    Raises
    ------
    ImageError
        When the file cannot be used.
    """
    from cnnstudio.data.decoding.decode import decode

    image = to_qimage(decode(path, at_least=(size.height(), size.width())).pixels)
    grows = image.width() * 2 <= size.width() and image.height() * 2 <= size.height()
    mode = Qt.TransformationMode.FastTransformation if grows else Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode).convertToFormat(QImage.Format.Format_RGB32)


class QueuePictures(QObject):
    """Decodes the current picture and the next ones, and keeps the last few so that going back shows at once.

    Call `close` when the window goes.
    """

    arrived = Signal(object)
    """The `ImageKey` whose picture, or the reason for having none, is there now."""

    _decoded = Signal(object, int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._size = QSize(640, 480)
        self._found: OrderedDict[ImageKey, QImage | str] = OrderedDict()
        self._asked: set[ImageKey] = set()
        self._generation = 0
        self._pool: ThreadPoolExecutor | None = None
        self._decoded.connect(self._on_decoded)

    def set_size(self, size: QSize) -> None:
        """Fit pictures to ``size`` device pixels from now on; those there are forgotten when it is another one."""
        if size != self._size and not size.isEmpty():
            self._size = size
            self._generation += 1
            self._found.clear()
            self._asked.clear()

    def wish(self, images: "Sequence[tuple[ImageKey, Path]]") -> None:
        """Have pictures decoded, the first first; what is no longer wished for is dropped from memory by and by."""
        for key, path in images:
            if key in self._found:
                self._found.move_to_end(key)
            elif key not in self._asked:
                self._asked.add(key)
                if self._pool is None:
                    self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="cnnstudio labelling")
                self._pool.submit(self._decode, key, path, self._size, self._generation)

    def picture(self, key: "ImageKey") -> QImage | None:
        """Return a picture that is there; None while it is not, and where it cannot be shown."""
        found = self._found.get(key)
        return found if isinstance(found, QImage) else None

    def reason(self, key: "ImageKey") -> str:
        """Return why there is no picture; empty while that is not known."""
        found = self._found.get(key)
        return found if isinstance(found, str) else ""

    def close(self) -> None:
        """End the threads."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _decode(self, key: "ImageKey", path: Path, size: QSize, generation: int) -> None:
        try:
            self._decoded.emit(key, generation, decoded(path, size), "")
        except CNNStudioError as error:
            self._decoded.emit(key, generation, None, str(error).removeprefix(str(path)).lstrip(" :") or str(error))

    def _on_decoded(self, key: "ImageKey", generation: int, image: QImage | None, reason: str) -> None:
        if generation != self._generation:
            return
        self._asked.discard(key)
        self._found[key] = reason if image is None else image
        while len(self._found) > _KEPT:
            self._found.popitem(last=False)
        self.arrived.emit(key)


class BigPicture(QWidget):
    """One picture in the middle of its place; the place takes the keys."""

    size_settled = Signal(object)
    """Its size in device pixels, a moment after the last change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image: QImage | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._timer.timeout.connect(self._on_settled)
        theme().changed.connect(self.update)

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    @property
    def device_size(self) -> QSize:
        """Its size in device pixels."""
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def show_image(self, image: QImage | None) -> None:
        """Show another picture, or none."""
        self._image = image
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wait for the last of many sizes."""
        super().resizeEvent(event)
        self._timer.start()

    def _on_settled(self) -> None:
        self.size_settled.emit(self.device_size)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the picture, and a frame where the keys go."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("window"))
        if self._image is not None:
            room = self.size().toSizeF() * self.devicePixelRatioF()
            factor = min(1.0, room.width() / self._image.width(), room.height() / self._image.height())
            painter.save()
            painter.scale(1 / self.devicePixelRatioF(), 1 / self.devicePixelRatioF())
            painter.translate(QPointF((room.width() - factor * self._image.width()) // 2,
                                      (room.height() - factor * self._image.height()) // 2))
            painter.scale(factor, factor)
            painter.drawImage(0, 0, self._image)
            painter.restore()
        if self.hasFocus():
            painter.setPen(theme().color("line"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

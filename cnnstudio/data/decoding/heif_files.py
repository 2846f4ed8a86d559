"""Makes Pillow read HEIC and HEIF pictures, and keeps from the library what would end the whole process."""

import re
import threading
from typing import BinaryIO

from cnnstudio.data.decoding.refusal import RefusedError
from cnnstudio.wording import translate

_HELP = ("HEIC pictures need the library pi-heif (pip install pi-heif); or choose Settings > Camera > Formats > "
         "Most Compatible on the iPhone, or save it as JPEG")

_lock = threading.Lock()
_is_ready = False


def prepare_heif() -> None:
    """Let Pillow know the format; loaded once in a process, when the first such file arrives.

    Raises
    ------
    RefusedError
        When the library is not installed.
    """
    global _is_ready  # noqa: PLW0603 - one process, one registration
    with _lock:
        if _is_ready:
            return
        try:
            from pi_heif import register_heif_opener
        except ImportError as error:
            raise RefusedError(translate("data", _HELP)) from error
        register_heif_opener()
        _is_ready = True


def check_heif(stream: BinaryIO) -> None:
    """Refuse item types that are no text: pi-heif 1.4 ends the whole process at one (in `HeifImage.metadata`).

    They lie in the ``infe`` boxes of ISO 23008-12 (HEIF): length, name, version, flags, item number, protection, type.

    Raises
    ------
    RefusedError
        When there is such a type.
    """
    data = stream.read()
    stream.seek(0)
    for box in re.finditer(b"infe", data):
        start = box.start() - 4
        length = int.from_bytes(data[max(0, start):box.start()], "big")
        kind = box.end() + 4 + (4 if data[box.end():box.end() + 1] == b"\x03" else 2) + 2
        if not _is_text(data[kind:kind + 4]) or not _is_text(data[kind:start + length]):
            raise RefusedError(translate("data", "damaged: its list of contents cannot be read"))


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

"""The kinds of files a network can be opened from, told apart by their endings."""

from collections.abc import Callable, Mapping
from pathlib import Path

from cnnstudio.network import document
from cnnstudio.network.exported_program_reader import read_exported_program
from cnnstudio.network.import_assembly import ImportedNetwork
from cnnstudio.network.onnx_reader import read_onnx

READERS: Mapping[str, Callable[[Path], ImportedNetwork]] = {".onnx": read_onnx, ".pt2": read_exported_program}
"""Ending -> what reads a file another program wrote."""
ENDINGS = (".json", *READERS)


def is_foreign(path: Path) -> bool:
    """Whether a file's ending says that another program wrote it."""
    return path.suffix.lower() in READERS


def load_file(path: Path) -> ImportedNetwork:
    """Return the network in a file; a file without a known ending is taken for this program's own.

    Raises
    ------
    StorageError
        When the file cannot be read or is damaged.
    NetworkError
        When it holds no network that can be shown; the message names the file and what is in the way.
    MissingLibraryError
        When the library that reads it is absent.
    """
    reader = READERS.get(path.suffix.lower())
    return ImportedNetwork(document.load(path)) if reader is None else reader(path)

"""How a command finds the run it is given: by its folder, or by its name in the runs folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio import paths

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder

MANIFEST = "manifest.json"


def run_path(text: str, runs_directory: Path | None) -> Path:
    """Return the absolute folder a user means with ``text``; a path as it stands wins over a name."""
    path = Path(text).expanduser()
    named = (runs_directory or paths.runs_dir()) / text
    is_name = path.name == text and not path.exists() and named.exists()
    return (named if is_name else path).absolute()


def is_run(text: str, runs_directory: Path | None) -> bool:
    """Whether ``text`` leads to a run folder."""
    return (run_path(text, runs_directory) / MANIFEST).is_file()


def find_run(text: str, runs_directory: Path | None) -> "RunFolder":
    """Load the run a user means.

    Raises
    ------
    RunError
        When there is none or it is damaged, naming the file.
    """
    from cnnstudio.runs.store import RunFolder

    return RunFolder.load(run_path(text, runs_directory))

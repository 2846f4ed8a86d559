"""What the window remembers from one time to the next, with types."""

import os
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings

from cnnstudio import paths
from cnnstudio.languages import known
from cnnstudio.ui.theme import SchemeName

_RECENT_LIMIT = 6

SIZES = (100, 125, 150, 175, 200)
"""How large everything can be, in percent of the usual."""


class Settings:
    """A typed view of one settings file; a value that makes no sense is taken as absent.

    Parameters
    ----------
    path
        The file; in the user's data folder unless given.
    """

    def __init__(self, path: Path | None = None) -> None:
        path = path if path is not None else paths.user_data_dir() / paths.SETTINGS
        self.path = path
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def problem(self) -> str:
        """Why the settings are not those of the last time, or will not be kept, in a sentence; mostly empty."""
        reason = _trouble(self.path)
        if reason:
            return reason.format(path=self.path)
        if self._store.status() == QSettings.Status.NoError:
            return ""
        return QCoreApplication.translate("settings", "The settings in {path} are damaged; what cannot be read is as "
                                          "at the first start.").format(path=self.path)

    @property
    def scheme(self) -> SchemeName:
        """Light, dark or as the system says."""
        name = str(self._store.value("view/scheme", "system"))
        return cast("SchemeName", name) if name in get_args(SchemeName) else "system"

    @scheme.setter
    def scheme(self, name: SchemeName) -> None:
        self._store.setValue("view/scheme", name)

    @property
    def language(self) -> str:
        """The code of a language, or ``"system"``."""
        return known(str(self._store.value("view/language", "system"))) or "system"

    @language.setter
    def language(self, wish: str) -> None:
        self._store.setValue("view/language", wish)

    @property
    def size(self) -> int:
        """How large everything is, in percent."""
        text = str(self._store.value("view/size", "100"))
        return int(text) if text in map(str, SIZES) else 100

    @size.setter
    def size(self, percent: int) -> None:
        self._store.setValue("view/size", str(percent))

    @property
    def is_beamer(self) -> bool:
        """Whether everything is half as large again, to be seen from the last row."""
        return str(self._store.value("view/beamer", "false")).lower() == "true"

    @is_beamer.setter
    def is_beamer(self, value: bool) -> None:
        self._store.setValue("view/beamer", "true" if value else "false")

    @property
    def recent_folders(self) -> tuple[Path, ...]:
        """The image folders opened last, newest first; those that are gone are left out."""
        value = self._store.value("folders/recent", [])
        texts = value if isinstance(value, list) else [value]
        return tuple(Path(text) for text in texts if isinstance(text, str) and text and Path(text).is_dir())

    def remember_folder(self, folder: Path) -> None:
        """Put ``folder`` at the head of the recent ones."""
        others = [str(path) for path in self.recent_folders if path != folder]
        self._store.setValue("folders/recent", [str(folder), *others][:_RECENT_LIMIT])

    def forget_folders(self) -> None:
        """Empty the list of recent folders."""
        self._store.remove("folders/recent")

    @property
    def recent_projects(self) -> tuple[Path, ...]:
        """The project files opened or saved last, newest first; nobody looks whether they are still there."""
        value = self._store.value("projects/recent", [])
        texts = value if isinstance(value, list) else [value]
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)[:_RECENT_LIMIT]

    def remember_project(self, path: Path) -> None:
        """Put a project file at the head of the recent ones."""
        others = [str(one) for one in self.recent_projects if one != path]
        self._store.setValue("projects/recent", [str(path), *others][:_RECENT_LIMIT])

    @property
    def keep_awake(self) -> bool:
        """Whether the computer is kept from falling asleep while it trains."""
        return str(self._store.value("training/keep_awake", "true")).lower() != "false"

    @keep_awake.setter
    def keep_awake(self, value: bool) -> None:
        self._store.setValue("training/keep_awake", "true" if value else "false")

    @property
    def left_run(self) -> Path | None:
        """The run whose training was stopped because the window was closed; None when there is none."""
        text = str(self._store.value("training/left_run", ""))
        return Path(text) if text else None

    @left_run.setter
    def left_run(self, path: Path | None) -> None:
        self._store.setValue("training/left_run", str(path) if path is not None else "")

    @property
    def tour_step(self) -> int:
        """The step of the guided tour to go on with, from 0."""
        text = str(self._store.value("tour/step", "0"))
        return int(text) if text.isascii() and text.isdigit() else 0

    @tour_step.setter
    def tour_step(self, number: int) -> None:
        self._store.setValue("tour/step", str(number))

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty the first time."""
        value = self._store.value("view/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("view/geometry", value)

    def save(self) -> None:
        """Write to the file now."""
        self._store.sync()


def _trouble(path: Path) -> str:
    """Return what is wrong with the file itself; one that is not there yet is in order."""
    if not path.exists():
        return ""
    if not path.is_file():
        return QCoreApplication.translate("settings", "{path} is a folder, not the file of the settings; they are as "
                                          "at the first start and are not kept. Rename the folder.")
    if not os.access(path, os.R_OK):
        return QCoreApplication.translate("settings", "The settings in {path} may not be read; they are as at the "
                                          "first start.")
    if not os.access(path, os.W_OK):
        return QCoreApplication.translate("settings", "The settings in {path} may not be changed; what you set now is "
                                          "forgotten at the end.")
    return ""

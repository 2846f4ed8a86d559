"""The language the commands speak: that of ``--language``, else ``CNNSTUDIO_LANGUAGE``, else the window's."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from cnnstudio import languages, paths, wording
from cnnstudio.errors import InputError
from cnnstudio.wording import alternatives, translate

_FLAG = "--language"
_SETTINGS_LIMIT = 1_000_000
_CHOSEN_IN_WINDOW = re.compile(r"^\[view\]\n(?:[^\[\n].*\n|\n)*?language=(\w+)$", re.MULTILINE)
"""As Qt writes it; without Qt nobody else reads the file."""


def speak(words: Sequence[str]) -> list[str]:
    """Take ``--language CODE`` out of a command line, speak that language from now on, and return the rest.

    Without either it is the language chosen in the window, and English where none was. The language of the system is
    not asked: what a script reads must not depend on the desktop it runs on. Processes that are started from here
    speak the same one.

    Raises
    ------
    InputError
        The program does not speak that language.
    """
    rest, wish = _parted(list(words))
    if wish is not None:
        if not languages.known(wish):
            codes = alternatives([info.code for info in languages.LANGUAGES])
            raise InputError(translate("cli", "{name} is no language of this program: choose {codes} after --language.",
                                       name=repr(wish), codes=codes))
        os.environ[languages.CHOSEN] = languages.known(wish)
    code = languages.chosen_by_environment() or languages.known(chosen_in_window(paths.user_data_dir()))
    if code and code != "en":
        wording.set_translator(languages.catalogue(code).translate, code,
                               nouns_are_capital=languages.nouns_are_capital(code))
    return rest


def chosen_in_window(folder: Path) -> str:
    """Return what the window's settings, kept in ``folder``, say of the language; nothing where they do not."""
    try:
        with (folder / paths.SETTINGS).open(encoding="utf-8", errors="replace") as file:
            found = _CHOSEN_IN_WINDOW.search(file.read(_SETTINGS_LIMIT))
    except OSError:
        return ""
    return found[1] if found else ""


def _parted(words: list[str]) -> tuple[list[str], str | None]:
    """Return the words without the flag, and its value: an empty one where nothing follows it."""
    for place, word in enumerate(words):
        if word == _FLAG:
            return words[:place] + words[place + 2:], "".join(words[place + 1:place + 2])
        if word.startswith(f"{_FLAG}="):
            return words[:place] + words[place + 1:], word.partition("=")[2]
    return words, None

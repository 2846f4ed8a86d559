"""The language the commands speak: English unless ``--language`` or ``CNNSTUDIO_LANGUAGE`` names another."""

import os
from collections.abc import Sequence

from cnnstudio import languages, wording
from cnnstudio.errors import InputError
from cnnstudio.wording import alternatives, translate

_FLAG = "--language"


def speak(words: Sequence[str]) -> list[str]:
    """Take ``--language CODE`` out of a command line, speak that language from now on, and return the rest.

    The language of the system is not asked: what a script reads must not depend on the desktop it runs on. Processes
    that are started from here speak the same one.

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
    code = languages.chosen_by_environment()
    if code and code != "en":
        wording.set_translator(languages.catalogue(code).translate)
    return rest


def _parted(words: list[str]) -> tuple[list[str], str | None]:
    """Return the words without the flag, and its value: an empty one where nothing follows it."""
    for place, word in enumerate(words):
        if word == _FLAG:
            return words[:place] + words[place + 2:], "".join(words[place + 1:place + 2])
        if word.startswith(f"{_FLAG}="):
            return words[:place] + words[place + 1:], word.partition("=")[2]
    return words, None

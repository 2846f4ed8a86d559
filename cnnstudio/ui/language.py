"""Which language the window speaks: the program's and Qt's own translations, exchanged while it runs."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from cnnstudio import languages, wording
from cnnstudio.ui.rewording import KEY_NAMES, Reworder, Served, ServedTexts

SYSTEM = "system"
"""The language of the system, where the program speaks it."""


_KEYS = ("Ctrl", "Shift", "Alt", "Del", "Ins", "Esc", "Return", "Backspace")


class ProgramTranslator(QTranslator):
    """Gives Qt the program's texts in one language and keeps in mind which it gave.

    Parameters
    ----------
    code
        A code of `languages.LANGUAGES`, or `languages.PSEUDO`.
    """

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = languages.catalogue(code)
        self.served = ServedTexts()

    def isEmpty(self) -> bool:  # noqa: N802
        """Say that there is something in it; English too is asked, so that what it gave is known."""
        return False

    def translate(self, context: str, text: str, _remark: str | None = None, _count: int = -1) -> str:
        """Return ``text`` in the language."""
        if context == KEY_NAMES:  # names of keys are Qt's
            return text
        words = self._catalogue.translate(context, text)
        self.served.add(words, Served(context, text))
        return words


class Language(QObject):
    """The language of the process; there is one."""

    changed = Signal()
    """Texts asked for from now on come in another language; what is on show follows piece by piece."""
    followed = Signal()
    """What is on show has followed. A widget that takes the place of another is best made now: before, it may be taken
    for the one that was where it is, and its text be put into the language once more."""

    def __init__(self) -> None:
        super().__init__()
        self.code = "en"
        self._own: ProgramTranslator | None = None
        self._qts: QTranslator | None = None
        self._reworder: Reworder | None = None

    def set_language(self, wish: str) -> None:
        """Speak another language from now on, in what is on show too.

        Parameters
        ----------
        wish
            A code, or ``"system"``; English where it is not known.
        """
        code = resolved(wish)
        if self._own is not None and code == self.code:
            return
        before, self.code = self._own, code
        self._remove()
        self._install(code)
        if before is not None:
            self._reword(before)
            self.changed.emit()

    def reset(self) -> None:
        """Take all translations out again; only whoever tests needs it."""
        self._remove()
        self._own, self.code = None, "en"
        wording.set_translator(None)

    @property
    def is_at_work(self) -> bool:
        """Whether texts that are not seen are still to follow."""
        return self._reworder is not None and self._reworder.is_at_work

    def finish(self) -> None:
        """Have all texts follow now."""
        if self._reworder is not None:
            self._reworder.finish()

    def _install(self, code: str) -> None:
        """Install the program's texts first and Qt's own last, which is asked first and knows none of ours."""
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        self._own, self._qts = ProgramTranslator(code, self), QTranslator(self)
        QCoreApplication.installTranslator(self._own)
        if self._qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            QCoreApplication.installTranslator(self._qts)
        wording.set_translator(self._own.translate, code, nouns_are_capital=languages.nouns_are_capital(code))
        for name in _KEYS:  # Qt's own words, so that the keys in tool tips can follow too
            self._own.served.add(QCoreApplication.translate(KEY_NAMES, name), Served(KEY_NAMES, name))

    def _remove(self) -> None:
        for translator in (self._own, self._qts):
            if translator is not None:
                QCoreApplication.removeTranslator(translator)

    def _reword(self, before: ProgramTranslator) -> None:
        if self._reworder is not None:
            self._reworder.finish()
        self._reworder = Reworder(before.served, QCoreApplication.translate, self)
        self._reworder.ended.connect(self.followed)
        self._reworder.reword()


@lru_cache(maxsize=1)
def language() -> Language:
    """Return the language of this process."""
    return Language()


def resolved(wish: str) -> str:
    """Return the code of the language that ``wish`` stands for: English for one the program does not speak."""
    if wish != SYSTEM:
        return languages.known(wish) or "en"
    spoken = (languages.known(name) for name in QLocale.system().uiLanguages())
    return next((code for code in spoken if code), "en")


def wished(remembered: str) -> str:
    """Return the language to start in: that of ``CNNSTUDIO_LANGUAGE``, else the remembered one."""
    return languages.chosen_by_environment() or remembered

"""The tutorials are read in the window: offline, with their pictures, from one to the next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from cnnstudio import paths
from cnnstudio.ui.help import tutorials as module
from cnnstudio.ui.help.tutorials import NAMES, TutorialDialog
from cnnstudio.ui.language import language
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.theme import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def dialog(qtbot: QtBot) -> TutorialDialog:
    result = TutorialDialog()
    qtbot.addWidget(result)
    result.show()
    qtbot.waitUntil(lambda: bool(result.page.toPlainText()))
    return result


def picture_urls(dialog: TutorialDialog) -> list[str]:
    """Return the names of the pictures on the page."""
    found, block = [], dialog.page.document().begin()
    while block.isValid():
        found += [form.format.toImageFormat().name() for form in block.textFormats() if form.format.isImageFormat()]
        block = block.next()
    return found


@pytest.mark.parametrize("name", NAMES)
def test_each_tutorial_is_shown_with_its_pictures_no_wider_than_the_page(dialog: TutorialDialog, name: str) -> None:
    dialog.show_page(name)
    assert dialog.name == name
    first = paths.document(f"tutorials/{name}.md").read_text(encoding="utf-8").splitlines()[0]
    assert dialog.page.toPlainText().startswith(first.removeprefix("# "))
    urls = picture_urls(dialog)
    assert urls
    base = dialog.page.document().baseUrl()
    for url in urls:
        picture = dialog.page.loadResource(IMAGE, base.resolved(QUrl(url)))
        assert not picture.isNull(), url
        assert picture.width() / picture.devicePixelRatio() <= dialog.page.viewport().width()
    assert dialog.page.horizontalScrollBar().maximum() == 0


def test_the_keyboard_goes_from_one_to_the_next(dialog: TutorialDialog) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.name == NAMES[1]
    assert dialog.page.toPlainText().startswith("Your own photographs")
    assert dialog.page.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_links_lead_to_other_tutorials_and_to_the_glossary_and_nowhere_else(qtbot: QtBot,
                                                                            dialog: TutorialDialog) -> None:
    dialog.page.anchorClicked.emit(QUrl("transfer-learning.md"))
    assert dialog.name == "transfer-learning"
    with qtbot.waitSignal(dialog.glossary_requested):
        dialog.page.anchorClicked.emit(QUrl("../glossary.md"))
    dialog.page.anchorClicked.emit(QUrl("http://example.org/own-photos.html"))
    assert dialog.name == "transfer-learning"


def test_only_pictures_of_the_documentation_are_read(dialog: TutorialDialog, tmp_path: Path) -> None:
    outside = tmp_path / "a.png"
    outside.write_bytes(paths.document("images/sweep-light.png").read_bytes())
    assert dialog.page.loadResource(IMAGE, QUrl.fromLocalFile(str(outside))) is None
    assert dialog.page.loadResource(IMAGE, QUrl("../../README.md")) is None
    inside = dialog.page.loadResource(IMAGE, QUrl("../images/sweep-light.png"))
    assert not inside.isNull()


def test_titles_page_and_pictures_follow_the_language(english: None, dialog: TutorialDialog) -> None:
    dialog.show_page("own-photos")
    for code, title in (("da", "Dine egne fotografier"), ("sv", "Dina egna fotografier"), ("de", "Ihre eigenen Fotos"),
                        ("en", "Your own photographs")):
        language().set_language(code)
        language().finish()
        assert dialog.name == "own-photos"
        assert dialog.list.currentItem().text() == title
        assert dialog.page.toPlainText().startswith(title)
        (url,) = picture_urls(dialog)
        assert (f"/{code}/" in url) == (code != "en")
        assert not dialog.page.loadResource(IMAGE, QUrl(url)).isNull()


def test_a_page_that_a_language_has_not_is_shown_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language(), "code", "da")   # nothing on show has to follow
    assert module.title_of("hand-in") == "Aflever opgaven"
    before = module.document
    monkeypatch.setattr(module, "document", lambda relative: before(relative.replace("/da/hand", "/da/no")))
    assert module.title_of("hand-in") == "Handing it in"


def test_a_missing_file_is_said_and_not_thrown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "document", lambda relative: tmp_path / relative)
    dialog = TutorialDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "cannot be read" in dialog.page.toPlainText())
    assert dialog.list.item(0).text() == NAMES[0]


def test_the_page_takes_the_colours_of_the_other_scheme(dialog: TutorialDialog) -> None:
    theme().set_scheme("dark")
    dark = dialog.page.grab().toImage()
    theme().set_scheme("light")
    assert dialog.page.grab().toImage() != dark
    assert dialog.page.toPlainText()


def test_the_menu_opens_them_beside_the_work(qtbot: QtBot, window: MainWindow) -> None:
    window.findChild(QAction, "action_show_tutorials").trigger()
    opened = window.helping.tutorials
    assert opened is not None
    assert not opened.isModal()
    opened.page.anchorClicked.emit(QUrl("../glossary.md"))
    assert window.helping.glossary is not None
    window.helping.glossary.close()
    window.findChild(QAction, "action_show_tutorials").trigger()
    assert window.helping.tutorials is opened
    opened.close()
    assert window.helping.tutorials is None


def test_in_an_installed_wheel_they_lie_with_the_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "cnnstudio"
    (package / "resources" / "docs").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.document("tutorials/a.md") == package / "resources" / "docs" / "tutorials" / "a.md"


def test_a_glossary_that_went_with_the_dialog_it_belonged_to_opens_again(qtbot: QtBot, window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.open()
    window.helping.show_term("kernel")
    assert window.helping.glossary is not None
    assert window.helping.glossary.parentWidget() is dialog
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.helping.show_term("stride")
    assert window.helping.glossary is not None
    assert window.helping.glossary.name == "stride"
    window.helping.glossary.close()

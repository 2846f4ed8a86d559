"""A window smaller than its page: nothing is cut off, header and rail stay."""

from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.page_area import PageArea


def _pages() -> QStackedWidget:
    pages = QStackedWidget()
    for _ in range(2):
        page = QLabel("page")
        page.setMinimumSize(1000, 700)
        pages.addWidget(page)
    return pages


def test_a_page_has_all_the_space_and_never_less_than_it_needs(qtbot: QtBot) -> None:
    pages = _pages()
    area = PageArea(pages)
    qtbot.addWidget(area)
    area.resize(1600, 900)
    area.show()
    assert (pages.width(), pages.height()) == (1600, 900)
    area.resize(500, 300)
    assert (pages.width(), pages.height()) == (1000, 700)
    assert area.horizontalScrollBar().maximum() >= 500


def test_another_page_is_shown_from_its_upper_left_corner(qtbot: QtBot) -> None:
    pages = _pages()
    area = PageArea(pages)
    qtbot.addWidget(area)
    area.resize(500, 300)
    area.show()
    area.verticalScrollBar().setValue(100)
    area.horizontalScrollBar().setValue(100)
    pages.setCurrentIndex(1)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == area.horizontalScrollBar().value() == 0)


def test_the_window_fits_a_full_hd_screen_at_twice_the_size(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    for name in ("data", "network", "train", "look", "runs"):
        window.page(name)
    window.show()
    smallest = window.minimumSizeHint().expandedTo(window.minimumSize())
    assert smallest.width() <= 960
    assert smallest.height() <= 480  # of 540, for the desktop wants some for itself
    assert max(window.page(name).minimumSizeHint().width() for name in ("data", "train")) > 960  # else this is easy
    window.close()


def test_the_rail_and_the_header_do_not_move_with_the_page(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    area = window.findChild(QWidget, "page_area")
    assert isinstance(area, PageArea)
    for part in (window.rail, window.header, window.status):
        assert not area.isAncestorOf(part)
    assert area.isAncestorOf(window.pages)

"""The form of random changes: exact values, words beside the switch concerned, a way out at a click; the strip."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from cnnstudio.data.augment.cautions import Subject
from cnnstudio.data.config import AUGMENTATION_NAMES, AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.ui.data.augment_form import AugmentForm
from cnnstudio.ui.data.augment_strip import AugmentStrip
from cnnstudio.ui.data.augment_tiles import AugmentTiles
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.augmentations import AUGMENTATIONS, suited
from tests.helpers.images import make_folder

DIGITS = Subject(tuple("0123456789"))


@pytest.fixture
def form(qtbot: QtBot) -> AugmentForm:
    result = AugmentForm()
    qtbot.addWidget(result)
    result.resize(300, 900)
    result.show()
    return result


def told_by(form: AugmentForm) -> list[AugmentConfig]:
    told: list[AugmentConfig] = []
    form.changed.connect(told.append)
    return told


def button(form: AugmentForm, name: str) -> QPushButton:
    found = form.findChild(QPushButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", AUGMENTATION_NAMES)
def test_each_change_can_be_switched_on_and_off_and_keeps_its_probability(form: AugmentForm, name: str) -> None:
    told = told_by(form)
    row = form._rows[name]
    row.switch.click()
    assert [one for one in AUGMENTATION_NAMES if told[-1].is_on(one)] == [name]
    assert getattr(told[-1], f"{name}_p") == AugmentConfig.model_fields[f"{name}_p"].default
    row.probability.setValue(30)
    assert getattr(told[-1], f"{name}_p") == 0.3
    row.switch.click()
    assert told[-1].is_identity
    row.switch.click()
    assert getattr(told[-1], f"{name}_p") == 0.3


def test_an_edit_leaves_the_exact_values_of_the_others_alone(form: AugmentForm) -> None:
    """Sliders know only whole steps."""
    exact = AugmentConfig(rotate_deg=12.345, hue=0.0333, blur=1.234, blur_p=0.123, crop=0.4)
    form.set_value(exact)
    told = told_by(form)
    assert form.value() == exact
    form._rows["crop"].slider.setValue(50)
    assert told == [exact.model_copy(update={"crop": 0.5})]


def test_a_change_that_never_happens_counts_as_off(form: AugmentForm) -> None:
    form.set_value(AugmentConfig(noise=0.1, noise_p=0.0))
    assert not form._rows["noise"].switch.isChecked()


def test_a_warning_stands_beside_its_switch_and_a_click_ends_it(form: AugmentForm) -> None:
    form.set_value(AugmentConfig(flip_horizontal=True, rotate_deg=10))
    assert form._rows["flip_horizontal"].notice.isHidden()
    form.set_subject(DIGITS)
    notice = form._rows["flip_horizontal"].notice
    assert not notice.isHidden()
    assert "mirrored" in notice.findChild(QLabel, "flip_horizontal_warning").text()
    told = told_by(form)
    button(form, "flip_horizontal_off").click()
    assert told == [AugmentConfig(rotate_deg=10)]
    assert notice.isHidden()


def test_a_warning_in_a_closed_section_opens_it(form: AugmentForm) -> None:
    section = form._sections[-1]
    assert not section.is_open
    form.set_subject(Subject(("cat", "dog"), epochs=3))
    form.set_value(AugmentConfig(mixup=0.2))
    assert section.is_open
    section.heading.click()
    assert not section.is_open
    section.heading.click()
    assert form._rows["mixup"].notice.isVisible()


def test_a_section_says_how_many_of_its_changes_are_on(form: AugmentForm) -> None:
    form.set_value(AugmentConfig(blur=1.0, noise=0.1))
    count = form.findChild(QLabel, "augment_detail_count")
    assert count is not None
    assert count.text() == "2 on"
    form.set_value(AugmentConfig())
    assert count.text() == ""


@pytest.mark.parametrize("name", ["light", "medium", "strong"])
def test_ready_made_strengths_do_not_mirror_digits_and_say_so(form: AugmentForm, name: str) -> None:
    form.set_subject(DIGITS)
    told = told_by(form)
    button(form, f"augment_{name}").click()
    assert told == [suited(name, DIGITS).config]
    assert not told[-1].flip_horizontal
    assert button(form, f"augment_{name}").isChecked()
    note = form.findChild(QLabel, "augment_note")
    assert note is not None
    assert note.text().startswith("Without Mirror")
    form.set_subject(Subject(("cat", "dog")))
    assert not button(form, f"augment_{name}").isChecked(), "for photographs this is another setting"


def test_the_form_fits_the_panel(form: AugmentForm) -> None:
    form.set_subject(Subject(("left", "right"), is_grey=True, epochs=2))
    form.set_value(AUGMENTATIONS["strong"].model_copy(update={"mixup": 0.2, "cutmix": 1.0, "flip_vertical": True}))
    assert form.minimumSizeHint().width() <= 300


def test_every_field_has_a_name_for_screen_readers_and_help(form: AugmentForm) -> None:
    for row in form._rows.values():
        for field in filter(None, (row.switch, row.slider, row.probability)):
            assert field.accessibleName()
            assert field.toolTip()


@pytest.fixture
def strip(qtbot: QtBot, jobs: JobRunner) -> AugmentStrip:
    result = AugmentStrip(jobs)
    qtbot.addWidget(result)
    result.resize(300, 200)
    return result


def test_mixed_versions_say_their_shares_and_can_be_enlarged(
        qtbot: QtBot, strip: AugmentStrip, tmp_path: Path) -> None:
    folder = scan(make_folder(tmp_path, {"cat": 2, "dog": 2}, 24))
    strip.set_wish(folder.files[0].path, PreprocessConfig(height=16, width=16), AugmentConfig(cutmix=1.0), folder)
    qtbot.waitUntil(lambda: len(strip.images) == 8, timeout=20_000)
    assert any(" % cat · " in one or " % dog · " in one for one in strip.captions)
    tiles = strip.findChild(AugmentTiles)
    assert tiles is not None
    number = next(number for number, one in enumerate(strip.captions) if one)
    window = tiles.enlarge(number)
    assert [one.text() for one in window.findChildren(QLabel) if one.text()] == [strip.captions[number]]
    qtbot.mouseRelease(tiles, Qt.MouseButton.LeftButton)
    assert window.isHidden()


def test_the_tile_under_the_mouse_is_found(qtbot: QtBot, strip: AugmentStrip) -> None:
    tiles = AugmentTiles(strip)
    tiles.resize(298, 146)
    tiles.set_images(tuple(QImage(8, 8, QImage.Format.Format_RGB888) for _ in range(6)), ("",) * 6)
    side = (298 - 18) // 4
    assert tiles._number_at(QPoint(5, 5)) == 0
    assert tiles._number_at(QPoint(2 * side + 14, side + 10)) is None, "no picture there"
    assert tiles._number_at(QPoint(side + 10, side + 10)) == 5
    assert tiles._number_at(QPoint(side + 2, 5)) is None, "between two"


def test_probabilities_are_whole_percents_in_a_small_field(form: AugmentForm) -> None:
    field = form.findChild(QSpinBox, "grey_probability")
    assert field is not None
    form.set_value(AugmentConfig(grey=True, grey_p=0.1))
    assert field.text() == "10 %"
    assert field.width() <= 60

"""The Data page: classes, thumbnails, settings, the live strip, findings."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSlider, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import AUGMENTATION_NAMES, AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.split import split
from cnnstudio.ui.data.augment_form import AugmentForm
from cnnstudio.ui.data.augment_strip import AugmentStrip
from cnnstudio.ui.data.contents import ASIDE, FolderContents, ImageFilter
from cnnstudio.ui.data.page import DataPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.augment_preview_job import AugmentPreviewJob, AugmentPreviewReady
from cnnstudio.workspace.augmentations import AUGMENTATIONS
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    """Ten cats, five dogs, one picture twice, one broken file, one text."""
    root = make_folder(tmp_path_factory.mktemp("data_page") / "pets", {"cat": 10, "dog": 5}, 24)
    shutil.copy(root / "cat" / "cat_0000.png", root / "cat" / "copy of cat_0000.png")
    (root / "dog" / "broken.png").write_bytes(b"")
    (root / "dog" / "notes.txt").write_text("not a picture")
    return scan(root)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "runs")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, jobs: JobRunner) -> Iterator[DataPage]:
    result = DataPage(workspace, jobs)
    qtbot.addWidget(result)
    result.resize(1280, 720)
    result.show()
    yield result
    result.shut_down()


@pytest.fixture
def filled(page: DataPage, workspace: Workspace, folder: ImageFolder) -> DataPage:
    workspace.open_folder(folder, name="pets")
    return page


def text(page: DataPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_without_images_the_page_says_what_to_do(qtbot: QtBot, page: DataPage) -> None:
    button = page.findChild(QPushButton, "data_empty_button")
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(page.navigate_requested) as asked:
        button.click()
    assert asked.args == ["welcome"]


def test_counts_of_each_class_and_split_add_up(folder: ImageFolder) -> None:
    contents = FolderContents(folder, split(folder, SplitConfig(validation_share=0.2)))
    rows = contents.class_rows()
    assert [row.name for row in rows] == ["cat", "dog"]
    assert [row.total for row in rows] == [11, 5]
    assert sum(row.counts[0] for row in rows) == len(contents.splits.train)
    assert sum(row.counts[1] for row in rows) == len(contents.splits.validation)


def test_a_filter_shows_just_what_it_says(folder: ImageFolder) -> None:
    contents = FolderContents(folder, split(folder, SplitConfig()))
    dogs = contents.rows(ImageFilter(class_index=1))
    assert [row.path.parent.name for row in dogs] == ["dog"] * 5
    both = contents.rows(ImageFilter(class_index=1, split="validation"))
    validation = {folder.files[number].path for number in contents.splits.validation}
    assert {row.path for row in both} == validation & {row.path for row in dogs}
    assert len(contents.rows(ImageFilter())) == 16
    aside = contents.rows(ImageFilter(split=ASIDE))
    assert {row.caption for row in aside} == {"broken.png", "notes.txt"}
    assert any("0 bytes" in row.describe() for row in aside if row.describe is not None)
    assert [row.path for row in dogs[1:3]] == [row.path for row in dogs][1:3]


def test_classes_and_splits_filter_the_grid_and_show_all_brings_everything_back(
        qtbot: QtBot, filled: DataPage) -> None:
    assert filled.shown_count == 16
    assert text(filled, "shown_count") == "Images: 16"
    filled.classes.choose(1, None)
    assert filled.shown_count == 5
    assert text(filled, "shown_count") == "dog: 5"
    combo = filled.findChild(QComboBox, "split_filter")
    assert combo is not None
    combo.setCurrentIndex(combo.findData(ASIDE))
    assert filled.shown_count == 2
    show_all = filled.findChild(QPushButton, "show_all")
    assert show_all is not None
    show_all.click()
    assert filled.shown_count == 16
    assert not show_all.isVisible()


def test_a_searched_class_stays_and_others_go(qtbot: QtBot, filled: DataPage) -> None:
    from PySide6.QtWidgets import QLineEdit

    search = filled.findChild(QLineEdit, "class_search")
    assert search is not None
    filled.classes.choose(0, None)
    search.setText("DOG")
    model = filled.classes._model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["All classes", "dog"]
    assert filled.classes.class_index is None, "the class chosen before is not in the list any more"
    filled.grab()


def test_selecting_an_image_selects_it_everywhere(qtbot: QtBot, filled: DataPage, workspace: Workspace) -> None:
    assert workspace.selected_image == filled.model.path(filled.model.index(0, 0))
    third = filled.grid.visualRect(filled.model.index(2, 0)).center()
    with qtbot.waitSignal(filled.grid.selectionModel().currentChanged):
        qtbot.mouseClick(filled.grid.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert workspace.selected_image == filled.model.path(filled.model.index(2, 0))
    assert "cat" in text(filled, "selected_image")
    other = filled.model.path(filled.model.index(7, 0))
    workspace.select_image(other)
    assert filled.grid.currentIndex().row() == 7


def test_a_double_click_and_the_button_look_inside(qtbot: QtBot, filled: DataPage) -> None:
    first = filled.grid.visualRect(filled.model.index(0, 0)).center()
    with qtbot.waitSignal(filled.navigate_requested) as asked:
        qtbot.mouseClick(filled.grid.viewport(), Qt.MouseButton.LeftButton, pos=first)
        qtbot.mouseDClick(filled.grid.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert asked.args == ["look"]
    button = filled.findChild(QPushButton, "look_inside")
    assert button is not None
    with qtbot.waitSignal(filled.navigate_requested):
        button.click()


def test_findings_are_listed_and_show_their_images(qtbot: QtBot, filled: DataPage) -> None:
    qtbot.waitUntil(lambda: len(filled.health.lines) >= 2, timeout=10_000)
    kinds = {line.finding.kind for line in filled.health.lines}
    assert {"damaged", "duplicates"} <= kinds
    button = filled.findChild(QPushButton, "show_duplicates")
    assert button is not None
    button.click()
    assert filled.shown_count == 2
    names = {filled.model.path(filled.model.index(row, 0)).name for row in range(2)}  # type: ignore[union-attr]
    assert names == {"cat_0000.png", "copy of cat_0000.png"}
    damaged = filled.findChild(QPushButton, "show_damaged")
    assert damaged is not None
    damaged.click()
    assert filled.shown_count == 1
    filled.grab()


def test_forms_change_the_workspace_and_follow_it(qtbot: QtBot, filled: DataPage, workspace: Workspace) -> None:
    height = filled.settings.preprocess.field("height")
    assert isinstance(height, QSpinBox)
    height.setValue(40)
    assert workspace.preprocess.height == 40
    source = workspace.graph.input_node
    assert source is not None
    assert source.parameters["height"] == 40
    workspace.set_split(SplitConfig(validation_share=0.4))
    assert filled.settings.split.value().validation_share == 0.4
    assert workspace.splits is not None
    assert filled.classes._rows[0].counts[1] >= 4


def test_a_split_that_cannot_be_made_is_said_and_the_old_one_stays(
        qtbot: QtBot, filled: DataPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from cnnstudio.errors import ImageFolderError

    def refuse(_config: SplitConfig) -> None:
        raise ImageFolderError("No image of dog is left for training.")

    monkeypatch.setattr(workspace, "set_split", refuse)
    seed = filled.settings.split.field("seed")
    assert isinstance(seed, QSpinBox)
    with qtbot.waitSignal(filled.message_requested) as said:
        seed.setValue(5)
    assert said.args == ["No image of dog is left for training.", "error"]
    assert filled.settings.split.value() == SplitConfig()


def test_the_strip_shows_eight_versions_by_the_code_training_uses(
        qtbot: QtBot, filled: DataPage, workspace: Workspace) -> None:
    strip = filled.settings.strip
    qtbot.waitUntil(lambda: len(strip.images) == 8, timeout=20_000)
    size = workspace.preprocess
    assert all((image.width(), image.height()) == (size.width, size.height) for image in strip.images)
    same = {bytes(image.constBits()) for image in strip.images}
    assert len(same) == 1, "nothing is switched on"
    workspace.set_augment(AugmentConfig(brightness=0.5))
    qtbot.waitUntil(lambda: len({bytes(image.constBits()) for image in strip.images}) == 8, timeout=20_000)
    before = [bytes(image.constBits()) for image in strip.images]
    dice = filled.findChild(QToolButton, "augment_dice")
    assert dice is not None
    dice.click()
    qtbot.waitUntil(lambda: [bytes(image.constBits()) for image in strip.images] != before, timeout=20_000)
    filled.grab()


def test_a_damaged_image_is_said_below_the_strip(qtbot: QtBot, jobs: JobRunner, tmp_path: Path) -> None:
    (tmp_path / "empty.png").write_bytes(b"")
    strip = AugmentStrip(jobs)
    qtbot.addWidget(strip)
    strip.set_wish(tmp_path / "empty.png", PreprocessConfig(), AugmentConfig())
    label = strip.findChild(QLabel, "augment_caption")
    assert label is not None
    qtbot.waitUntil(lambda: "0 bytes" in label.text(), timeout=20_000)


def test_the_preview_of_a_mirrored_image_is_mirrored_or_not(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"cat": 1}, 24)
    config = PreprocessConfig(height=16, width=16)
    job = AugmentPreviewJob(root / "cat" / "cat_0000.png", config, AugmentConfig(flip_horizontal=True), seed=3)
    (event,) = job.run(lambda: False)
    assert isinstance(event, AugmentPreviewReady)
    assert (event.source_h, event.source_w) == (24, 24)
    assert event.versions.shape == (8, 16, 16, 3)
    mirrored = [np.array_equal(version, event.input_pixels[:, ::-1]) for version in event.versions]
    plain = [np.array_equal(version, event.input_pixels) for version in event.versions]
    assert any(mirrored)
    assert any(plain)
    assert all(one != other for one, other in zip(mirrored, plain, strict=True))


@pytest.fixture
def form(qtbot: QtBot) -> AugmentForm:
    result = AugmentForm()
    qtbot.addWidget(result)
    return result


def test_every_augmentation_has_a_switch_and_those_with_strength_a_slider(form: AugmentForm) -> None:
    assert set(form._rows) == set(AUGMENTATION_NAMES)
    for name in AUGMENTATION_NAMES:
        is_switch_only = AugmentConfig.model_fields[name].annotation is bool
        assert (form._rows[name].slider is None) == is_switch_only


def test_a_switch_starts_gently_and_the_slider_sets_the_strength(qtbot: QtBot, form: AugmentForm) -> None:
    told: list[AugmentConfig] = []
    form.changed.connect(told.append)
    form._rows["rotate_deg"].switch.click()
    assert told[-1] == AugmentConfig(rotate_deg=15)
    slider = form.findChild(QSlider, "rotate_deg_strength")
    assert slider is not None
    slider.setValue(40)
    assert told[-1] == AugmentConfig(rotate_deg=40)
    form._rows["rotate_deg"].switch.click()
    assert told[-1] == AugmentConfig()
    assert slider.value() == 40, "switched off, the strength is kept for the next time"
    assert not slider.isEnabled()


@pytest.mark.parametrize("name", AUGMENTATIONS)
def test_a_ready_made_strength_is_taken_over_exactly_and_marked(qtbot: QtBot, form: AugmentForm, name: str) -> None:
    form.set_value(AugmentConfig(noise=0.3))
    button = form.findChild(QPushButton, f"augment_{name}")
    assert button is not None
    with qtbot.waitSignal(form.changed) as told:
        button.click()
    assert told.args == [AUGMENTATIONS[name]]
    assert button.isChecked()
    form._rows["flip_vertical"].switch.click()
    assert not button.isChecked()
    assert form.value() == AUGMENTATIONS[name].model_copy(update={"flip_vertical": True})

"""The recipe: groups, marks, what is left out, and the line of help."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.training.recipe_panel import RecipePanel


@pytest.fixture
def panel(qtbot: QtBot) -> RecipePanel:
    panel = RecipePanel()
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    return panel


def text(panel: RecipePanel, name: str) -> str:
    found = panel.findChild(QLabel, name)
    assert found is not None
    return found.text()


def button(panel: RecipePanel, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, name)
    assert found is not None
    return found


def test_groups_open_and_close_and_the_basics_are_open_at_first(panel: RecipePanel, qtbot: QtBot) -> None:
    sections = panel.form.sections
    assert [name for name, section in sections.items() if section.is_open] == ["basics"]
    assert not panel.form.field("schedule").isVisible()
    qtbot.mouseClick(button(panel, "recipe_schedule_heading"), Qt.MouseButton.LeftButton)
    assert panel.form.field("schedule").isVisible()
    qtbot.keyClick(button(panel, "recipe_schedule_heading"), Qt.Key.Key_Space)
    assert not panel.form.field("schedule").isVisible()


def test_fields_that_do_not_apply_are_left_out_and_named(panel: RecipePanel) -> None:
    panel.form.open_all()
    assert panel.form.field("momentum").isHidden()
    assert text(panel, "recipe_basics_unread").splitlines() == [
        "Momentum: with SGD or RMSprop", "Nesterov: with SGD and momentum"]
    panel.set_recipe(TrainConfig(optimizer="sgd", schedule="plateau"))
    assert not panel.form.field("momentum").isHidden()
    assert not panel.form.field("nesterov").isHidden()
    assert not panel.form.field("plateau_patience").isHidden()
    assert panel.form.field("step_epochs").isHidden()


def test_a_change_is_marked_told_to_listeners_and_taken_back_by_its_group(panel: RecipePanel, qtbot: QtBot) -> None:
    title = panel.form.section_of("epochs").form.title_widget("epochs")
    assert title.text() == "Epochs"
    with qtbot.waitSignal(panel.changed) as signal:
        panel.form.field("epochs").setValue(3)
    assert signal.args == [TrainConfig(epochs=3)]
    assert title.text() == "Epochs •"
    assert text(panel, "recipe_basics_summary") == "3"
    with qtbot.waitSignal(panel.changed) as signal:
        qtbot.mouseClick(button(panel, "recipe_basics_reset"), Qt.MouseButton.LeftButton)
    assert signal.args == [TrainConfig()]
    assert title.text() == "Epochs"
    assert button(panel, "recipe_basics_reset").isHidden()


def test_two_groups_change_one_recipe(panel: RecipePanel) -> None:
    panel.form.field("epochs").setValue(3)
    panel.form.field("weight_decay").setValue(0.5)
    assert panel.form.value() == TrainConfig(epochs=3, weight_decay=0.5)


def test_changes_are_told_from_what_is_usual_for_the_images(panel: RecipePanel) -> None:
    panel.set_recipe(TrainConfig(epochs=30), TrainConfig(epochs=30))
    assert text(panel, "recipe_basics_summary") == ""
    panel.set_recipe(TrainConfig())
    assert text(panel, "recipe_basics_summary") == "10"


def test_the_help_follows_the_pointer_and_the_focus(panel: RecipePanel) -> None:
    resting = text(panel, "help_text")
    field = panel.form.field("learning_rate")
    QApplication.sendEvent(field, QEvent(QEvent.Type.Enter))
    assert text(panel, "help_title") == "Learning rate"
    assert text(panel, "help_text") == TrainConfig.model_fields["learning_rate"].description
    panel.form.field("epochs").setFocus()
    QApplication.sendEvent(field, QEvent(QEvent.Type.Leave))
    assert text(panel, "help_title") == ("Epochs" if QApplication.focusWidget() is not None else "What is this?")
    panel.form.field("epochs").clearFocus()
    assert text(panel, "help_text") == resting


def test_the_help_says_what_is_usual_of_a_changed_field(panel: RecipePanel) -> None:
    panel.set_recipe(TrainConfig(learning_rate=0.5))
    panel.form.help_wanted.emit("learning_rate")
    assert text(panel, "help_text").endswith("Usual: 0.001.")


def test_every_field_has_one_line_of_help_that_fits_its_place(panel: RecipePanel) -> None:
    place = panel.findChild(QLabel, "help_text")
    for name in TrainConfig.model_fields:
        panel.form.help_wanted.emit(name)
        assert place.text()
        assert place.heightForWidth(place.width()) <= 4 * place.fontMetrics().lineSpacing(), name


def test_a_locked_recipe_can_still_be_read(panel: RecipePanel, qtbot: QtBot) -> None:
    panel.set_locked(True)
    qtbot.mouseClick(button(panel, "recipe_loss_heading"), Qt.MouseButton.LeftButton)
    assert panel.form.field("loss").isVisible()
    assert not panel.form.field("loss").isEnabled()

"""Forms made from settings models."""

from typing import Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.training.choice_texts import choice_text
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.forms import ConfigForm, FloatField

MODELS = pytest.mark.parametrize("model", [TrainConfig, PreprocessConfig, SplitConfig, AugmentConfig])


@MODELS
def test_every_field_has_a_widget_with_a_name_a_help_and_its_default(qtbot: QtBot, model: type[BaseModel]) -> None:
    form = ConfigForm(model)
    qtbot.addWidget(form)
    assert form.value() == model()
    for name, info in model.model_fields.items():
        widget = form.field(name)
        assert widget.objectName() == name
        assert widget.accessibleName() == info.title
        assert widget.toolTip() == info.description


@MODELS
def test_every_choice_is_called_by_a_word_of_its_own(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        if get_origin(info.annotation) is Literal:
            for choice in get_args(info.annotation):
                assert choice_text(name, choice) != choice, f"{name}: {choice}"


@MODELS
def test_limits_of_the_model_are_limits_of_the_fields(qtbot: QtBot, model: type[BaseModel]) -> None:
    form = ConfigForm(model)
    qtbot.addWidget(form)
    for name in model.model_fields:
        widget = form.field(name)
        if isinstance(widget, QSpinBox | FloatField):
            for bound in (widget.minimum(), widget.maximum()):
                model.model_validate({name: bound})


def test_an_edit_is_told_once_with_the_whole_settings(qtbot: QtBot) -> None:
    form = ConfigForm(TrainConfig)
    qtbot.addWidget(form)
    told: list[TrainConfig] = []
    form.changed.connect(told.append)
    epochs = form.field("epochs")
    assert isinstance(epochs, QSpinBox)
    epochs.selectAll()
    qtbot.keyClicks(epochs, "25")
    assert told == [], "typing is complete only when the field is left"
    qtbot.keyClick(epochs, Qt.Key.Key_Return)
    assert told == [TrainConfig(epochs=25)]


def test_setting_a_value_tells_nothing(qtbot: QtBot) -> None:
    form = ConfigForm(TrainConfig)
    qtbot.addWidget(form)
    with qtbot.assertNotEmitted(form.changed):
        form.set_value(TrainConfig(epochs=3, optimizer="sgd", learning_rate=0.05))
    optimizer = form.field("optimizer")
    assert isinstance(optimizer, QComboBox)
    assert optimizer.currentText() == "SGD"


def test_fields_that_are_not_shown_keep_their_values(qtbot: QtBot) -> None:
    form = ConfigForm(TrainConfig, only=("epochs",))
    qtbot.addWidget(form)
    form.set_value(TrainConfig(seed=7))
    epochs = form.field("epochs")
    assert isinstance(epochs, QSpinBox)
    with qtbot.waitSignal(form.changed) as changed:
        epochs.setValue(2)
    assert changed.args == [TrainConfig(seed=7, epochs=2)]


def test_a_box_is_ticked(qtbot: QtBot) -> None:
    form = ConfigForm(AugmentConfig, help_lines=False)
    qtbot.addWidget(form)
    box = form.field("flip_horizontal")
    assert isinstance(box, QCheckBox)
    with qtbot.waitSignal(form.changed) as changed:
        box.click()
    assert changed.args[0].flip_horizontal


class Span(BaseModel):
    """A model with a rule between two fields."""

    low: int = 1
    high: int = 5

    def model_post_init(self, _context: object) -> None:
        if self.low > self.high:
            raise ValueError("low must not be above high")


def test_settings_that_do_not_go_together_are_said_and_not_told(qtbot: QtBot) -> None:
    form = ConfigForm(Span)
    qtbot.addWidget(form)
    form.show()
    low = form.field("low")
    assert isinstance(low, QSpinBox)
    with qtbot.assertNotEmitted(form.changed):
        low.setValue(9)
    complaint = form.findChild(QLabel, "complaint")
    assert complaint is not None
    assert complaint.isVisible()
    assert "low must not be above high" in complaint.text()
    assert form.value() == Span()


def test_small_numbers_are_shown_and_read_as_they_are_written(qtbot: QtBot) -> None:
    field = FloatField()
    qtbot.addWidget(field)
    field.setRange(0, 100)
    for value, text in ((0.001, "0.001"), (1e-5, "1e-05"), (0.0, "0"), (12.5, "12.5")):
        field.setValue(value)
        assert field.text() == text
        assert field.value() == pytest.approx(value)
    assert field.valueFromText("0,05") == 0.05
    assert field.validate("1e-3", 0)[0] == QValidator.State.Acceptable
    assert field.validate("1e", 0)[0] == QValidator.State.Intermediate
    assert field.validate("1000", 0)[0] == QValidator.State.Intermediate


def test_the_wheel_over_a_field_without_focus_changes_nothing(qtbot: QtBot) -> None:
    form = ConfigForm(TrainConfig)
    qtbot.addWidget(form)
    form.show()
    field = form.field("epochs")
    assert isinstance(field, QSpinBox)
    field.clearFocus()
    place = QPointF(field.rect().center())
    wheel = QWheelEvent(place, field.mapToGlobal(place), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(field, wheel)
    assert field.value() == TrainConfig().epochs

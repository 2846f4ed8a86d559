"""Asking what is to be tried: what it amounts to, what is wrong with the input, and the plan."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.ui.measuring import measurer_of
from cnnstudio.ui.training.sweep_axis_row import SweepAxisRow
from cnnstudio.ui.training.sweep_dialog import SweepDialog
from cnnstudio.ui.training.sweep_unread import fields_in_order
from cnnstudio.ui.training.sweep_values import ChoiceBoxes, NumberValues
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.sweep_plan_job import sweep_subject
from cnnstudio.workspace.workspace import Workspace
from tests.ui.sweeps.made_sweeps import make_sweep


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, jobs: JobRunner, pets: ImageFolder) -> SweepDialog:
    workspace.open_folder(pets)
    result = SweepDialog(sweep_subject(workspace), measurer_of(workspace, jobs), jobs)
    qtbot.addWidget(result)
    result.show()
    return result


def numbers(row: SweepAxisRow) -> NumberValues:
    assert isinstance(row.values, NumberValues)
    return row.values


def tick(row: SweepAxisRow, *names: str) -> None:
    assert isinstance(row.values, ChoiceBoxes)
    for name, box in row.values.boxes.items():
        box.setChecked(name in names)


def start(dialog: SweepDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "sweep_start")
    assert found is not None
    return found


def planned(qtbot: QtBot, dialog: SweepDialog) -> SweepPlan:
    with qtbot.waitSignal(dialog.planned, timeout=20_000) as signal:
        start(dialog).click()
    plan: SweepPlan = signal.args[0]
    return plan


def test_it_says_at_once_how_many_trainings_that_is(dialog: SweepDialog) -> None:
    rate, optimizer = dialog.rows
    numbers(rate).values.setText("0.01, 0.001, 0.0001")
    tick(optimizer, "sgd", "adam")
    epochs = dialog._subject.train.epochs
    assert dialog.effort.text == f"6 combinations, {6 * epochs} epochs in all"
    dialog.findChild(QSpinBox, "sweep_seeds").setValue(5)  # type: ignore[union-attr]
    assert dialog.effort.text == f"6 combinations, 30 trainings, {30 * epochs} epochs in all"
    numbers(dialog.add_row("epochs")).values.setText("2, 4")
    assert dialog.effort.text == "12 combinations, 60 trainings, 180 epochs in all"  # 30 of 2 and 30 of 4
    method = dialog.findChild(QComboBox, "sweep_method")
    assert method is not None
    method.setCurrentIndex(method.findData("random"))
    dialog.findChild(QSpinBox, "sweep_trials").setValue(7)  # type: ignore[union-attr]
    assert dialog.effort.text == "7 combinations, 35 trainings, 105 epochs in all"


@pytest.mark.parametrize(("typed", "said"), [
    ("0.01, fast", "Learning rate cannot be 'fast'"), ("0.01, -1", "more than 0"), ("0.01", "at least two"),
    ("", "commas between them")])
def test_what_cannot_be_read_is_said_in_its_row(dialog: SweepDialog, typed: str, said: str) -> None:
    numbers(dialog.rows[0]).values.setText(typed)
    assert said in dialog.rows[0].complaint
    assert not start(dialog).isEnabled()
    assert dialog.rows[1].complaint == ""
    numbers(dialog.rows[0]).values.setText("0.01; 0.1")
    assert dialog.rows[0].complaint == ""
    assert start(dialog).isEnabled()


def test_a_range_from_zero_has_no_equal_factors(dialog: SweepDialog) -> None:
    row = dialog.add_row("weight_decay")
    values = numbers(row)
    values.kind.setCurrentIndex(1)
    values.low.setText("0")
    values.high.setText("0.1")
    assert "must begin above 0" in row.complaint
    values.is_log.setChecked(False)
    assert row.complaint == ""
    values.high.setText("0")
    assert "smaller to a larger" in row.complaint


def test_a_setting_cannot_be_varied_twice_and_one_that_nothing_reads_is_warned_of(dialog: SweepDialog) -> None:
    again = dialog.add_row("learning_rate")
    assert "already" in again.complaint
    again.picker.setCurrentIndex(again.picker.findData("momentum"))
    assert again.complaint == ""
    tick(dialog.rows[1], "adam", "adamw")
    unread = dialog.findChild(QLabel, "sweep_unread")
    assert unread is not None
    assert "Momentum is only read with SGD or RMSprop" in unread.text()
    tick(dialog.rows[1], "adam", "sgd")
    assert unread.text() == ""


def test_every_setting_begins_with_values_that_can_be_tried(dialog: SweepDialog) -> None:
    row = dialog.rows[0]
    for field in fields_in_order():
        row.picker.setCurrentIndex(row.picker.findData(field))
        assert row.complaint == "" or field == "optimizer", f"{field}: {row.complaint}"
        assert row.help_label.text(), field
        if isinstance(row.values, NumberValues):
            row.values.kind.setCurrentIndex(1)
            assert row.complaint == "", f"{field}: {row.complaint}"


def test_the_plan_holds_what_was_asked_for(qtbot: QtBot, dialog: SweepDialog, workspace: Workspace) -> None:
    numbers(dialog.rows[0]).kind.setCurrentIndex(1)
    tick(dialog.rows[1], "sgd", "adam")
    drawn = dialog._subject.drawn_name
    tick(dialog.add_row("network"), drawn, "lenet5")
    tick(dialog.add_row("augment"), "none", "light")
    plan = planned(qtbot, dialog)
    assert [axis.field for axis in plan.axes] == ["learning_rate", "optimizer", "network", "augment"]
    assert plan.axes[0].is_log
    assert set(plan.networks) == {drawn, "lenet5"}
    assert plan.networks[drawn] == dialog._subject.document
    assert plan.augmentations["light"] != plan.augmentations["none"]
    assert workspace.folder is not None
    assert (plan.fingerprint, plan.train) == (workspace.folder.fingerprint, workspace.train_config)
    assert plan.key
    assert not dialog.isVisible()


def test_a_name_that_is_taken_and_a_network_that_does_not_fit_are_said_where_they_stand(
        qtbot: QtBot, dialog: SweepDialog, tmp_path: Path) -> None:
    make_sweep(tmp_path / "runs", [])
    dialog._subject = replace(dialog._subject, preprocess=PreprocessConfig(height=24, width=24))
    dialog.name.setText("first")
    start(dialog).click()
    name_error = dialog.findChild(QLabel, "sweep_name_error")
    assert name_error is not None
    qtbot.waitUntil(lambda: "already" in name_error.text(), timeout=20_000)
    qtbot.waitUntil(start(dialog).isEnabled, timeout=20_000)
    dialog.name.setText("second")
    row = dialog.add_row("network")
    tick(row, "efficientnet-lite0", "lenet5")
    start(dialog).click()
    qtbot.waitUntil(lambda: "does not fit" in row.complaint, timeout=20_000)
    assert dialog.isVisible()

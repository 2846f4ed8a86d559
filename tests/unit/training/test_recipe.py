"""Groups of settings, and which settings a recipe reads."""

import pytest

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import OPTIMIZERS
from cnnstudio.training.recipe import (
    CONDITIONS,
    GROUPS,
    changed,
    is_read,
    reason_of,
    unread,
    with_usual,
)

BY_NAME = {group.name: group for group in GROUPS}


def test_every_setting_is_in_one_group() -> None:
    fields = [field for group in GROUPS for field in group.fields]
    assert sorted(fields) == sorted(TrainConfig.model_fields)


def test_conditions_name_settings_once_and_say_what_they_need() -> None:
    fields = [condition.field for condition in CONDITIONS]
    assert len(set(fields)) == len(fields)
    assert set(fields) <= set(TrainConfig.model_fields)
    assert all(reason_of(field) for field in fields)
    assert reason_of("epochs") == ""


@pytest.mark.parametrize("info", OPTIMIZERS, ids=lambda info: info.name)
@pytest.mark.parametrize("field", ["momentum", "weight_decay"])
def test_what_is_shown_of_an_optimiser_is_what_it_is_given(info: object, field: str) -> None:
    config = TrainConfig(optimizer=info.name, momentum=0.9)
    assert is_read(config, field) == (field in info.settings)


@pytest.mark.parametrize(("settings", "field", "expected"), [
    ({"optimizer": "sgd", "momentum": 0.0}, "nesterov", False), ({"schedule": "step"}, "step_epochs", True),
    ({"schedule": "cosine"}, "step_epochs", False), ({"schedule": "plateau"}, "fall_factor", True),
    ({"schedule": "one_cycle"}, "fall_factor", False), ({"loss": "focal"}, "focal_gamma", True),
    ({"loss": "binary"}, "focal_gamma", False), ({"early_stopping": 3}, "early_stopping_metric", True),
    ({}, "early_stopping_change", False), ({"device": "cuda"}, "threads", False), ({}, "epochs", True)])
def test_a_setting_is_read_with_what_it_needs_only(settings: dict, field: str, expected: bool) -> None:
    assert is_read(TrainConfig(**settings), field) is expected


def test_a_change_counts_only_where_it_is_read() -> None:
    usual = TrainConfig()
    assert changed(TrainConfig(momentum=0.5, epochs=3), usual, BY_NAME["basics"]) == ("epochs",)
    assert changed(TrainConfig(momentum=0.5, optimizer="sgd"), usual, BY_NAME["basics"]) == ("optimizer", "momentum")


def test_a_group_is_put_back_by_itself() -> None:
    config = TrainConfig(epochs=3, loss="focal", focal_gamma=5)
    assert with_usual(config, TrainConfig(), BY_NAME["loss"]) == TrainConfig(epochs=3)


def test_settings_that_do_not_apply_are_listed() -> None:
    assert unread(TrainConfig(), BY_NAME["schedule"]) == ("step_epochs", "fall_factor", "plateau_patience")

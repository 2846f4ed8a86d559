"""How the settings of a training belong together: their groups, and which of them a recipe reads at all."""

from collections.abc import Callable
from dataclasses import dataclass

from cnnstudio.training.config import TrainConfig


@dataclass(frozen=True, slots=True)
class RecipeGroup:
    """Settings that are shown and reset together."""

    name: str
    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """When a setting is read; one without a row is read always."""

    field: str
    holds: Callable[[TrainConfig], bool]
    reason: str
    """What it needs, in words that follow the setting's title: ``"with SGD or RMSprop"``."""


GROUPS: tuple[RecipeGroup, ...] = (
    RecipeGroup("basics", "Basics", (
        "epochs", "batch_size", "optimizer", "learning_rate", "momentum", "nesterov", "initialization")),
    RecipeGroup("schedule", "Schedule", (
        "schedule", "warm_up_epochs", "step_epochs", "fall_factor", "plateau_patience")),
    RecipeGroup("loss", "Loss", ("loss", "focal_gamma", "label_smoothing", "class_weights")),
    RecipeGroup("regularisation", "Regularisation", ("weight_decay", "average_decay", "clip_norm")),
    RecipeGroup("stopping", "Stopping and saving", (
        "early_stopping", "early_stopping_metric", "early_stopping_change", "checkpoint_s",
        "kept_epochs")),
    RecipeGroup("machine", "Machine", (
        "device", "threads", "precision", "accumulation", "micro_batch", "seed")),
)

CONDITIONS: tuple[Condition, ...] = (
    Condition("momentum", lambda config: config.optimizer in ("sgd", "rmsprop"), "with SGD or RMSprop"),
    Condition("nesterov", lambda config: config.optimizer == "sgd" and config.momentum > 0, "with SGD and momentum"),
    Condition("step_epochs", lambda config: config.schedule == "step", "with the schedule Steps"),
    Condition("fall_factor", lambda config: config.schedule in ("step", "plateau"),
              "with the schedules Steps and Reduce on plateau"),
    Condition("plateau_patience", lambda config: config.schedule == "plateau", "with the schedule Reduce on plateau"),
    Condition("focal_gamma", lambda config: config.loss == "focal", "with the focal loss"),
    Condition("early_stopping_metric", lambda config: config.early_stopping > 0, "with early stopping"),
    Condition("early_stopping_change", lambda config: config.early_stopping > 0, "with early stopping"),
    Condition("threads", lambda config: config.device in ("auto", "cpu"), "on the processor"),
)
_BY_FIELD = {condition.field: condition for condition in CONDITIONS}


def is_read(config: TrainConfig, field: str) -> bool:
    """Whether a training by ``config`` reads ``field``: momentum means nothing to Adam."""
    condition = _BY_FIELD.get(field)
    return condition is None or condition.holds(config)


def reason_of(field: str) -> str:
    """Return what ``field`` needs in order to be read: ``"with SGD or RMSprop"``; empty when it always is."""
    condition = _BY_FIELD.get(field)
    return condition.reason if condition is not None else ""


def unread(config: TrainConfig, group: RecipeGroup) -> tuple[str, ...]:
    """Return the settings of ``group`` that a training by ``config`` does not read."""
    return tuple(field for field in group.fields if not is_read(config, field))


def changed(config: TrainConfig, usual: TrainConfig, group: RecipeGroup) -> tuple[str, ...]:
    """Return the settings of ``group`` that are read and differ from ``usual``."""
    return tuple(field for field in group.fields
                 if is_read(config, field) and getattr(config, field) != getattr(usual, field))


def with_usual(config: TrainConfig, usual: TrainConfig, group: RecipeGroup) -> TrainConfig:
    """Return ``config`` with every setting of ``group`` as in ``usual``."""
    return config.model_copy(update={field: getattr(usual, field) for field in group.fields})

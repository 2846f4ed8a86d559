"""What a sweep varies: a setting with the values it may take."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from cnnstudio.errors import InputError
from cnnstudio.refused_values import refusal
from cnnstudio.training.choice_texts import choice_text
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import listed, mid_sentence, translate

NETWORK, AUGMENTATION = "network", "augment"
"""What can be varied besides the fields of `TrainConfig`."""

_FIXED = frozenset(("device", "threads", "precision", "checkpoint_s", "kept_epochs", "micro_batch", "seed"))
"""Fields that change how fast a training is, or what it happens to find, but not what is tried."""
_ORDERS_OF_MAGNITUDE = frozenset(("learning_rate", "weight_decay"))
DEFAULT_POINTS = 5

Value = str | int | float | bool
Combination = dict[str, Value]


class Axis(BaseModel):
    """One setting of a sweep: either ``choices``, or a range of numbers from ``low`` to ``high``.

    Attributes
    ----------
    field : of `TrainConfig`, or ``"network"`` or ``"augment"``
    choices : the values tried, at least one; empty for a range
    low, high : ends of the range, both tried in a grid
    points : how many values of a range a grid tries
    is_log : whether equal factors count as equal distances
    is_whole : whether only whole numbers make sense
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: str
    choices: tuple[Value, ...] = ()
    low: float = 0.0
    high: float = 0.0
    points: int = DEFAULT_POINTS
    is_log: bool = False
    is_whole: bool = False

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not self.choices and not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise ValueError(translate("sweeps", "{field} needs values, or a range from a smaller to a larger number",
                                       field=self.field))
        if not self.choices and self.points < 2:
            raise ValueError(translate("sweeps", "a range of {field} needs at least 2 points", field=self.field))
        return self

    def values(self) -> tuple[Value, ...]:
        """Return what a grid tries, in order: the choices, or ``points`` values of the range, both ends included."""
        if self.choices:
            return self.choices
        space = np.geomspace if self.is_log else np.linspace
        numbers = [float(f"{value:.6g}") for value in space(self.low, self.high, self.points)]
        return tuple(dict.fromkeys(round(number) if self.is_whole else number for number in numbers))


def fields() -> tuple[str, ...]:
    """Return the names of everything a sweep may vary."""
    return (*(name for name in TrainConfig.model_fields if name not in _FIXED), NETWORK, AUGMENTATION)


def parse_axis(text: str, *, networks: Sequence[str] = (), augmentations: Sequence[str] = ()) -> Axis:
    """Read ``"optimizer=sgd,adam"`` or ``"learning_rate=0.0001..0.1/4"`` (a range; a grid takes 4 values of it).

    Parameters
    ----------
    networks, augmentations : what may stand behind ``network=`` and ``augment=``; any network when empty

    Raises
    ------
    InputError
        Naming the setting, what cannot be read, and what could stand there.
    """
    field, _, given = (part.strip() for part in text.partition("="))
    field = field.replace("-", "_")
    if field not in fields():
        raise InputError(translate(
            "sweeps", "There is no setting {field!r} to try. Choose one of {fields}.", field=field,
            fields=', '.join(fields())))
    if not given:
        raise InputError(translate(
            "sweeps", "Say which values of {field} to try, such as {field}={example}.", field=field,
            example=_example(field)))
    if ".." in given:
        return _range(field, given)
    words = [word.strip() for word in given.split(",")]
    known = {NETWORK: networks, AUGMENTATION: augmentations}.get(field)
    for word in words if known is not None else ():
        if not word or (known and word not in known):
            raise InputError(translate(
                "sweeps", "{field} cannot be {word!r}. Choose from {known}.", field=field, word=word,
                known=', '.join(known or ())))
    return axis_of_choices(field, words)


def axis_of_choices(field: str, words: Sequence[str]) -> Axis:
    """Return the axis that tries these values, each as it would be typed: ``"0.01"``, ``"adam"``, ``"true"``.

    Raises
    ------
    InputError
        Naming the setting and the value that is none of its.
    """
    if field in (NETWORK, AUGMENTATION):
        return _axis(field=field, choices=tuple(dict.fromkeys(words)))
    return _axis(field=field, choices=tuple(dict.fromkeys(_value(field, word) for word in words)))


def axis_of_range(field: str, low: str, high: str, *, points: int = DEFAULT_POINTS, is_log: bool | None = None) -> Axis:
    """Return the axis from ``low`` to ``high``; equal factors count as equal distances where that is usual, or asked.

    Raises
    ------
    InputError
        Naming the setting and what is wrong with its range.
    """
    ends = [_value(field, word) for word in (low, high)]
    if is_log is None:
        is_log = usually_log(field) and float(ends[0]) > 0
    if is_log and float(ends[0]) <= 0:
        raise InputError(translate("sweeps", "A range of {field} in equal factors must begin above 0.", field=field))
    return _axis(field=field, low=ends[0], high=ends[1], points=points, is_whole=isinstance(ends[0], int),
                 is_log=is_log)


def is_number(field: str) -> bool:
    """Whether a setting is a number, so that a range of it can be tried."""
    default = TrainConfig.model_fields[field].default if field in TrainConfig.model_fields else ""
    return isinstance(default, int | float) and not isinstance(default, bool)


def usually_log(field: str) -> bool:
    """Whether equal factors of a setting matter alike, not equal differences."""
    return field in _ORDERS_OF_MAGNITUDE


def combinations(axes: Sequence[Axis]) -> Iterator[Combination]:
    """Yield every combination of a grid, the last axis changing fastest."""
    for values in itertools.product(*(axis.values() for axis in axes)):
        yield {axis.field: value for axis, value in zip(axes, values, strict=True)}


def count_combinations(axes: Sequence[Axis]) -> int:
    """Return how many combinations a grid has."""
    return math.prod(len(axis.values()) for axis in axes)


def apply(config: TrainConfig, combination: Combination) -> TrainConfig:
    """Return the recipe with the tried values in it, checked against the limits of its fields.

    Raises
    ------
    InputError
        Naming the field and the value that does not fit.
    """
    changes = {name: value for name, value in combination.items() if name in TrainConfig.model_fields}
    try:
        return TrainConfig.model_validate({**config.model_dump(), **changes})
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        raise InputError(f"{'.'.join(map(str, problem['loc']))}: {refusal(error)}.") from error


def in_words(combination: Combination) -> str:
    """Return such as ``"learning rate 0.01, optimiser SGD"``, in the user's language."""
    return listed([f"{mid_sentence(setting_title(name))} {_in_user_words(name, value)}"
                   for name, value in combination.items()])


def _in_user_words(field: str, value: Value) -> str:
    return choice_text(field, value) if isinstance(value, str) else _shown(value)


def setting_title(field: str) -> str:
    """Return what a setting that is varied is called."""
    if field == NETWORK:
        return translate("sweeps", "Network")
    if field == AUGMENTATION:
        return translate("sweeps", "Augmentation")
    return translate("TrainConfig", TrainConfig.model_fields[field].title or field)


def run_words(combination: Combination) -> str:
    """Return such as ``"learning rate 0.01, optimizer sgd"``, part of a run's name, which is in no language."""
    return ", ".join(f"{name.replace('_', ' ')} {_shown(value)}" for name, value in combination.items())


def _shown(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _range(field: str, given: str) -> Axis:
    if field in (NETWORK, AUGMENTATION) or not is_number(field):
        raise InputError(translate(
            "sweeps", "{field} has no range of numbers; list its values: {field}={example}.", field=field,
            example=_example(field)))
    ends, _, points = given.partition("/")
    low, high = (word.strip() for word in ends.split("..", 1))
    try:
        count = int(points) if points else DEFAULT_POINTS
    except ValueError:
        raise InputError(translate(
            "sweeps", "{field}: {points!r} is no number of points. Write such as {field}={ends}/5.", field=field,
            points=points, ends=ends)) from None
    return axis_of_range(field, low, high, points=count)


def _axis(**values: Any) -> Axis:
    try:
        return Axis(**values)
    except ValidationError as error:
        message = refusal(error)
        raise InputError(f"{message[:1].upper()}{message[1:]}.") from error


def _value(field: str, word: str) -> Value:
    """Read one value of a field, within the field's limits."""
    try:
        value: Value = getattr(TrainConfig.model_validate({field: word}), field)
    except ValidationError as error:
        raise InputError(translate("sweeps", "{field} cannot be {word!r}: {message}.", field=field, word=word,
                                   message=refusal(error))) from error
    return value


def _example(field: str) -> str:
    if field == NETWORK:
        return "small,lenet5"
    if field == AUGMENTATION:
        return "none,light"
    default = TrainConfig.model_fields[field].default
    if not is_number(field) or not default:
        return f"{default}"
    return f"{default},{default + 1}" if isinstance(default, int) else f"{default / 2:g},{default:g}"

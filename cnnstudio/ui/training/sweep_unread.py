"""The settings a sweep may vary in the order of the recipe, and a warning of those that nothing reads."""

from collections.abc import Sequence
from functools import cache
from itertools import islice

from PySide6.QtCore import QCoreApplication

from cnnstudio.errors import InputError
from cnnstudio.sweeps.axes import AUGMENTATION, NETWORK, Axis, apply, combinations, fields
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.recipe import GROUPS, is_read, reason_of
from cnnstudio.ui.field_texts import tried_title

_LOOKED_AT = 200
_FIRST = ("learning_rate", "optimizer", "batch_size", "epochs", NETWORK, AUGMENTATION)


@cache
def fields_in_order() -> tuple[str, ...]:
    """Return what may be varied: what is varied most first, then the recipe's groups."""
    known = fields()
    ordered = (*_FIRST, *(field for group in GROUPS for field in group.fields))
    return tuple(dict.fromkeys((*(field for field in ordered if field in known), *known)))


def unread_text(axes: Sequence[Axis], config: TrainConfig) -> str:
    """Warn of a varied setting that no combination reads, such as momentum with Adam; empty when there is none."""
    try:
        tried = [apply(config, one) for one in islice(combinations(axes), _LOOKED_AT)] if axes else []
    except InputError:
        return ""
    for axis in axes:
        if axis.field in TrainConfig.model_fields and not any(is_read(one, axis.field) for one in tried):
            text = QCoreApplication.translate("SweepDialog", "{setting} is only read {reason}: all its values would "
                                                             "give the same training.")
            return text.format(setting=tried_title(axis.field),
                               reason=QCoreApplication.translate("training", reason_of(axis.field)))
    return ""

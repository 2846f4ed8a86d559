"""What is wanted of every image that is explained: classes, layers and methods, as words and as values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cnnstudio.errors import InputError
from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.pixels.settings import PixelSettings
from cnnstudio.explain.target import Target, TargetKind
from cnnstudio.wording import translate
from cnnstudio.workspace.explanation_job import AUTO, class_number, layer_id

if TYPE_CHECKING:
    from cnnstudio.workspace.loaded_run import LoadedRun


@dataclass(frozen=True, slots=True)
class ExplainWish:
    """Each target is explained at each layer by each method.

    Attributes
    ----------
    classes : names or numbers; None and ``"predicted"`` for the class the network predicts
    against : the other class of a contrast; None for the runner-up
    kind : which number of the answer is explained; see `Target`
    layers : ids or names, or ``"auto"``
    every_layer : at all layers instead, for methods of layers
    methods : names of `METHODS`
    settings : of the slow methods
    """

    classes: tuple[str | int | None, ...] = (None,)
    against: str | int | None = None
    kind: TargetKind = "logit"
    layers: tuple[str, ...] = (AUTO,)
    every_layer: bool = False
    methods: tuple[str, ...] = (METHODS[0].name,)
    settings: PixelSettings = field(default_factory=PixelSettings)

    def __post_init__(self) -> None:
        """Refuse what contradicts itself."""
        if self.against is not None and self.kind != "contrast":
            raise InputError(translate(
                "workspace", "Only a contrast is against another class; the kind is {kind}.", kind=self.kind))

    @property
    def is_single(self) -> bool:
        """Whether there is one map for an image."""
        return max(len(self.classes), len(self.layers), len(self.methods)) == 1 and not self.every_layer

    def targets(self, class_names: Sequence[str]) -> tuple[Target, ...]:
        """Return the targets in numbers.

        Raises
        ------
        InputError
            When a class is unknown, with the choices.
        """
        against = class_number(self.against, class_names)
        return tuple(Target(self.kind, class_number(name, class_names), against) for name in self.classes)

    def layer_keys(self, run: "LoadedRun") -> tuple[str, ...]:
        """Return the keys of the wanted layers.

        Raises
        ------
        NetworkError
            When a layer is unknown, with the nearest name.
        """
        known = {layer.key for layer in run.explainer.layers()}
        if self.every_layer:
            return tuple(layer.key for layer in run.explainer.layers())
        return tuple(name if name in known else layer_id(name, run.graph) for name in self.layers)

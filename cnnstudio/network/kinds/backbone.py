"""A whole published network as one layer, with the weights it learned from a million photographs."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.kinds.backbone_plans import BACKBONE_PLANS, INPUT_CHANNELS, BackbonePlan
from cnnstudio.network.kinds.torchvision_plans import TorchvisionPlan
from cnnstudio.network.kinds.torchvision_table import TORCHVISION_PLANS
from cnnstudio.network.kinds.windows import image_shape
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, Window, shape_text
from cnnstudio.wording import translate

Plan = BackbonePlan | TorchvisionPlan
PLANS: MappingProxyType[str, Plan] = MappingProxyType({**BACKBONE_PLANS, **TORCHVISION_PLANS})
"""The networks a backbone can be, by name, in the order in which forms show them."""
STAGE_LIMIT = max(plan.stage_count for plan in PLANS.values())


def plan_of(parameters: Mapping[str, Any]) -> Plan:
    """Return the network that a backbone with these parameters is."""
    return PLANS[parameters["architecture"]]


def frozen_stages(parameters: Mapping[str, Any]) -> int:
    """Return how many stages, counted from the image, keep their weights in training."""
    return min(int(parameters["frozen_stages"]), plan_of(parameters).stage_count)


def is_frozen(parameters: Mapping[str, Any]) -> bool:
    """Whether nothing of it learns."""
    plan = plan_of(parameters)
    return plan.weights_before(frozen_stages(parameters)) == plan.weights_before(plan.stage_count)


def _shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels, height, width = image_shape(inputs)
    plan = plan_of(parameters)
    if channels != INPUT_CHANNELS:
        raise ShapeError(translate(
            "network", "expects colour images, {input_channels} channels, and gets {input}.",
            input_channels=INPUT_CHANNELS, input=shape_text(inputs[0])))
    if min(height, width) < plan.least_side:
        raise ShapeError(translate(
            "network", "needs at least {least_side} × {least_side} pixels and gets {height} × {width}.",
            least_side=plan.least_side, height=height, width=width))
    return plan.output(height, width)


def _weights(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    """All it learned; also those that are frozen."""
    return plan_of(parameters).weights_before(STAGE_LIMIT)


def _frozen(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    """Those of the stages that keep their weights."""
    return plan_of(parameters).weights_before(frozen_stages(parameters))


def _multiply_adds(inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> int:
    return plan_of(parameters).multiply_adds(*inputs[0][1:])


def _window(_inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> Window:
    size, step = plan_of(parameters).window()
    return Window((size, size), (step, step))


def _summary(parameters: Mapping[str, Any]) -> str:
    start = "ImageNet" if parameters["weights"] == "imagenet" else "untrained"
    return f"{start}, {_frozen_text(parameters)}"


def _frozen_text(parameters: Mapping[str, Any]) -> str:
    frozen, count = frozen_stages(parameters), plan_of(parameters).stage_count
    if frozen in (0, count):
        return "frozen" if frozen else translate("network", "all learns")
    return translate("network", "{frozen} of {count} frozen", frozen=frozen, count=count)


def _formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    plan = plan_of(parameters)
    count, frozen = plan.stage_count, frozen_stages(parameters)
    rule = translate(
        "network", "{plan}: {count} stages, of which {frozen} keep their weights", plan=plan.title, count=count,
        frozen=frozen)
    if not inputs or len(inputs[0]) != 3:
        return rule
    _, height, width = inputs[0]
    weights = _weights(inputs, parameters)
    learned = weights - _frozen(inputs, parameters)
    _, rows, columns = plan.output(height, width)
    return translate(
        "network", "{rule}\n{height} × {width} pixels -> {rows} × {columns} places, one for each {window} pixels\n"
        "{weights:,} weights, {learned:,} of them learn", rule=rule, height=height, width=width, rows=rows,
        columns=columns, window=plan.window()[1], weights=weights, learned=learned)


KINDS = (
    LayerKind(
        name="Backbone", title="Pretrained network", family="backbone",
        parameters=(
            Parameter("architecture", "Network", "choice", "efficientnet-lite0", choices=tuple(PLANS),
                      help="The published network, up to its pooling. EfficientNet-Lite0's weights come with the "
                           "program, those of all others are downloaded once."),
            Parameter("weights", "Weights", "choice", "imagenet", choices=("imagenet", "none"),
                      help="What it starts with: what it learned from ImageNet's 1.2 million photographs, or nothing."),
            Parameter("frozen_stages", "Frozen stages", "int", STAGE_LIMIT, 0, STAGE_LIMIT,
                      help="How many of its stages, counted from the image, keep their weights: all of them for a few "
                           "hundred images, fewer for many images that look unlike photographs."),
            Parameter("rate_factor", "Learning rate times", "float", 0.1, 0.001, 10.0,
                      help="The stages that learn take so much of the training's learning rate: small, so that what "
                           "they know is refined and not lost."),
        ),
        shape=_shape, weights=_weights, frozen=_frozen, multiply_adds=_multiply_adds, window=_window, summary=_summary,
        formula=_formula,
        help="A published network that has already learned to see from 1.2 million photographs. "
             "Its feature maps tell fur from metal before your training begins, so that a dense layer behind it "
             "learns your classes from a few dozen images. Frozen stages keep their weights and their batch "
             "normalisation's statistics. It takes colour images of at least 32 pixels, best 224; they are normalised "
             "as it is used to. Put a global average pooling behind it."),
)

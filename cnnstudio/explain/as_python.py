"""Writes a script of plain PyTorch that makes the raw map of an explanation again, from the run's folder."""

from collections.abc import Mapping
from dataclasses import dataclass

from cnnstudio.errors import NetworkError
from cnnstudio.explain.explanation import Provenance, method_info, target_words
from cnnstudio.explain.pixels.settings import squares
from cnnstudio.explain.script_parts import HEAD_OF_LAYER, MAIN, METHOD_PARTS, PIXEL_GRADIENTS, READ_WEIGHTS
from cnnstudio.explain.target import ExactTarget
from cnnstudio.wording import translate

_FOOT = '\n\nif __name__ == "__main__":'


@dataclass(frozen=True, slots=True)
class NetworkSource:
    """The network as a Python file, and how the run's names lead to its own.

    Attributes
    ----------
    text : of the file, with ``class Network``, ``CLASSES``, ``MEAN``, ``STD`` and ``load_image``
    weights : name in ``Network().state_dict()`` -> name in the run's file of weights
    layers : layer id -> path of its module in ``Network``; layers that are an expression there have none
    """

    text: str
    weights: Mapping[str, str]
    layers: Mapping[str, str]


def as_python(made: Provenance, class_names: tuple[str, ...], network: NetworkSource, run: str, image: str) -> str:
    """Return the text of the script; it needs PyTorch, NumPy, Pillow, OpenCV and what the network's source needs.

    ``python script.py [IMAGE] [RUN] [OUT.npy]`` writes the signed map (h, w) in the layer's own cells, or in pixels of
    the input.

    Parameters
    ----------
    made : how the map was made
    class_names : K names, for a comment
    run, image : the run's folder and the image's file, taken when the script is given none

    Raises
    ------
    NetworkError
        When the layer has no module of its own in the network's source.
    """
    info = method_info(made.method)
    what = target_words(ExactTarget(made.target_kind, made.target, made.against), class_names)
    parts = [
        network.text.rpartition(_FOOT)[0].rstrip(), "",
        f"# {info.title} of {what!a}, as CNN Studio made it." + (
            "" if info.of_input else f" Layer {made.layer!a}."),
        "RUN = " + ascii(run), "IMAGE = " + ascii(image), *_constants(made, network), "WEIGHTS = {",
        *(f"    {own!a}: {kept!a}," for own, kept in network.weights.items()), "}", "", "",
        READ_WEIGHTS, "", "", _score(made), "", "",
        *((HEAD_OF_LAYER, "", "") if made.method in _OF_LAYER_VALUES else ()),
        *((PIXEL_GRADIENTS, "", "") if info.of_input and made.method in _OF_GRADIENTS else ()),
        METHOD_PARTS[made.method], "", "", MAIN]
    return "\n".join(parts) + "\n"


_OF_GRADIENTS = ("gradients-x-input", "gradient-size", "smoothgrad", "integrated-gradients")
_OF_LAYER_VALUES = ("grad-cam", "hirescam", "grad-cam++", "layercam", "xgrad-cam", "element-wise", "eigencam",
                    "score-cam", "ablation-cam")


def _constants(made: Provenance, network: NetworkSource) -> list[str]:
    lines = [] if method_info(made.method).of_input else [f"LAYER = {_module(made, network)!a}"]
    settings = dict(made.settings)
    if made.method == "occlusion":
        patch, stride = squares(made.input_shape[1:], int(settings["patch_px"]), int(settings["stride_px"]))
        settings |= {"patch_px": patch, "stride_px": stride}
    return [*lines, *(f"{name.upper()} = {value!r}" for name, value in settings.items())]


def _module(made: Provenance, network: NetworkSource) -> str:
    """Return the path of the layer's module in the source."""
    layer, separator, stage = made.layer.partition(".stages.")
    path = network.layers.get(layer)
    if path is None or made.layer_calls > 1:
        raise NetworkError(translate(
            "explain", "Layer {layer} is no module of its own in the network's source, so no script can look at it "
            "alone; choose the layer before or behind it.", layer=made.layer))
    return f"{path}{separator}{stage}"


def _score(made: Provenance) -> str:
    head = ["def score(logits):", '    """Return the number that is explained, (n,), of logits (n, K)."""']
    own = f"logits[:, {made.target}]"
    if made.target_kind == "contrast":
        return "\n".join([*head, f"    return {own} - logits[:, {made.against}]"])
    if made.target_kind == "log-odds":
        others = f"    others = torch.cat((logits[:, :{made.target}], logits[:, {made.target + 1}:]), dim=1)"
        return "\n".join([*head, others, f"    return {own} - others.logsumexp(dim=1)"])
    return "\n".join([*head, f"    return {own}"])

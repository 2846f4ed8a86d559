"""Puts a run's network and an explanation together to a Python script that makes the map again without this program."""

from pathlib import Path

from cnnstudio.errors import RunError
from cnnstudio.explain.as_python import NetworkSource, as_python
from cnnstudio.explain.explanation import Explanation
from cnnstudio.export.image_loading import image_loading
from cnnstudio.export.pytorch_source import module_paths, source, weight_names
from cnnstudio.wording import translate
from cnnstudio.workspace.loaded_run import IMAGENET_RUN, LoadedRun


def explanation_script(run: LoadedRun, explanation: Explanation, image: Path | None) -> str:
    """Return the text of the script; see `cnnstudio.explain.as_python.as_python`.

    Parameters
    ----------
    image : the file it is of; None for pixels without a file, then the script must be given one

    Raises
    ------
    RunError
        For the published network, which has no folder with weights.
    NetworkError
        When the layer has no module of its own in the network's source.
    """
    if run.path == IMAGENET_RUN:
        raise RunError(translate(
            "workspace", "The published ImageNet network has no run folder a script could read its weights from. "
            "Train a network of your own, or use the network in torchvision."))
    record = run.record
    text = source(run.graph, image_loading=image_loading(record.preprocess, record.mean, record.std,
                                                         record.class_names))
    network = NetworkSource(text, weight_names(run.graph, run.network.state_dict()), module_paths(run.graph))
    return as_python(explanation.provenance, explanation.class_names, network, str(run.path.absolute()),
                     "" if image is None else str(image.absolute()))

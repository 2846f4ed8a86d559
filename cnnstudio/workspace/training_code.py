"""Reads a run as what a training script is written from, with the first weights where they cannot be drawn again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.file_kinds import IMAGE_ENDINGS
from cnnstudio.errors import RunError
from cnnstudio.export.pytorch_source import module_paths, weight_names
from cnnstudio.export.training_code.division import Division, division_of
from cnnstudio.export.training_code.plan import CodePlan
from cnnstudio.network.document import from_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.runs.images import RunImages
from cnnstudio.runs.record import RunRecord
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.runs.store import RunFolder
    from cnnstudio.torch_network.builder import GraphNetwork

_MOVES = ("crop", "zoom", "shear_deg", "rotate_deg", "shift", "blur")


@dataclass(frozen=True, slots=True, eq=False)
class TrainingCode:
    """A training as code.

    Attributes
    ----------
    plan : what the script or notebook is written from
    start : first weights by the names of the script's network; empty where the script draws them itself
    """

    plan: CodePlan
    start: "Mapping[str, Tensor]"


def training_code(run: "RunFolder", start_file: str) -> TrainingCode:
    """Read a run.

    Parameters
    ----------
    start_file : what the file with the first weights will be called, should one be needed

    Raises
    ------
    RunError
        When the run does not know its images, its recipe cannot be written down, or a file is damaged.
    NetworkError
        When published weights it started with are missing.
    """
    from cnnstudio.torch_network.builder import build

    record = run.record
    images = run.load_images()
    if images is None:
        raise RunError(translate(
            "workspace", "The run {name} was kept by an early version that did not note its images, so its split "
            "cannot be written down. Train once more, or export the format PyTorch.", name=run.path.name))
    graph = from_document(record.graph)
    network = build(graph)
    start = _first_weights(run, graph, network)
    plan = CodePlan(
        graph, record.preprocess, record.mean, record.std, record.class_names, record.augment,
        record.train.model_copy(update={"precision": record.precision or "float32"}), _division(record, images),
        title=record.name or run.path.name, start_file=start_file if start else "",
        draw_order=() if start else _draw_order(graph, network), slower=_slower(graph, network),
        versions=record.versions | _image_libraries(), notes=tuple(_notes(record, bool(start), start_file)),
        grad_cam_layer=_grad_cam_layer(graph, network))
    return TrainingCode(plan, start)


def _division(record: RunRecord, images: RunImages) -> Division:
    """Return the split as a rule; images of the folder that were left out are named, where the folder is there."""
    share = record.split.validation_share if record.split.folds < 2 else 1 / record.split.folds
    known = set(images.relative)
    unused = [name for name in _below(Path(record.folder)) if name not in known]
    return division_of(
        images.relative, images.class_name, images.split, record.class_names, seed=record.split.seed,
        validation_share=share, test_share=record.split.test_share, unused=unused)


def _below(folder: Path) -> Iterator[str]:
    """Yield the image files below a folder, by the places the script knows them by; none where it is gone."""
    try:
        for path in folder.rglob("*"):
            if path.suffix.lower() in IMAGE_ENDINGS and not path.name.startswith("."):
                yield path.relative_to(folder).as_posix()
    except OSError:
        return


def _first_weights(run: "RunFolder", graph: NetworkGraph, network: "GraphNetwork") -> "Mapping[str, Tensor]":
    """Return the weights the training began with, where they came from elsewhere; else nothing."""
    from cnnstudio.torch_network.backbone import Backbone
    from cnnstudio.torch_network.builder import initialise

    given = run.load_start()
    published = any(isinstance(layer, Backbone) and layer.is_pretrained for layer in network.layers.values())
    if not given and not published:
        return {}
    known = {node_id for node_id in network.layers if any(key.startswith(f"layers.{node_id}.") for key in given)}
    initialise(network, run.record.train.initialization, run.record.train.seed,
               complete=[layer for node_id, layer in network.layers.items() if node_id in known])
    network.load_state_dict(given, strict=False)
    state = network.state_dict()
    return {name: state[key] for name, key in weight_names(graph, state).items()}


def _draw_order(graph: NetworkGraph, network: "GraphNetwork") -> tuple[str, ...]:
    """Return the modules in the order in which their weights are drawn, where the script's own order is another."""
    state = list(network.state_dict())
    names = {key: name for name, key in weight_names(graph, state).items()}
    if list(names) == state:
        return ()
    return tuple(dict.fromkeys(names[key].rpartition(".")[0] for key in state))


def _slower(graph: NetworkGraph, network: "GraphNetwork") -> dict[str, float]:
    """Return the modules whose weights take a smaller learning rate."""
    paths = module_paths(graph)
    return {
        f"{paths[node_id]}.": factors[0] for node_id, layer in network.layers.items()
        for factors in [[each.rate_factor for each in layer.parameters() if hasattr(each, "rate_factor")]]
        if factors and factors[0] != 1.0}


def _grad_cam_layer(graph: NetworkGraph, network: "GraphNetwork") -> str:
    """Return the module that the program's own Grad-CAM looks at when nothing else is said."""
    import torch

    from cnnstudio.errors import NetworkError
    from cnnstudio.explain.target_layer import automatic

    try:
        chosen = automatic(network.eval(), torch.zeros(1, *network.input_shape))
    except NetworkError:
        return ""
    return module_paths(graph).get(chosen, "")


def _image_libraries() -> dict[str, str]:
    from importlib import metadata

    found = {}
    for name in ("torchvision", "opencv-python-headless"):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _notes(record: RunRecord, has_start: bool, start_file: str) -> Iterator[str]:
    """Yield what the script does otherwise than the program did, in English as all of the script."""
    if has_start:
        yield f"the first weights are not drawn: they are in {ascii(start_file)[1:-1]}, which belongs beside this file"
    if any(record.augment.is_on(name) for name in _MOVES):
        yield "moved and blurred images are computed by PyTorch, the program's by OpenCV: they differ by a level of 255"
    if record.processes > 1:
        yield f"the run was computed by {record.processes} processes together, this file is one"
    if record.split.folds > 1:
        yield "the run was one fold of a cross-validation; its split is kept by naming the images"
    if record.precision == "bfloat16":
        yield "it computes in bfloat16 as the run did; on other processors the digits differ"
    yield "all images are kept in memory; HEIC pictures are not read"

"""How a command gets the network it is given: a preset by name, or a file."""

from pathlib import Path

from cnnstudio.network import document
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import Shape, shape_text
from cnnstudio.network.presets import PRESETS, load_network


def is_preset(name: str) -> bool:
    """Whether ``name`` is a preset's; a preset wins over a file of that name."""
    return name in {info.name for info in PRESETS}


def read_network(name_or_file: str, input_shape: Shape | None, classes: int | None) -> NetworkGraph:
    """Return the network, fitted, errors and all when it is a file; a preset must fit.

    Raises
    ------
    NetworkError, StorageError
        When it is neither, or the file holds no network.
    """
    if is_preset(name_or_file) or not Path(name_or_file).is_file():
        return load_network(name_or_file, input_shape=input_shape, classes=classes)
    graph = document.load(Path(name_or_file))
    fit_to(graph, input_shape, classes).apply(graph)
    return graph


def what_changes(name_or_file: str, input_shape: Shape, classes: int) -> list[str]:
    """Say what `load_network` will have to change in a file to fit these images; nothing for a preset."""
    if is_preset(name_or_file) or not Path(name_or_file).is_file():
        return []
    graph = document.load(Path(name_or_file))
    changes = []
    if graph.input_node is not None:
        own = tuple(int(graph.input_node.parameters[key]) for key in ("channels", "height", "width"))
        if own != input_shape:
            changes.append(f"its input is {shape_text(input_shape)} now, it was {shape_text(own)}")
    if graph.output_node is not None and graph.output_node.parameters["classes"] != classes:
        changes.append(f"it tells {classes} classes apart now, it was {graph.output_node.parameters['classes']}")
    return changes

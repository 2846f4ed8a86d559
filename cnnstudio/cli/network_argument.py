"""How a command gets the network it is given: a preset by name, a file, or one of torchvision's networks."""

from pathlib import Path

from cnnstudio.errors import ShapeError
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.import_assembly import ImportedNetwork
from cnnstudio.network.layer_kinds import Shape, shape_text
from cnnstudio.network.network_files import load_file
from cnnstudio.network.presets import PRESETS, load_network
from cnnstudio.network.shapes import analyse
from cnnstudio.network.torchvision_names import PREFIX
from cnnstudio.wording import translate


def is_preset(name: str) -> bool:
    """Whether ``name`` is a preset's; a preset wins over a file of that name."""
    return name in {info.name for info in PRESETS}


def imported_name(name: str) -> str | None:
    """Return ``"resnet50"`` for ``"torchvision:resnet50"``, and None for anything else."""
    return name.removeprefix(PREFIX) if name.startswith(PREFIX) else None


def read_network(name_or_file: str, input_shape: Shape | None, classes: int | None) -> ImportedNetwork:
    """Return the network, fitted, errors and all unless it is a preset, and what was left out of it.

    Raises
    ------
    NetworkError, StorageError, MissingLibraryError
        When it is none of the three, or the file holds no network.
    """
    name = imported_name(name_or_file)
    if name is not None:
        from cnnstudio.torch_network.torchvision_models import import_torchvision

        found = import_torchvision(name)
    elif is_preset(name_or_file) or not Path(name_or_file).is_file():
        return ImportedNetwork(load_network(name_or_file, input_shape=input_shape, classes=classes))
    else:
        found = load_file(Path(name_or_file))
    fit_to(found.graph, input_shape, classes).apply(found.graph)
    return found


def usable_network(name_or_file: str, input_shape: Shape | None, classes: int | None) -> NetworkGraph:
    """Return the network, fitted and without errors; raises as `read_network` and, for an error in it, `ShapeError`."""
    if imported_name(name_or_file) is None:
        return load_network(name_or_file, input_shape=input_shape, classes=classes)
    graph = read_network(name_or_file, input_shape, classes).graph
    errors = analyse(graph).errors
    if errors:
        raise ShapeError(translate(
            "cli", "{name_or_file} does not fit: {message} Choose larger images.", name_or_file=name_or_file,
            message=errors[0].message))
    return graph


def what_changes(name_or_file: str, input_shape: Shape, classes: int) -> list[str]:
    """Say what `usable_network` will have to change in a file to fit these images; nothing for a preset."""
    if is_preset(name_or_file) or not Path(name_or_file).is_file():
        return []
    graph = load_file(Path(name_or_file)).graph
    changes = []
    if graph.input_node is not None:
        own = tuple(int(graph.input_node.parameters[key]) for key in ("channels", "height", "width"))
        if own != input_shape:
            changes.append(translate(
                "cli", "its input is {input_shape} now, it was {own}", input_shape=shape_text(input_shape),
                own=shape_text(own)))
    if graph.output_node is not None and graph.output_node.parameters["classes"] != classes:
        changes.append(translate(
            "cli", "it tells {classes} classes apart now, it was {other_classes}", classes=classes,
            other_classes=graph.output_node.parameters['classes']))
    return changes

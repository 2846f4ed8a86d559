"""Why a training cannot start yet, and what it would train on, in words; nothing of torch is needed to tell."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cnnstudio.network.shapes import analyse

if TYPE_CHECKING:
    from cnnstudio.network.shapes import Analysis
    from cnnstudio.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A reason not to start, and the page on which it can be mended; none for one of the recipe's fields."""

    text: str
    page: str = ""
    page_title: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What would be trained, as rows of a small table: title and value."""

    rows: tuple[tuple[str, str], ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Readiness", text)


def find_obstacle(workspace: "Workspace") -> Obstacle | None:
    """Return the first thing that stands in the way of a training, or None when it may start."""
    return (_folder_obstacle(workspace) or _network_obstacle(workspace) or _fit_obstacle(workspace)
            or _loss_obstacle(workspace))


def _folder_obstacle(workspace: "Workspace") -> Obstacle | None:
    if workspace.folder is None or workspace.splits is None:
        return Obstacle(_tr("There are no images yet: open an image folder or a sample first."),
                        "welcome", _tr("Open images"))
    if not workspace.folder.is_checked:
        return Obstacle(_tr("The images are listed but not all are checked yet; training waits until damaged ones are "
                            "known."), "data", _tr("Go to Data"))
    if not len(workspace.splits.train) or not len(workspace.splits.validation):
        return Obstacle(_tr("There must be at least one image for training and one for validation: "
                            "change the shares on the Data page."), "data", _tr("Go to Data"))
    return None


def _network_obstacle(workspace: "Workspace") -> Obstacle | None:
    errors = [problem for problem in analyse(workspace.graph).problems if problem.severity == "error"]
    if not errors:
        return None
    first = errors[0].message
    more = _tr(" ({count} more)").format(count=len(errors) - 1) if len(errors) > 1 else ""
    return Obstacle(_tr("The network is not ready: {problem}{more}").format(problem=first, more=more),
                    "network", _tr("Go to Network"))


def _fit_obstacle(workspace: "Workspace") -> Obstacle | None:
    """Check that the network takes these images and knows these classes."""
    start, end = workspace.graph.input_node, workspace.graph.output_node
    if start is None or end is None:
        return None
    takes = tuple(int(start.parameters[name]) for name in ("channels", "height", "width"))
    if takes != workspace.preprocess.shape:
        return Obstacle(_tr("The network takes {takes} but the images are prepared as {images}.").format(
            takes=shape_text(takes), images=shape_text(workspace.preprocess.shape)), "network", _tr("Go to Network"))
    has, wants = int(end.parameters["classes"]), len(workspace.class_names)
    if has != wants:
        return Obstacle(_tr("The network tells {has} classes apart but the folder has {wants}.").format(
            has=has, wants=wants), "network", _tr("Go to Network"))
    return None


def _loss_obstacle(workspace: "Workspace") -> Obstacle | None:
    """Check that the recipe's loss is one for so many classes."""
    classes = len(workspace.class_names)
    if workspace.train_config.loss != "binary" or classes == 2:
        return None
    return Obstacle(_tr("The binary loss is for two classes, and these images have {count}: choose another loss in "
                        "the recipe.").format(count=f"{classes:,}"))


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as people write it: ``"3 × 64 × 64"``."""
    return " × ".join(f"{size:,}" for size in shape)


def describe_subject(workspace: "Workspace") -> Subject:
    """Return what a training would work on: network, input, weights, images."""
    analysis = analyse(workspace.graph)
    rows = [(_tr("Network"), workspace.network_name), (_tr("Input"), shape_text(workspace.preprocess.shape))]
    if analysis.is_trainable:
        rows.append((_tr("Weights"), f"{_weights(workspace, analysis):,}"))
    if workspace.splits is not None:
        splits = workspace.splits
        rows += [(_tr("Classes"), f"{len(workspace.class_names):,}"),
                 (_tr("Training"), _images(len(splits.train))), (_tr("Validation"), _images(len(splits.validation)))]
    return Subject(tuple(rows))


def _weights(workspace: "Workspace", analysis: "Analysis") -> int:
    from cnnstudio.network.costs import node_costs, total

    return total(node_costs(workspace.graph, analysis)).weights


def _images(count: int) -> str:
    return _tr("{count} images").format(count=f"{count:,}")

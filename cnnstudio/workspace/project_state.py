"""What is open as the contents of a project file, and the other way round."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from cnnstudio.errors import CNNStudioError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.project.contents import FolderHint, ProjectContents

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace


def contents_of(workspace: "Workspace", base: ProjectContents) -> ProjectContents:
    """Return the project as it is now, without thumbnails.

    Parameters
    ----------
    base : what it was opened as or last saved as: notes, packed runs and unknown fields are taken from it, and so are
        the folder and what is decided about its images as long as no folder is open
    """
    folder = workspace.folder
    hint = base.folder if folder is None else FolderHint("", str(folder.root))
    return replace(
        base, name=workspace.project_name or base.name, folder=hint, preprocess=workspace.preprocess,
        curation=base.curation if folder is None else workspace.curation, split=workspace.split_config,
        augment=workspace.augment, recipe=workspace.train_config, graph=to_document(workspace.graph),
        network_name=workspace.network_name, notices=(), saved="", app_version="")


def differs(one: ProjectContents, other: ProjectContents) -> bool:
    """Whether a user would call the two different: pictures, packed runs and details of the folder do not count."""
    return _essence(one) != _essence(other)


def _essence(contents: ProjectContents) -> ProjectContents:
    place = contents.folder.absolute if contents.folder is not None else ""
    return replace(contents, folder=FolderHint("", place), thumbnails={}, runs=(), unknown={})


def restore(workspace: "Workspace", contents: ProjectContents) -> tuple[str, ...]:
    """Make the settings of a project those of the workspace, and return sentences about what could not be.

    Where a folder is open, decisions and splits are put into force for it; else they wait in the project.
    """
    workspace.name_project(contents.name)
    return tuple(_problems(workspace, contents))


def begin_with(workspace: "Workspace", contents: ProjectContents) -> tuple[str, ...]:
    """Leave everything and do what `restore` does, but put the network in only once: views take 10 ms for each."""
    workspace.start_over(preprocess=contents.preprocess,
                         network=(from_document(contents.graph), contents.network_name))
    return restore(workspace, contents)


def _problems(workspace: "Workspace", contents: ProjectContents) -> Iterator[str]:
    steps: tuple[Callable[[], None], ...] = (
        lambda: workspace.set_preprocess(contents.preprocess),
        lambda: _show_network(workspace, contents),
        lambda: workspace.set_augment(contents.augment),
        lambda: workspace.set_train_config(contents.recipe),
        lambda: workspace.set_split(contents.split) if workspace.folder is None else workspace.rearrange(
            contents.curation, contents.split),
    )
    for step in steps:
        try:
            step()
        except CNNStudioError as error:
            yield str(error)


def _show_network(workspace: "Workspace", contents: ProjectContents) -> None:
    """Put the project's network in, unless it is there already: showing 500 layers anew is not for nothing."""
    if (to_document(workspace.graph), workspace.network_name) != (contents.graph, contents.network_name):
        workspace.replace_graph(from_document(contents.graph), contents.network_name)

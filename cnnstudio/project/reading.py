"""Opens a project file: everything in it is checked before it is used, and nothing outside it is touched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.errors import ProjectError
from cnnstudio.network.document import to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.project.archive import ProjectArchive
from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.documents import newer_network, read_curation, read_graph, read_project_document
from cnnstudio.project.manifest import damaged
from cnnstudio.project.members import CURATION, GRAPH, PROJECT, THUMBNAIL_LIMIT, run_prefix
from cnnstudio.project.png import is_small_png
from cnnstudio.wording import translate


def goes_on() -> bool:
    """Stand for a user who never stops the work."""
    return False


def nobody_asks(_share: float) -> None:
    """Stand for nobody who wants to know how far the work is."""


@dataclass(frozen=True, slots=True)
class ProjectCheck:
    """What a look at every byte of a project file found.

    Attributes
    ----------
    path : the file
    problem : why it cannot be opened or which part is damaged, in a sentence; empty for a sound file
    size : of the file, in bytes
    members : parts in it
    contents : what it holds; None where it cannot be opened
    weights : of the network, to be learned; None where its shapes do not fit
    memory_bytes : that predicting one image would take, with all weights in float32; None likewise
    """

    path: Path
    problem: str = ""
    size: int = 0
    members: int = 0
    contents: ProjectContents | None = None
    weights: int | None = None
    memory_bytes: int | None = None

    @property
    def is_sound(self) -> bool:
        """Whether every byte is as it was saved."""
        return not self.problem


def read_project(path: Path) -> ProjectContents:
    """Open a project: everything but the runs' own files, of which only the list is read.

    No other file is read, written or looked for: the folder of the images is a hint (`FolderHint`), and the runs stay
    where they are until `packed_runs.unpack_run`.

    Raises
    ------
    ProjectError
        One sentence naming the file and what is wrong with it: it cannot be read, it is no project, it is damaged, a
        newer version saved it (then `NewerProjectError`), or a field is missing or out of its limits.
    """
    with ProjectArchive.open(path) as archive:
        return read_contents(archive)


def read_contents(archive: ProjectArchive, *, with_curation: bool = True) -> ProjectContents:
    """Return what an open project file holds, with or without the decisions; see `read_project`."""
    name = archive.name
    contents = read_project_document(archive.read_json(PROJECT), f"{name}, {PROJECT}")
    graph, why_partial = _network(archive)
    curation = Curation()
    if with_curation:
        curation = read_curation(archive.read_json(CURATION), f"{name}, {CURATION}")
    pictures = [member for member in archive.names if member.startswith("thumbs/")]
    if len(pictures) > THUMBNAIL_LIMIT:
        raise damaged(name, pictures[-1])
    thumbnails = {PurePosixPath(member).stem: _thumbnail(archive, member) for member in pictures}
    _check_runs(archive, contents)
    return replace(contents, graph=graph, curation=curation, thumbnails=MappingProxyType(thumbnails),
                   is_partial=bool(why_partial), notices=(*contents.notices, *why_partial),
                   saved=archive.manifest.saved, app_version=archive.manifest.app_version)


def _network(archive: ProjectArchive) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Return the network, or an empty one and why it cannot be shown: a newer version's layers are nobody's damage."""
    document = archive.read_json(GRAPH)
    try:
        return read_graph(document, archive.name), ()
    except ProjectError:
        why = newer_network(document, archive.name)
        if not why:
            raise
    left_out = translate("project", "It is not shown, and the file is left as it is; everything else is here. Update "
                         "the program to see the network.")
    return to_document(NetworkGraph()), (f"{why} {left_out}",)


def check_project(path: Path, *, should_stop: Callable[[], bool] = goes_on,
                  progress: Callable[[float], None] = nobody_asks) -> ProjectCheck:
    """Read every byte of a project file, compare all hashes, and say what the network would cost; never raises.

    Parameters
    ----------
    progress : told the share that is done, 0 to 1
    """
    try:
        with ProjectArchive.open(path) as archive:
            contents = read_contents(archive)
            problem = _first_damage(archive, should_stop, progress)
            weights, memory = _estimate(contents.graph)
            return ProjectCheck(path, problem, path.stat().st_size, len(archive.names), contents, weights, memory)
    except (ProjectError, OSError) as error:
        return ProjectCheck(path, str(error))


def _first_damage(archive: ProjectArchive, should_stop: Callable[[], bool], progress: Callable[[float], None]) -> str:
    names = archive.names
    for number, member in enumerate(names):
        if should_stop():
            return translate("project", "The check was stopped.")
        try:
            archive.check(member)
        except ProjectError as error:
            return str(error)
        progress((number + 1) / len(names))
    return ""


def _estimate(graph: Any) -> tuple[int | None, int | None]:
    """Return weights and bytes of a network, by its document alone: nothing is built."""
    from cnnstudio.network.costs import node_costs, total
    from cnnstudio.network.document import from_document
    from cnnstudio.network.shapes import analyse

    network = from_document(graph)
    analysis = analyse(network)
    if not analysis.is_trainable:
        return None, None
    cost = total(node_costs(network, analysis))
    return cost.weights, 4 * cost.weights + cost.output_bytes


def _thumbnail(archive: ProjectArchive, member: str) -> bytes:
    data = archive.read(member)
    if not is_small_png(data):
        raise damaged(archive.name, member)
    return data


def _check_runs(archive: ProjectArchive, contents: ProjectContents) -> None:
    """Refuse a list of runs that does not fit the members."""
    told = {run_prefix(run.place) for run in contents.runs}
    found = {member[:len("runs/0000/")] for member in archive.names if member.startswith("runs/")}
    if told != found:
        raise damaged(archive.name, PROJECT)

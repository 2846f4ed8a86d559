"""Keeps the run that was used last in memory, so that a click on the next image does not read its weights again."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.errors import RunError
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from cnnstudio.explain.explainer import Explainer
    from cnnstudio.network.graph import NetworkGraph
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.torch_network.builder import GraphNetwork

IMAGENET_RUN = Path("imagenet")
"""Stands for a run that was never trained here: the published network with ImageNet's 1,000 classes."""

_Key = tuple[Path, int, int | None]
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class LoadedRun:
    """A run with its best weights, or those of ``epoch``; ``changed_ns`` is when it was saved last."""

    path: Path
    changed_ns: int
    record: "RunRecord"
    graph: "NetworkGraph"
    network: "GraphNetwork"
    explainer: "Explainer"
    epoch: int | None = None


_lock = threading.Lock()
_newest: dict[_Key, LoadedRun] = {}


@contextmanager
def loaded_run(path: Path, epoch: int | None = None) -> Iterator[LoadedRun]:
    """Lend the run at ``path``, read again only when it has changed on disk; one user at a time.

    Parameters
    ----------
    epoch : with the weights after this epoch, one of `run_epochs.RunEpochs`; None for the best ones

    Raises
    ------
    RunError, InputError
        When there is no run or it is damaged, naming the file; an epoch of which nothing is kept.
    """
    with _lock:
        yield _load(path if path == IMAGENET_RUN else path.absolute(), epoch)


def forget_loaded_run() -> None:
    """Give the memory back."""
    with _lock:
        _newest.clear()


def _load(path: Path, epoch: int | None) -> LoadedRun:
    key = (path, _changed_ns(path), epoch)
    if key not in _newest:
        _newest.clear()
        _newest[key] = _read(path, key[1]) if epoch is None else _at_epoch(path, key[1], epoch)
    return _newest[key]


def _changed_ns(path: Path) -> int:
    try:
        return (path / _MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


def _at_epoch(path: Path, changed_ns: int, epoch: int) -> LoadedRun:
    from cnnstudio.workspace.run_epochs import RunEpochs

    return replace(RunEpochs(path).open(epoch), changed_ns=changed_ns)


def _read(path: Path, changed_ns: int) -> LoadedRun:
    if path == IMAGENET_RUN:
        return _imagenet()
    from cnnstudio.explain.explainer import Explainer
    from cnnstudio.network.document import from_document
    from cnnstudio.runs.store import RunFolder

    run = RunFolder.load(path)
    record = run.record
    if not record.best_epoch:
        raise RunError(translate(
            "workspace", "The run {path} has no trained weights: it ended before its first epoch did.", path=path))
    network = run.load_module()
    graph = from_document(record.graph)
    explainer = Explainer(network, record.preprocess, record.mean, record.std, record.class_names)
    return LoadedRun(path, changed_ns, record, graph, network, explainer)


def imagenet_record() -> "RunRecord":
    """Return what would be known of the published network's training, as far as the program needs it.

    Raises
    ------
    NetworkError
        When the package with the names of the classes is missing.
    """
    from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
    from cnnstudio.network.document import to_document
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.torch_network.imagenet import class_names, imagenet_graph
    from cnnstudio.training.config import TrainConfig

    return RunRecord(
        name="ImageNet", network_name="EfficientNet-Lite0", status="finished", graph=to_document(imagenet_graph()),
        preprocess=PreprocessConfig(height=224, width=224, normalization="symmetric"), split=SplitConfig(),
        augment=AugmentConfig(), train=TrainConfig(), class_names=class_names(), mean=(0.5,) * 3, std=(0.5,) * 3,
        folder="", fingerprint="", counts={})


def _imagenet() -> LoadedRun:
    from cnnstudio.explain.explainer import Explainer
    from cnnstudio.network.document import from_document
    from cnnstudio.torch_network.imagenet import imagenet_network

    record, network = imagenet_record(), imagenet_network()
    explainer = Explainer(network, record.preprocess, record.mean, record.std, record.class_names)
    return LoadedRun(IMAGENET_RUN, 0, record, from_document(record.graph), network, explainer)

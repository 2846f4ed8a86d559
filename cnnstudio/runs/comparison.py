"""What differs between two runs, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from cnnstudio.errors import NetworkError
from cnnstudio.network.difference import difference
from cnnstudio.network.difference_words import INSTEAD, sentences
from cnnstudio.network.document import from_document
from cnnstudio.runs.images import RunImages, compared
from cnnstudio.runs.record import RunRecord
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.recipe import is_read
from cnnstudio.wording import translate

_ANY_SPLIT = "{count:,} images instead of {other:,}"
_CONFIGS = ("train", "preprocess", "split", "augment")
_LAYER_LIMIT = 12
_SPLITS = {"train": "{count:,} training images instead of {other:,}",
           "validation": "{count:,} validation images instead of {other:,}",
           "test": "{count:,} test images instead of {other:,}"}


def differences(a: RunRecord, b: RunRecord, images: tuple[RunImages, RunImages] | None = None) -> list[str]:
    """Say what is different in run ``a`` from run ``b``, such as ``"Learning rate 0.01 instead of 0.001"``.

    Settings come first, then the network, the images and the versions of the libraries; results are not compared.
    With ``images``, those of both runs, they are compared one by one.
    """
    settings = [line for name in _CONFIGS for line in _config_lines(getattr(a, name), getattr(b, name))]
    details = [line for line in [compared(*images)] if line] if images is not None else []
    return [*settings, *_network_lines(a, b), *_image_lines(a, b), *details, *_version_lines(a.versions, b.versions)]


def _config_lines(a: BaseModel, b: BaseModel) -> Iterator[str]:
    for name, field in type(a).model_fields.items():
        if getattr(a, name) != getattr(b, name) and (_is_read(a, name) or _is_read(b, name)):
            yield _instead(translate(type(a).__name__, field.title or name), getattr(a, name), getattr(b, name))


def _is_read(config: BaseModel, name: str) -> bool:
    """Whether a setting plays a part: momentum does not with Adam."""
    return not isinstance(config, TrainConfig) or is_read(config, name)


def _instead(what: str, a: Any, b: Any) -> str:
    return translate(
        "runs", "{what} {words} instead of {other_words}", what=what, words=_words(a), other_words=_words(b))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return translate("runs", "on") if value else translate("runs", "off")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return " × ".join(_words(item) for item in value)
    return str(value)


def _network_lines(a: RunRecord, b: RunRecord) -> Iterator[str]:
    if a.network_name != b.network_name:
        yield _instead(translate("runs", "Network"), a.network_name, b.network_name)
    if a.graph == b.graph:
        return
    try:
        found = sentences(difference(from_document(b.graph), from_document(a.graph)), INSTEAD)
    except NetworkError as error:
        yield translate("runs", "The networks cannot be compared: {reason}", reason=error)
        return
    details = [sentence for sentence in found if sentence.sign not in ("summary", "cost")]
    if len(details) > _LAYER_LIMIT:
        ours, theirs = len(a.graph["nodes"]), len(b.graph["nodes"])
        yield translate(
            "runs", "A network of {ours:,} layers instead of {theirs:,}, different in {count:,} places", ours=ours,
            theirs=theirs, count=len(details))
        found = [sentence for sentence in found if sentence not in details]
    yield from (sentence.text for sentence in found)


def _image_lines(a: RunRecord, b: RunRecord) -> Iterator[str]:
    if a.class_names != b.class_names:
        yield translate(
            "runs", "Classes {class_names} instead of {b_class_names}", class_names=', '.join(a.class_names),
            b_class_names=', '.join(b.class_names))
    if a.fingerprint != b.fingerprint:
        other_folder = a.folder != b.folder
        yield _instead(translate("runs", "Images of"), a.folder, b.folder) if other_folder else translate(
            "runs", "The images in {folder} have changed", folder=a.folder)
    elif a.images_key and b.images_key and a.images_key != b.images_key:
        yield translate("runs", "The same image files with other labels or in other splits")
    for split in {**a.counts, **b.counts}:
        if a.counts.get(split, 0) != b.counts.get(split, 0):
            yield translate("runs", _SPLITS.get(split, _ANY_SPLIT),
                            count=a.counts.get(split, 0), other=b.counts.get(split, 0))


def _version_lines(a: Mapping[str, str], b: Mapping[str, str]) -> Iterator[str]:
    unknown = translate("runs", "unknown")
    for name in {**a, **b}:
        if a.get(name) != b.get(name):
            yield _instead(name, a.get(name) or unknown, b.get(name) or unknown)

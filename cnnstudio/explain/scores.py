"""From what a network returned to the one number an explanation is about."""

import operator
from typing import Any

import torch
from torch import Tensor

from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain.pass_hooks import first_output
from cnnstudio.explain.target import ExactTarget, Region, Target
from cnnstudio.wording import translate


def class_scores(output: Any, images: int, region: Region | None = None) -> Tensor:
    """Find the class scores (n, K) in what a network returned for n images.

    Of scores of places, (n, K, h, w), the mean over the places in ``region`` (without one: over all) is taken.
    A network with one score z tells two classes apart; it gives (-z / 2, z / 2), whose softmax gives the second class
    the sigmoid of z.

    Raises
    ------
    NetworkError
        When there are no class scores of each image.
    """
    scores = first_output(output)
    if isinstance(scores, Tensor) and scores.ndim == 1 and images == 1:
        scores = scores[None]
    is_spatial = isinstance(scores, Tensor) and scores.ndim == 4
    if isinstance(scores, Tensor) and is_spatial:
        scores = _cells(scores, region).mean(dim=(2, 3))
    if not isinstance(scores, Tensor) or scores.ndim < 2 or scores.numel() != images * scores.shape[-1]:
        what = translate(
            "explain", "shape {shape}",
            shape=tuple(scores.shape)) if isinstance(scores, Tensor) else type(scores).__name__
        raise NetworkError(translate(
            "explain", "The network must end in one row of class scores (1, K); it gives {what}.", what=what))
    if region is not None and not is_spatial:
        raise InputError(translate(
            "explain", "This network gives one answer for the whole image, so no region of it can be explained."))
    rows = scores.reshape(images, -1)
    return torch.cat((-rows / 2, rows / 2), dim=1) if rows.shape[1] == 1 else rows


def has_one_score(output: Any, images: int) -> bool:
    """Whether a network gave one number an image, or a place, for two classes."""
    scores = first_output(output)
    return bool(scores.shape[1] == 1 if scores.ndim == 4 else scores.numel() == images)


def region_of(target: Target | int | None) -> Region | None:
    """Return the region a target asks for."""
    return target.region if isinstance(target, Target) else None


def _cells(scores: Tensor, region: Region | None) -> Tensor:
    """Return the cells of (n, K, h, w) whose centres lie in the region; the nearest one of a region without any."""
    if region is None:
        return scores
    left, top, right, bottom = region
    rows, columns = (_inside(scores.shape[axis], start, stop, scores.device)
                     for axis, start, stop in ((2, top, bottom), (3, left, right)))
    return scores[:, :, rows][:, :, :, columns]


def _inside(cells: int, start: float, stop: float, device: torch.device) -> Tensor:
    centres = (torch.arange(cells, device=device) + 0.5) / cells
    inside = ((centres >= start) & (centres < stop)).nonzero()[:, 0]
    return inside if len(inside) else (centres - (start + stop) / 2).abs().argmin()[None]


def resolve(target: Target | int | None, scores: Tensor) -> ExactTarget:
    """Return the target with the classes it stands for, given the scores (K,) of the image.

    Raises
    ------
    InputError
        When a class is not one of the network's, or is contrasted with itself.
    """
    wanted = target if isinstance(target, Target) else Target(index=target)
    index = _class(wanted.index, scores) if wanted.index is not None else int(scores.argmax())
    if wanted.kind != "contrast":
        return ExactTarget(wanted.kind, index, region=wanted.region)
    against = _class(wanted.against, scores) if wanted.against is not None else _best_other(index, scores)
    if against == index:
        raise InputError(translate(
            "explain", "Class {index} cannot be contrasted with itself; choose another class for one of the two.",
            index=index))
    return ExactTarget(wanted.kind, index, against, wanted.region)


def _best_other(index: int, scores: Tensor) -> int:
    others = scores.detach().clone()
    others[index] = -torch.inf
    return int(others.argmax())


def _class(index: int, scores: Tensor) -> int:
    number, count = operator.index(index), scores.numel()
    if not 0 <= number < count:
        raise InputError(translate(
            "explain", "There is no class {number}: this network has {count} classes (0 to {other_count}).",
            number=number, count=count, other_count=count - 1))
    return number


def score(scores: Tensor, target: ExactTarget, *, one_score: bool = False) -> Tensor:
    """Return the number Y of each image, (n,), from its class scores (n, K).

    Parameters
    ----------
    target : with its classes, from `resolve`
    one_score : the network has one score z, of which `class_scores` made two: Y is z for class 1 and -z for class 0,
        whatever the kind
    """
    chosen = scores[:, target.index]
    if one_score:
        return 2 * chosen
    if target.against is not None:
        return chosen - scores[:, target.against]
    if target.kind == "log-odds":
        others = torch.cat((scores[:, :target.index], scores[:, target.index + 1:]), dim=1)
        return chosen - others.logsumexp(dim=1)
    return chosen

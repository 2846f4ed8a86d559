"""What a training minimises: cross-entropy with label smoothing and class weights, and the focal loss."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from cnnstudio.training.config import TrainConfig

_SMALLEST_DOUBT = 1e-12
"""Under it ``1 - p`` counts as this in the focal loss, whose slope would be infinite at 0 for a gamma below 1."""


@dataclass(frozen=True, slots=True)
class Target:
    """What N images should be answered with, on the device.

    Attributes
    ----------
    labels : (N,) int64 class indices
    other_labels : (N,) int64, what else mixed images show; None when nothing was mixed
    share : (N,) float32 in [0.5, 1], how much of a mixed image belongs to ``labels``
    """

    labels: Tensor
    other_labels: Tensor | None = None
    share: Tensor | None = None

    @classmethod
    def of(cls, batch: Any, device: torch.device) -> "Target":
        """Return the target of a `cnnstudio.training.step.BatchLike`."""
        other: Tensor | None = getattr(batch, "other_labels", None)
        share: Tensor | None = getattr(batch, "share", None)
        labels = batch.labels.to(device)
        if other is None or share is None:
            return cls(labels)
        return cls(labels, other.to(device), share.to(device))

    def __len__(self) -> int:
        """Return the number of images."""
        return len(self.labels)

    def part(self, images: slice) -> "Target":
        """Return the target of some of the images."""
        if self.other_labels is None or self.share is None:
            return Target(self.labels[images])
        return Target(self.labels[images], self.other_labels[images], self.share[images])

    @property
    def all_labels(self) -> Tensor:
        """Labels and other labels in one row."""
        return self.labels if self.other_labels is None else torch.cat((self.labels, self.other_labels))


@dataclass(frozen=True, slots=True, eq=False)
class LossRule:
    """Which loss is minimised.

    Attributes
    ----------
    smoothing : share of the answer that is asked for in equal parts from all classes, 0 to 1
    gamma : of the focal loss; 0 is cross-entropy
    weights : (K,) float32 on the device, how much an image of each class counts; None lets all count alike
    """

    smoothing: float = 0.0
    gamma: float = 0.0
    weights: Tensor | None = None

    @property
    def is_plain(self) -> bool:
        """Whether this is the cross-entropy that the history tells."""
        return self.smoothing == 0 and self.gamma == 0 and self.weights is None


PLAIN = LossRule()


def loss_rule(config: TrainConfig, class_counts: Sequence[int], device: torch.device) -> LossRule:
    """Return the loss of a recipe.

    *Binary* is cross-entropy: one logit z comes out of a network as the two logits (0, z), whose softmax is the
    sigmoid of z, so that their cross-entropy is the binary one.

    Parameters
    ----------
    class_counts : images of each class in the training split; none let every image count alike
    """
    balanced = config.class_weights == "balanced" and len(class_counts) > 0
    weights = torch.tensor(balanced_weights(class_counts), device=device) if balanced else None
    return LossRule(config.label_smoothing, config.focal_gamma if config.loss == "focal" else 0.0, weights)


def balanced_weights(class_counts: Sequence[int]) -> list[float]:
    """Return a weight for each class, n / (K n_c), so that each class weighs alike (King and Zeng, 2001).

    K is the number of classes that have images; one without any gets 0.
    """
    known = sum(count > 0 for count in class_counts)
    return [sum(class_counts) / (known * count) if count else 0.0 for count in class_counts]


def total_weight(target: Target, rule: LossRule) -> Tensor | int:
    """Return what the mean loss of these images is divided by: the sum of their classes' weights."""
    if rule.weights is None:
        return len(target)
    weights = rule.weights[_fitting(target.labels, len(rule.weights))]
    if target.other_labels is not None and target.share is not None:
        others = rule.weights[_fitting(target.other_labels, len(rule.weights))]
        weights = target.share * weights + (1 - target.share) * others
    return weights.sum()


def mean_loss(logits: Tensor, target: Target, rule: LossRule = PLAIN, total: Tensor | int | None = None) -> Tensor:
    """Return the loss of some images as their part of the mean over all images of a step.

    With p the softmax of the logits and q what is asked for (1 for the label, smoothed, and mixed by ``share``), the
    loss of an image is ``-sum_c q_c w_c (1 - p_c)^gamma log p_c``. Without gamma it is torch's ``cross_entropy`` with
    ``weight`` and ``label_smoothing`` (Szegedy and others, 2016); without smoothing and mixing it is the focal loss
    (Lin and others, 2017). Labels out of range count as the nearest one here and are reported by the step.

    Parameters
    ----------
    logits : (N, K) float32
    total : the `total_weight` of all images of the step; None means that these are all
    """
    whole = total is None or (isinstance(total, int) and total == len(target))
    if rule.is_plain and whole and target.share is None:
        return functional.cross_entropy(logits, _fitting(target.labels, logits.shape[1]))
    losses = _mixed_losses(logits, target, rule)
    if rule.weights is None and whole:
        return losses.mean()
    return losses.sum() / (total_weight(target, rule) if total is None else total)


def _mixed_losses(logits: Tensor, target: Target, rule: LossRule) -> Tensor:
    """Return the loss of each image (N,), of both its labels if it is mixed (Zhang and others, 2018, mixup)."""
    if target.other_labels is None or target.share is None:
        return _losses(logits, target.labels, rule)
    first, second = _losses(logits, target.labels, rule), _losses(logits, target.other_labels, rule)
    return target.share * first + (1 - target.share) * second


def _losses(logits: Tensor, labels: Tensor, rule: LossRule) -> Tensor:
    """Return the loss of each image (N,) for one label each, times the weight of its class."""
    labels = _fitting(labels, logits.shape[1])
    if rule.gamma == 0:
        return functional.cross_entropy(
            logits, labels, rule.weights, reduction="none", label_smoothing=rule.smoothing)
    logs = functional.log_softmax(logits, dim=1)
    doubt = -torch.expm1(logs)
    each = -doubt.clamp_min(_SMALLEST_DOUBT) ** rule.gamma * logs
    if rule.weights is not None:
        each = each * rule.weights
    chosen = each.gather(1, labels[:, None])[:, 0]
    if rule.smoothing == 0:
        return chosen
    return (1 - rule.smoothing) * chosen + rule.smoothing * each.mean(dim=1)


def _fitting(labels: Tensor, classes: int) -> Tensor:
    return labels.clamp(0, classes - 1)

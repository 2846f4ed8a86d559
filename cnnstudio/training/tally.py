"""What is counted and measured of one batch, fetched from the device with one transfer."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch

from cnnstudio.training.losses import PLAIN, LossRule, Target, mean_loss, total_weight


@dataclass(frozen=True, slots=True)
class Measures:
    """All numbers of a batch, fetched from the device at once."""

    loss: float
    right: int
    lowest_label: int
    highest_label: int
    objective: float
    """What was minimised."""
    weight: float
    """By which the batch counts among those that are gathered."""
    gradient_norms: list[float]
    classes: int

    @property
    def is_gradient_finite(self) -> bool:
        """Whether no gradient holds NaN or infinity."""
        return all(map(math.isfinite, self.gradient_norms))


class Tally:
    """Adds up what the parts of a batch give, on the device, so that all of it is fetched with one transfer."""

    def __init__(self, target: Target, rule: LossRule) -> None:
        self.target, self.rule = target, rule
        self.total = total_weight(target, rule)
        self.classes = 0
        self._losses: list[torch.Tensor] = []
        self._right: list[torch.Tensor] = []
        self._objectives: list[torch.Tensor] = []

    def add(self, logits: torch.Tensor, images: slice) -> torch.Tensor:
        """Count one part; return its share of the mean loss, to be differentiated."""
        target = self.target if len(logits) == len(self.target) else self.target.part(images)
        objective = mean_loss(logits, target, self.rule, self.total)
        answers = logits.detach()
        self._right.append((answers.argmax(dim=1) == target.labels).sum())
        self._objectives.append(objective.detach())
        if not self.rule.is_plain:
            self._losses.append(mean_loss(answers, target, PLAIN, len(self.target)))
        self.classes = logits.shape[1]
        return objective

    def counted(self) -> list[torch.Tensor]:
        """Return the sums over the parts added: what was minimised, images right, and the loss unless that is it."""
        return [_sum(each) for each in (self._objectives, self._right, self._losses) if each]

    def measures(self, counted: list[torch.Tensor], gradients: list[torch.Tensor]) -> Measures:
        """Fetch loss, images right, range of the labels and the norms of the gradients.

        Parameters
        ----------
        counted : as `counted` returns it, of all images
        """
        objective, right, *losses = counted
        values = [objective, right, *self.target.all_labels.aminmax()]
        if losses:
            values += [*losses, torch.as_tensor(self.total, device=self.target.labels.device)]
        count = len(values) - 4
        # The function behind nn.utils.get_total_norm, without its sorting by device: a quarter of the time.
        norms = torch._foreach_norm(gradients) if gradients else ()  # noqa: SLF001
        aim, hits, low, high, *rest = torch.stack((*values, *norms)).tolist()
        loss, weight = rest[:count] or (aim, len(self.target))
        return Measures(loss, int(hits), int(low), int(high), aim, weight, rest[count:], self.classes)


def _sum(parts: list[torch.Tensor]) -> torch.Tensor:
    return parts[0] if len(parts) == 1 else torch.stack(parts).sum()


def norms_of(gradients: Sequence[torch.Tensor]) -> list[float]:
    """Return the Euclidean norm of each gradient."""
    return torch.stack(torch._foreach_norm(list(gradients))).tolist() if gradients else []  # noqa: SLF001


def class_counts(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Count the images of each class and those that are right: (2, K) on the device, without waiting for it."""
    right = (logits.argmax(dim=1) == labels).to(torch.float32)
    counted = torch.stack((torch.ones_like(right), right))
    return torch.zeros(2, logits.shape[1], device=logits.device).index_add_(1, labels, counted)

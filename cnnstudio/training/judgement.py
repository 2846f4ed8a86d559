"""What rules look at when they judge a training, and what they find."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, LayerFigures
from cnnstudio.training.usual_rates import smaller_rate
from cnnstudio.wording import joined, translate

VerdictKind = Literal[
    "too_early", "healthy", "symmetry", "learning_rate_too_high", "exploding_gradients", "vanishing_gradients",
    "dead_relus", "learning_rate_too_low", "unbalanced", "overfitting", "guessing", "underfitting", "plateau",
    "few_validation_images"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement of a training."""

    kind: VerdictKind
    title: str = ""
    """What it is, in a few words; nothing for ``"too_early"``."""
    evidence: str = ""
    """What it follows from, with numbers: whole sentences, the first of which begins small, after a colon."""
    remedy: str = ""
    """What to try, in a sentence; nothing when all is well."""
    since_epoch: int = 0
    """First epoch it holds for; 0 when the whole training is meant."""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (f"{self.title}:" if self.title else "", self.evidence, self.remedy) if part)

    @property
    def is_alarm(self) -> bool:
        """Whether the user should do something about the training."""
        return self.kind not in ("too_early", "healthy", "few_validation_images")


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at."""

    rows: Sequence[EpochEnded]
    """At least 3 epochs, epoch 1 first."""
    baseline: float | None = None
    """Accuracy of always answering the most frequent class of the validation images, 0 to 1."""
    validation_images: int | None = None
    class_counts: Sequence[int] = ()
    """Validation images of each class."""
    class_names: Sequence[str] = ()
    recipe: TrainConfig | None = None

    @property
    def rate(self) -> float:
        """The learning rate the user chose; without the recipe that of the last step."""
        return self.last.learning_rate if self.recipe is None else self.recipe.learning_rate

    @property
    def smaller_rate(self) -> float:
        """What to try in its place when it is too large."""
        return smaller_rate(self.rate, "adam" if self.recipe is None else self.recipe.optimizer)

    @property
    def best(self) -> EpochEnded:
        """The epoch with the lowest validation loss, the first of equal ones."""
        return min(self.rows, key=lambda row: row.val_loss)

    @property
    def last(self) -> EpochEnded:
        """The present state."""
        return self.rows[-1]

    def recent(self, quantity: str) -> float:
        """Return the mean of a loss or an accuracy over the last 3 epochs."""
        return math.fsum(getattr(row, quantity) for row in self.rows[-3:]) / 3

    @property
    def fall_an_epoch(self) -> float:
        """Share by which the training loss fell in each of the last 3 epochs, on average; negative when it rose."""
        before = self.rows[-4].train_loss if len(self.rows) > 3 else 0.0
        return 1 - (self.last.train_loss / before) ** (1 / 3) if before else 0.0

    @property
    def is_learned(self) -> bool:
        """Whether at least half of the way from the baseline to 100 % training accuracy is gone."""
        baseline = self.baseline or 0.0
        return self.last.train_accuracy - baseline >= 0.5 * (1 - baseline)

    @property
    def guessing_loss(self) -> float:
        """Cross-entropy of naming each class with its share, in nats; infinite when the classes are not known."""
        images = sum(self.class_counts)
        shares = [count / images for count in self.class_counts if count]
        return -math.fsum(share * math.log(share) for share in shares) if images else math.inf

    @property
    def learning_layers(self) -> list[LayerFigures]:
        """The layers with weights that learn, as they are now; those that are 0 throughout left out."""
        return [layer for layer in self.last.layers if layer.weights and layer.weight_norm]


def percent(share: float) -> str:
    """Write a share with one decimal: ``"93.1 %"``."""
    return f"{100 * share:.1f} %"


def named(names: Sequence[str], most: int = 3) -> str:
    """Write names as a list that stays short: ``"conv 1, conv 2, conv 3 and 4 more"``."""
    if len(names) <= most:
        return joined(names)
    return translate("training", "{name} and {count} more", name=', '.join(names[:most]), count=len(names) - most)

"""What the checks of one map found, as plain values with a verdict in words and the rule behind it. Free of torch."""

from dataclasses import dataclass
from typing import Literal

from cnnstudio.explain.heatmap import Floats
from cnnstudio.wording import translate

TrustLevel = Literal["good", "doubtful", "bad", "not applicable"]


@dataclass(frozen=True, slots=True, eq=False)
class TrustCurve:
    """One line of a small picture beside a check.

    Attributes
    ----------
    name : what it is, such as ``"hottest places first"``
    x, y : (n,) points
    low, high : (n,) the band around it; None without one
    """

    name: str
    x: Floats
    y: Floats
    low: Floats | None = None
    high: Floats | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrustRow:
    """One check of one map.

    Attributes
    ----------
    name : a stable key such as ``"randomisation"``
    title : the question that is asked
    value : the number the verdict rests on; None where the check does not apply
    figure : the same with its unit, for showing
    control : what it is to be compared with, with its number
    verdict : the answer in a sentence
    rule : how the verdict follows from the numbers
    curves : a small picture; empty without one
    x_title, y_title : of its axes
    """

    name: str
    title: str
    level: TrustLevel
    value: float | None
    figure: str
    control: str
    verdict: str
    rule: str
    curves: tuple[TrustCurve, ...] = ()
    x_title: str = ""
    y_title: str = ""


@dataclass(frozen=True, slots=True)
class TrustStep:
    """How far one check, or all of them, are."""

    done: int
    total: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class TrustReport:
    """All checks of one map."""

    rows: tuple[TrustRow, ...]
    method: str
    layer: str
    class_name: str
    seconds: float = 0.0
    is_rough: bool = False
    """From first pictures of a slow method, with fewer repetitions."""

    @property
    def level(self) -> TrustLevel:
        """The worst of all that apply."""
        levels = {row.level for row in self.rows}
        order: tuple[TrustLevel, ...] = ("bad", "doubtful", "good", "not applicable")
        return next(level for level in order if level in levels or level == "not applicable")

    @property
    def verdict(self) -> str:
        """The whole in a sentence."""
        asked = [row for row in self.rows if row.level != "not applicable"]
        failed = " ".join(row.title for row in asked if row.level == "bad")
        doubtful = " ".join(row.title for row in asked if row.level == "doubtful")
        rough = translate("explain", " This was a quick look, at the map's first picture.") if self.is_rough else ""
        if failed:
            return translate(
                "explain", "Do not rely on this map. It fails: {failed}{rough}", failed=failed, rough=rough)
        if doubtful:
            return translate(
                "explain", "Take this map with care. In doubt: {doubtful}{rough}", doubtful=doubtful, rough=rough)
        return translate(
            "explain", "This map passes all {count} checks that apply to it.{rough} That is no proof that it is right.",
            count=len(asked), rough=rough)

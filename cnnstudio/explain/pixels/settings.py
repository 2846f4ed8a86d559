"""What can be set of the methods that ask the whole network; free of torch."""

from dataclasses import asdict, dataclass
from typing import Literal, get_args

from cnnstudio.errors import InputError
from cnnstudio.wording import translate

Fill = Literal["blur", "mean", "black", "inpaint"]
FILLS: tuple[Fill, ...] = get_args(Fill)
Baseline = Literal["mean", "black", "blur"]
BASELINES: tuple[Baseline, ...] = get_args(Baseline)


@dataclass(frozen=True, slots=True)
class PixelSettings:
    """How a slow method works; each method reads its own.

    Attributes
    ----------
    patch_px, stride_px : of occlusion: side of the square that is hidden, 0 for an eighth of the longer side; how far
        it moves, 0 for half of the square
    fill : of occlusion: what is put in its place
    baseline : of integrated gradients: the image that stands for *nothing to see*
    noise : of SmoothGrad: deviation of the noise as a share of the range of values
    images : of SmoothGrad: how many noisy copies
    seed : of SmoothGrad
    """

    patch_px: int = 0
    stride_px: int = 0
    fill: Fill = "blur"
    baseline: Baseline = "mean"
    noise: float = 0.15
    images: int = 25
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be used, naming the field."""
        for field, good, wanted in (
                ("patch_px", self.patch_px >= 0, translate(
                    "explain", "0 or more")), ("stride_px", self.stride_px >= 0, translate(
                    "explain", "0 or more")),
                ("fill", self.fill in FILLS, translate("explain", "one of {fills}", fills=', '.join(FILLS))),
                ("baseline", self.baseline in BASELINES, translate(
                    "explain", "one of {baselines}", baselines=', '.join(BASELINES))),
                ("noise", 0 <= self.noise <= 1, "from 0 to 1"), ("images", self.images >= 1, translate(
                    "explain", "1 or more"))):
            if not good:
                raise InputError(translate(
                    "explain", "{field} should be {wanted}, not {value!r}.", field=field, wanted=wanted,
                    value=getattr(self, field)))

    def of(self, method: str) -> dict[str, str | float]:
        """Return what this method reads, by name, for the provenance."""
        values = asdict(self)
        return {name: values[name] for name in _READ.get(method, ())}


_READ = {"occlusion": ("patch_px", "stride_px", "fill"), "integrated-gradients": ("baseline",),
         "smoothgrad": ("noise", "images", "seed")}


_PARTS = 8


def squares(sides: tuple[int, int], patch_px: int, stride_px: int) -> tuple[int, int]:
    """Return side and stride of occlusion's squares for an image of these sides; 0 stands for the usual."""
    longer = max(sides)
    patch = min(patch_px or -(-longer // _PARTS), longer)
    return patch, min(stride_px or max(1, patch // 2), patch)

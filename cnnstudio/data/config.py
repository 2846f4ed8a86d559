"""How images become network input: frozen settings with limits, free of torch and of Qt."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Color = Literal["rgb", "grey"]
Fit = Literal["stretch", "crop", "pad"]
Normalization = Literal["dataset", "imagenet", "unit", "symmetric"]
Background = Literal["white", "black", "grey"]
SixteenBit = Literal["full range", "own range"]

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


class PreprocessConfig(BaseModel):
    """The deterministic way from a decoded image to the network's input, the same for every split."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    height: int = Field(64, ge=8, le=1024, title="Height", description="Height of the network's input in pixels.")
    width: int = Field(64, ge=8, le=1024, title="Width", description="Width of the network's input in pixels.")
    color: Color = Field("rgb", title="Colour", description="Colour (3 channels) or grey (1 channel).")
    fit: Fit = Field(
        "crop", title="Fit", description="Cut to the wanted proportions, pad with the mean colour, or stretch.")
    normalization: Normalization = Field(
        "dataset", title="Normalisation",
        description="Subtract the mean and divide by the deviation of the training images or of ImageNet, "
                    "or only scale to 0 to 1 or to -1 to 1. A pretrained network brings its own.")
    background: Background = Field(
        "white", title="Behind transparency", description="What shows through transparent parts of a picture.")
    sixteen_bit: SixteenBit = Field(
        "full range", title="16-bit pictures",
        description="Scale 0 to 65,535 to 0 to 255, or each picture's own darkest to brightest value.")

    @property
    def channels(self) -> int:
        """1 for grey, 3 for colour."""
        return 1 if self.color == "grey" else 3

    @property
    def shape(self) -> tuple[int, int, int]:
        """The network's input shape (C, H, W)."""
        return (self.channels, self.height, self.width)


class SplitConfig(BaseModel):
    """How used images are divided where the folder itself does not say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    validation_share: float = Field(
        0.2, ge=0.01, le=0.9, title="Validation share", description="Share of the images kept for validation.")
    test_share: float = Field(0.0, ge=0.0, le=0.8, title="Test share", description="Share kept for a last test.")
    seed: int = Field(0, ge=0, le=2**31 - 1, title="Seed", description="Another seed gives another split.")
    group_pattern: str = Field(
        "", max_length=200, title="Keep together",
        description="Files whose names agree in the {} part stay in one split: {}_* for patient7_03.jpg. * is any "
                    "text, # any digits. Empty: names do not matter.")
    folds: int = Field(
        0, ge=0, le=20, title="Folds", description="Divide into this many equal parts, each in turn for validation "
                                                   "(k-fold cross-validation); 0 or 1: one division by shares.")
    fold: int = Field(1, ge=1, le=20, title="Fold", description="Which of the parts is for validation now.")


def _strength(maximum: float, title: str, description: str) -> float:
    info: float = Field(0.0, ge=0, le=maximum, title=title, description=description)
    return info


def _chance(default: float = 1.0) -> float:
    info: float = Field(default, ge=0, le=1, title="Probability", description="Share of the images that are changed.")
    return info


class AugmentConfig(BaseModel):
    """Random changes to training images; 0 or false switches one off. Validation images are never changed.

    Each change ``x`` has a strength, the field ``x``, and a probability, the field ``x_p``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    flip_horizontal: bool = Field(False, title="Mirror", description="Mirror left and right.")
    flip_horizontal_p: float = _chance(0.5)
    flip_vertical: bool = Field(False, title="Flip", description="Flip top and bottom.")
    flip_vertical_p: float = _chance(0.5)
    rotate_deg: float = _strength(180, "Rotate (°)", "Up to this angle, both ways.")
    rotate_deg_p: float = _chance()
    crop: float = _strength(0.95, "Random crop", "Take a random part, its area up to this share smaller, its sides' "
                                                 "proportion between 3:4 and 4:3, and enlarge it to the whole.")
    crop_p: float = _chance()
    zoom: float = _strength(0.9, "Zoom", "Scale by 1 ± this share, in and out.")
    zoom_p: float = _chance()
    shift: float = _strength(0.5, "Shift", "Move by up to this share of the side.")
    shift_p: float = _chance()
    shear_deg: float = _strength(60, "Shear (°)", "Slant by up to this angle, in both directions.")
    shear_deg_p: float = _chance()
    brightness: float = _strength(0.9, "Brightness", "Multiply by 1 ± this share.")
    brightness_p: float = _chance()
    contrast: float = _strength(0.9, "Contrast", "Contrast times 1 ± this share.")
    contrast_p: float = _chance()
    saturation: float = _strength(1.0, "Saturation", "Saturation times 1 ± this share.")
    saturation_p: float = _chance()
    hue: float = _strength(0.5, "Hue", "Turn the colour circle by up to this share of a full turn, both ways.")
    hue_p: float = _chance()
    grey: bool = Field(False, title="Grey", description="Take the colour away.")
    grey_p: float = _chance(0.2)
    blur: float = _strength(5.0, "Blur (px)", "Gaussian blur with a deviation of up to so many pixels of the input.")
    blur_p: float = _chance(0.5)
    noise: float = _strength(0.5, "Noise", "Deviation of added noise; 1 is white.")
    noise_p: float = _chance()
    erase: float = _strength(0.5, "Erase", "Cutout: side of a random grey square, as a share of the shorter side.")
    erase_p: float = _chance()
    mixup: float = _strength(2.0, "Mixup", "Mix each image with another and both labels with it; the strength is α of "
                                           "Beta(α, α), from which the share is drawn.")
    mixup_p: float = _chance()
    cutmix: float = _strength(2.0, "Cutmix", "Paste a rectangle of another image and mix the labels by area; the "
                                             "strength is α of Beta(α, α).")
    cutmix_p: float = _chance()

    @property
    def is_identity(self) -> bool:
        """Whether nothing is switched on; probabilities alone change nothing."""
        return not any(self.is_on(name) for name in AUGMENTATION_NAMES)

    def is_on(self, name: str) -> bool:
        """Whether the change ``name`` can happen: its strength and its probability are above 0."""
        return bool(getattr(self, name)) and getattr(self, name + "_p") > 0


AUGMENTATION_NAMES: tuple[str, ...] = tuple(
    name for name in AugmentConfig.model_fields if not name.endswith("_p"))
"""The changes, in the order in which forms show them."""

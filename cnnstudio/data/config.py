"""How images become network input: frozen settings with limits, free of torch and of Qt."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Color = Literal["rgb", "grey"]
Fit = Literal["stretch", "crop", "pad"]
Normalization = Literal["dataset", "imagenet", "unit"]

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
                    "or only divide by 255.")

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


class AugmentConfig(BaseModel):
    """Random changes to training images; 0 or false switches one off. Validation images are never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    flip_horizontal: bool = Field(False, title="Mirror", description="Mirror left and right with probability 0.5.")
    flip_vertical: bool = Field(False, title="Flip", description="Flip top and bottom with probability 0.5.")
    rotate_deg: float = Field(0.0, ge=0, le=180, title="Rotate (°)", description="Up to this angle, both ways.")
    zoom: float = Field(0.0, ge=0, le=0.9, title="Zoom", description="Scale by 1 ± this share, in and out.")
    shift: float = Field(0.0, ge=0, le=0.5, title="Shift", description="Move by up to this share of the side.")
    brightness: float = Field(0.0, ge=0, le=0.9, title="Brightness", description="Multiply by 1 ± this share.")
    contrast: float = Field(0.0, ge=0, le=0.9, title="Contrast", description="Contrast times 1 ± this share.")
    saturation: float = Field(0.0, ge=0, le=1.0, title="Saturation", description="Saturation times 1 ± this share.")
    noise: float = Field(0.0, ge=0, le=0.5, title="Noise", description="Deviation of added noise; 1 is white.")
    erase: float = Field(0.0, ge=0, le=0.5, title="Erase", description="Side of a random grey square, as a share.")

    @property
    def is_identity(self) -> bool:
        """Whether nothing is switched on."""
        return self == AugmentConfig()

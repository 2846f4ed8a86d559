"""The recipe of a training: frozen settings with limits, free of torch."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

OptimizerName = Literal["sgd", "adam", "adamw"]
DeviceName = Literal["auto", "cpu", "cuda", "mps"]
PrecisionName = Literal["auto", "float32", "bfloat16"]
InitializationName = Literal["kaiming", "xavier", "normal", "zeros", "framework"]


class TrainConfig(BaseModel):
    """One training's settings; titles and descriptions are what forms and help texts show."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    epochs: int = Field(
        10, ge=1, le=10_000, title="Epochs", description="How many times every training image is seen.")
    batch_size: int = Field(
        32, ge=1, le=4096, title="Batch size", description="Images a step. Larger is steadier, smaller is noisier.")
    optimizer: OptimizerName = Field(
        "adam", title="Optimiser", description="Adam works without tuning; SGD with momentum rewards it.")
    learning_rate: float = Field(
        1e-3, gt=0, le=100, title="Learning rate", description="Step length. Too large jumps, too small crawls.")
    momentum: float = Field(
        0.9, ge=0, lt=1, title="Momentum", description="How much of the last step is kept; damps the swing (SGD).")
    weight_decay: float = Field(
        0.0, ge=0, le=10, title="Weight decay",
        description="Pulls weights to zero; a little works against overfitting.")
    initialization: InitializationName = Field(
        "kaiming", title="Initialisation",
        description="How weights start. Kaiming for ReLU, Xavier for sigmoid and tanh.")
    early_stopping: int = Field(
        0, ge=0, le=1000, title="Early stopping",
        description="Stop after so many epochs without a lower validation loss; 0 never stops early.")
    seed: int = Field(0, ge=0, le=2**31 - 1, title="Seed", description="The same seed gives the same curve.")
    device: DeviceName = Field("auto", title="Device", description="Automatic takes a GPU where there is one.")
    precision: PrecisionName = Field(
        "auto", title="Precision",
        description="bfloat16 halves the digits and is faster on some processors; automatic measures and takes it only "
                    "where it pays. Heatmaps are always float32.")
    threads: int = Field(0, ge=0, le=256, title="Threads", description="CPU threads; 0 lets the program choose.")

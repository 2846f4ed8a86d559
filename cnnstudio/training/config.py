"""The recipe of a training: frozen settings with limits, free of torch."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

OptimizerName = Literal["sgd", "adam", "adamw", "rmsprop"]
ScheduleName = Literal["constant", "step", "cosine", "one_cycle", "plateau"]
LossName = Literal["cross_entropy", "focal", "binary"]
ClassWeightsName = Literal["none", "balanced"]
MetricName = Literal["loss", "accuracy"]
DeviceName = Literal["auto", "cpu", "cuda", "mps"]
PrecisionName = Literal["auto", "float32", "bfloat16"]
InitializationName = Literal["kaiming", "xavier", "normal", "zeros", "framework"]

EPOCHS_LIMIT = 10_000


class TrainConfig(BaseModel):
    """One training's settings; titles and descriptions are what forms and help texts show."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    epochs: int = Field(
        10, ge=1, le=EPOCHS_LIMIT, title="Epochs",
        description="How many times every training image is seen. 10 to 50 is usual for a start.")
    batch_size: int = Field(
        32, ge=1, le=4096, title="Batch size",
        description="Images that one step learns from. Larger batches are steadier, smaller ones noisier; 16 to 64 is "
                    "usual.")
    optimizer: OptimizerName = Field(
        "adam", title="Optimiser",
        description="How the weights follow the gradient. Adam works without tuning; SGD with momentum rewards it.")
    learning_rate: float = Field(
        1e-3, gt=0, le=100, title="Learning rate",
        description="How far a step moves the weights. Too large jumps about, too small crawls; 0.001 is usual with "
                    "Adam, 0.01 with SGD.")
    momentum: float = Field(
        0.9, ge=0, lt=1, title="Momentum",
        description="How much of the last step is kept, 0 to 1; damps the swing. 0.9 is usual.")
    nesterov: bool = Field(
        False, title="Nesterov", description="Looks ahead along the momentum before it steps; often a little faster.")
    weight_decay: float = Field(
        0.0, ge=0, le=10, title="Weight decay",
        description="Pulls weights to zero; a little works against overfitting. 0.0001 to 0.01 is usual, 0 is off.")
    schedule: ScheduleName = Field(
        "constant", title="Schedule",
        description="How the learning rate changes: a falling one finds the bottom that a constant one jumps over.")
    warm_up_epochs: float = Field(
        0.0, ge=0, le=100, title="Warm-up",
        description="Epochs in which the learning rate rises to its value; helps large rates over the start. With "
                    "One cycle 0 means three tenths of the training.")
    step_epochs: int = Field(
        10, ge=1, le=10_000, title="Falls every",
        description="Epochs between two falls of the learning rate.")
    fall_factor: float = Field(
        0.1, gt=0, lt=1, title="Falls to",
        description="What the learning rate is multiplied by when it falls: 0.1 leaves a tenth of it.")
    plateau_patience: int = Field(
        5, ge=1, le=1000, title="Plateau patience",
        description="Epochs without a lower validation loss before the learning rate falls.")
    loss: LossName = Field(
        "cross_entropy", title="Loss",
        description="What is made small. Cross-entropy for most; focal looks at hard images; binary for two classes "
                    "and one output.")
    label_smoothing: float = Field(
        0.0, ge=0, lt=1, title="Label smoothing",
        description="Asks for a little less than certainty, against overconfidence. 0.1 is usual, 0 is off.")
    class_weights: ClassWeightsName = Field(
        "none", title="Class weights", description="Balanced lets every class count alike, however few its images.")
    focal_gamma: float = Field(
        2.0, ge=0, le=10, title="Focal gamma",
        description="How much easy images are left aside. 2 is usual; 0 is cross-entropy.")
    clip_norm: float = Field(
        0.0, ge=0, le=1e6, title="Gradient clipping",
        description="Longest gradient a step may follow. 1 tames a training that jumps, 0 is off.")
    accumulation: int = Field(
        1, ge=1, le=1024, title="Accumulation",
        description="Batches gathered for one update, as if they were one batch larger than fits into the memory. 1 "
                    "updates after every batch.")
    micro_batch: int = Field(
        0, ge=0, le=4096, title="Images at once",
        description="Images computed at a time, to spare the memory; 0 takes the whole batch.")
    average_decay: float = Field(
        0.0, ge=0, lt=1, title="Weight averaging",
        description="Keeps a running mean of the weights (EMA), which is steadier; 0.99 to 0.999 is usual, 0 is off.")
    initialization: InitializationName = Field(
        "kaiming", title="Initialisation",
        description="How weights start: Kaiming for ReLU, Xavier for sigmoid and tanh. Zeros is there to see that it "
                    "fails.")
    early_stopping: int = Field(
        0, ge=0, le=1000, title="Early stopping",
        description="Stop after so many epochs without a better validation. 5 to 10 is usual, 0 never stops early.")
    early_stopping_metric: MetricName = Field(
        "loss", title="Watched", description="What early stopping watches: the validation's loss or its accuracy.")
    early_stopping_change: float = Field(
        0.0, ge=0, le=10, title="Smallest change",
        description="What counts as better; smaller changes count as none. 0.01 is one point of accuracy, or 0.01 of "
                    "the loss.")
    checkpoint_s: int = Field(
        60, ge=1, le=3600, title="Save every",
        description="Seconds between two saves within an epoch: about what a crash can cost. Slow disks are saved to "
                    "less often.")
    kept_epochs: int = Field(
        20, ge=0, le=200, title="Keep epochs",
        description="Weights of at most so many epochs, evenly spaced and in 200 MB, are kept to look back at in Look "
                    "inside. 0 keeps the best and the last alone.")
    seed: int = Field(
        0, ge=0, le=2**31 - 1, title="Seed",
        description="The same seed gives the same curve; others show how much is luck.")
    device: DeviceName = Field(
        "auto", title="Device", description="What computes. Automatic takes a GPU where there is one.")
    precision: PrecisionName = Field(
        "auto", title="Precision",
        description="bfloat16 halves the digits and is faster on some processors; automatic measures and takes it only "
                    "where it pays. Heatmaps are always float32.")
    threads: int = Field(
        0, ge=0, le=256, title="Threads",
        description="Threads of the processor; 0 measures at the start and chooses.")

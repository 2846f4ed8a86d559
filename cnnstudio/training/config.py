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
        10, ge=1, le=EPOCHS_LIMIT, title="Epochs", description="How many times every training image is seen.")
    batch_size: int = Field(
        32, ge=1, le=4096, title="Batch size", description="Images a step. Larger is steadier, smaller is noisier.")
    optimizer: OptimizerName = Field(
        "adam", title="Optimiser", description="Adam works without tuning; SGD with momentum rewards it.")
    learning_rate: float = Field(
        1e-3, gt=0, le=100, title="Learning rate", description="Step length. Too large jumps, too small crawls.")
    momentum: float = Field(
        0.9, ge=0, lt=1, title="Momentum",
        description="How much of the last step is kept; damps the swing (SGD, RMSprop).")
    nesterov: bool = Field(
        False, title="Nesterov", description="Looks ahead along the momentum before it steps (SGD with momentum).")
    weight_decay: float = Field(
        0.0, ge=0, le=10, title="Weight decay",
        description="Pulls weights to zero; a little works against overfitting.")
    schedule: ScheduleName = Field(
        "constant", title="Schedule",
        description="How the learning rate changes: a falling one finds the bottom that a constant one jumps over.")
    warm_up_epochs: float = Field(
        0.0, ge=0, le=100, title="Warm-up",
        description="Epochs in which the learning rate rises to its value; helps large rates over the start. In "
                    "one-cycle 0 means three tenths of the training.")
    step_epochs: int = Field(
        10, ge=1, le=10_000, title="Step length", description="Epochs between two falls of the learning rate (step).")
    fall_factor: float = Field(
        0.1, gt=0, lt=1, title="Fall", description="What the learning rate is multiplied by (step, plateau).")
    plateau_patience: int = Field(
        5, ge=1, le=1000, title="Plateau patience",
        description="Epochs without a lower validation loss before the learning rate falls (plateau).")
    loss: LossName = Field(
        "cross_entropy", title="Loss",
        description="Cross-entropy for most; focal looks at hard images; binary for two classes and one output.")
    label_smoothing: float = Field(
        0.0, ge=0, lt=1, title="Label smoothing",
        description="Asks for a little less than certainty, against overconfidence; 0.1 is usual.")
    class_weights: ClassWeightsName = Field(
        "none", title="Class weights", description="Balanced lets every class count alike, however few its images.")
    focal_gamma: float = Field(
        2.0, ge=0, le=10, title="Focal gamma", description="How much easy images are left aside (focal loss).")
    clip_norm: float = Field(
        0.0, ge=0, le=1e6, title="Gradient clipping",
        description="Longest gradient a step may follow; 0 does not clip. 1 tames a training that jumps.")
    accumulation: int = Field(
        1, ge=1, le=1024, title="Accumulation",
        description="Batches gathered for one update: a larger batch than fits into the memory.")
    micro_batch: int = Field(
        0, ge=0, le=4096, title="Images at once",
        description="Images computed at a time, to spare the memory; 0 takes the whole batch.")
    average_decay: float = Field(
        0.0, ge=0, lt=1, title="Weight averaging",
        description="Keeps a running mean of the weights (EMA), which is steadier; 0.99 to 0.999 is usual, 0 is off.")
    initialization: InitializationName = Field(
        "kaiming", title="Initialisation",
        description="How weights start. Kaiming for ReLU, Xavier for sigmoid and tanh.")
    early_stopping: int = Field(
        0, ge=0, le=1000, title="Early stopping",
        description="Stop after so many epochs without a better validation; 0 never stops early.")
    early_stopping_metric: MetricName = Field(
        "loss", title="Watched", description="What early stopping watches: the validation's loss or its accuracy.")
    early_stopping_change: float = Field(
        0.0, ge=0, le=10, title="Smallest change",
        description="What counts as better; smaller changes count as none (early stopping). 0.01 is 1 % of accuracy.")
    checkpoint_s: int = Field(
        60, ge=1, le=3600, title="Save every",
        description="Seconds between two saves within an epoch: what a crash can cost at most.")
    seed: int = Field(0, ge=0, le=2**31 - 1, title="Seed", description="The same seed gives the same curve.")
    device: DeviceName = Field("auto", title="Device", description="Automatic takes a GPU where there is one.")
    precision: PrecisionName = Field(
        "auto", title="Precision",
        description="bfloat16 halves the digits and is faster on some processors; automatic measures and takes it only "
                    "where it pays. Heatmaps are always float32.")
    threads: int = Field(0, ge=0, le=256, title="Threads", description="CPU threads; 0 lets the program choose.")

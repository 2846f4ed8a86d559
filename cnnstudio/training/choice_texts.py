"""What the choices of settings are called, in the window and in reports."""

from collections.abc import Mapping

from cnnstudio.wording import translate

CHOICES: Mapping[tuple[str, str], str] = {
    ("color", "rgb"): "Colour",
    ("color", "grey"): "Grey",
    ("fit", "crop"): "Crop",
    ("fit", "pad"): "Pad",
    ("fit", "stretch"): "Stretch",
    ("normalization", "dataset"): "These images",
    ("normalization", "imagenet"): "ImageNet",
    ("normalization", "unit"): "Only 0 to 1",
    ("normalization", "symmetric"): "Only −1 to 1",
    ("background", "white"): "White",
    ("background", "black"): "Black",
    ("background", "grey"): "Grey",
    ("sixteen_bit", "full range"): "Full range",
    ("sixteen_bit", "own range"): "Own range",
    ("precision", "auto"): "Automatic",
    ("precision", "float32"): "32 bits (float32)",
    ("precision", "bfloat16"): "16 bits (bfloat16)",
    ("optimizer", "sgd"): "SGD",
    ("optimizer", "adam"): "Adam",
    ("optimizer", "adamw"): "AdamW",
    ("optimizer", "rmsprop"): "RMSprop",
    ("schedule", "constant"): "Constant",
    ("schedule", "step"): "Steps",
    ("schedule", "cosine"): "Cosine",
    ("schedule", "one_cycle"): "One cycle",
    ("schedule", "plateau"): "Reduce on plateau",
    ("loss", "cross_entropy"): "Cross-entropy",
    ("loss", "focal"): "Focal",
    ("loss", "binary"): "Binary (one output)",
    ("class_weights", "none"): "None",
    ("class_weights", "balanced"): "Balanced",
    ("early_stopping_metric", "loss"): "Validation loss",
    ("early_stopping_metric", "accuracy"): "Validation accuracy",
    ("initialization", "kaiming"): "Kaiming",
    ("initialization", "xavier"): "Xavier",
    ("initialization", "normal"): "Normal",
    ("initialization", "zeros"): "Zeros (learns nothing)",
    ("initialization", "framework"): "PyTorch's own",
    ("mode", "nearest"): "Nearest pixel",
    ("mode", "bilinear"): "Bilinear",
    ("approximate", "none"): "Exactly",
    ("approximate", "tanh"): "With tanh",
    ("device", "auto"): "Automatic",
    ("device", "cpu"): "Processor (CPU)",
    ("device", "cuda"): "NVIDIA GPU (CUDA)",
    ("device", "mps"): "Apple GPU (MPS)",
}
"""Names of a setting and of a choice to what the choice is called in English."""


def choice_text(field: str, choice: str) -> str:
    """Return what ``choice`` of ``field`` is called; one without an own text is shown as it is."""
    text = CHOICES.get((field, choice))
    return choice if text is None else translate("field_texts", text)

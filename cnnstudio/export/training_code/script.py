"""Writes a training as one Python file that repeats it."""

import re

from cnnstudio.export.pytorch_source import source
from cnnstudio.export.training_code.augment_text import augment_code, augment_constants
from cnnstudio.export.training_code.batch_text import batch_code
from cnnstudio.export.training_code.folder_text import folder_code, folder_constants
from cnnstudio.export.training_code.loop_text import loop_code
from cnnstudio.export.training_code.plan import CodePlan
from cnnstudio.export.training_code.recipe_text import ending_code, loss_code, optimizer_code, rate_code
from cnnstudio.export.training_code.start_text import start_code

NEEDED = {"torch": "torch", "torchvision": "torchvision", "numpy": "numpy", "Pillow": "pillow",
          "opencv-python-headless": "opencv-python-headless"}
"""Name of a library in a run's record -> the name it is installed by."""

_IMPORTS = ("hashlib", "json", "math", "re")


_NO_VERSION = re.compile(r"[^0-9A-Za-z.+_-]")
"""A run may be a stranger's, and what it says of versions anything."""
_NO_PLAIN_TEXT = re.compile(r'[^ !#-\[\]-~]')
"""All but printable ASCII without the double quote and the backslash."""


def training_script(plan: CodePlan) -> str:
    """Return the text of a program that trains the network on a folder given on its command line.

    From the same first weights and the same images its steps have the losses of the program's, within rounding.

    Raises
    ------
    ShapeError, NetworkError
        With the first problem's sentence, when the graph has errors.
    """
    parts = [_head(plan), constants(plan), network_code(plan), *body_code(plan), _MAIN]
    return "\n\n\n".join(parts) + "\n"


def body_code(plan: CodePlan) -> list[str]:
    """Return all functions but the network's classes, one text each, in the order a reader needs them."""
    return [*folder_code(plan), *augment_code(plan), *batch_code(plan), *start_code(plan), *loss_code(plan),
            rate_code(plan), optimizer_code(plan), *ending_code(plan), *loop_code(plan)]


def network_code(plan: CodePlan) -> str:
    """Return the classes of the network, without the head and the foot of a file."""
    text = source(plan.graph)
    body = text[text.index("from torch import Tensor, nn") + len("from torch import Tensor, nn"):]
    return body[:body.rindex('if __name__ == "__main__":')].strip("\n")


def imports(plan: CodePlan, *more: str) -> str:
    """Return the import lines."""
    torchvision = ["import torchvision"] if "torchvision.models." in source(plan.graph) else []
    return "\n".join([*(f"import {name}" for name in sorted({*_IMPORTS, *more})), "from pathlib import Path", "",
                      "import numpy as np", "import torch", *torchvision, "from torch import Tensor, nn"])


def constants(plan: CodePlan) -> str:
    """Return the settings, those that the recipe reads."""
    config = plan.config
    lines = [
        f"# the training {plan.title!a} of CNN Studio" if plan.title else "# a training of CNN Studio",
        f"CLASSES = {_wrapped(plan.class_names)}",
        f"MEAN = {list(map(float, plan.mean))}  # of each channel, for pixels from 0 to 1",
        f"STD = {list(map(float, plan.std))}",
        *(f"{name.upper()} = {getattr(config, name)!r}" for name in _settings(plan))]
    if plan.start_file:
        lines.append(f"START_WEIGHTS = {plan.start_file!a}")
    if plan.draw_order:
        lines.append(f"DRAW_ORDER = {_wrapped(plan.draw_order)}")
    if plan.slower:
        rows = ", ".join(f"{ascii(name)}: {float(share)!r}" for name, share in plan.slower.items())  # noqa: RUF010
        lines.append(f"SLOWER = {{{rows}}}  # these weights take a smaller learning rate")
    lines += filter(None, [augment_constants(plan), folder_constants(plan)])
    return "\n".join([*lines, 'DEVICE = "cuda" if torch.cuda.is_available() else "cpu"'])


def _settings(plan: CodePlan) -> list[str]:
    """Return the fields of the recipe that the script reads."""
    config = plan.config
    code = "\n".join(body_code(plan))
    named = [name for name in type(config).model_fields if re.search(rf"\b{name.upper()}\b", code)]
    return [name for name in named if name not in ("device", "precision")]


def _wrapped(names: tuple[str, ...]) -> str:
    """Return a list of ASCII literals over as many lines as it needs."""
    rows = [", ".join(ascii(str(name)) for name in names[start:start + 6]) for start in range(0, len(names), 6)]
    return "[" + ",\n           ".join(rows) + "]"


def needed_libraries(plan: CodePlan) -> list[str]:
    """Return the libraries the code needs, each with the version it was made with: ``["torch 2.14.1", ...]``."""
    used = [name for name in NEEDED if name != "torchvision" or "torchvision.models." in source(plan.graph)]
    return [f"{NEEDED[name]} {_NO_VERSION.sub('', plan.versions.get(name, ''))[:40]}".strip() for name in used]


def plain_note(note: str) -> str:
    """Return a note as it may stand in a docstring: it names files, and a name could end the docstring."""
    return _NO_PLAIN_TEXT.sub("?", note)


def _head(plan: CodePlan) -> str:
    training, validation, test = plan.division.counts
    lines = [
        f'"""Train a network that tells {len(plan.class_names)} classes of images apart; written by CNN Studio.', "",
        "    python FILE.py FOLDER                   one folder a class in FOLDER; the weights go to best.safetensors",
        "    python FILE.py FOLDER --weights FILE    train nothing, only measure these weights", "",
        f"Made with {', '.join(needed_libraries(plan))}; other versions will do.",
        "", f"The run learned from {training:,} images, validated with {validation:,} and kept {test:,} for a test.",
        "With the same images this file has the same split, order of images, random changes, first weights and recipe:",
        "on the same kind of machine the losses of its steps are those of the program, up to rounding.",
        *(f"* {plain_note(note)}" for note in plan.notes), '"""', "", imports(plan, "argparse")]
    return "\n".join(lines)


_MAIN = '''\
def main():
    """Train on the folder of the command line, or measure weights on it."""
    parser = argparse.ArgumentParser(description="Train the network on a folder of images.")
    parser.add_argument("folder", type=Path, help="one folder a class in it")
    parser.add_argument("--weights", type=Path, help="train nothing, measure these weights")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="epochs to train")
    parser.add_argument("--out", type=Path, default=Path("best.safetensors"), help="where the best weights go")
    arguments = parser.parse_args()
    images, pixels = load_folder(arguments.folder)
    labels = [label for _, label in images]
    training, validation, test = split_images(images)
    print(f"{len(training)} images for training, {len(validation)} for validation, {len(test)} for the test")
    network = Network()
    initialise(network)
    network = network.to(DEVICE)
    if arguments.weights:
        best = read_weights(arguments.weights)
    else:
        _, best = train(network, pixels, labels, training, validation, arguments.epochs)
        save_weights(arguments.out, best)
        print(f"weights of the best epoch: {arguments.out}")
    network.load_state_dict(best)
    for name, places in (("validation", validation), ("test", test)):
        if places:
            loss, probabilities = measure(network, pixels, labels, places)
            accuracy = accuracy_of(probabilities, labels, places)
            low, high = interval(accuracy, len(places))
            print(f"{name}: accuracy {accuracy:.1%} (95 % interval {low:.1%} to {high:.1%}), loss {loss:.4f}")


if __name__ == "__main__":
    main()'''

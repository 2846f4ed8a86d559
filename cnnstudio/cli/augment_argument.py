"""The flag ``--augment``: a ready-made strength, fitted to the images, or changes of one's own."""

import argparse

from cnnstudio.cli.context import Context
from cnnstudio.data.augment.cautions import Subject, augment_warnings
from cnnstudio.data.config import AugmentConfig
from cnnstudio.errors import InputError
from cnnstudio.wording import translate
from cnnstudio.workspace.augmentations import AUGMENTATIONS, change_title, check_augment, parse_augment


def add_augment(parser: argparse._ActionsContainer) -> None:
    """Declare the flag; its value stays text until the images are known."""
    parser.add_argument("--augment", type=_checked, default="none", metavar="NAME_OR_CHANGES", help=translate(
        "cli", "random changes to training images: {augmentations}, or changes as in "
        "rotate_deg=15,flip_horizontal=true (none)", augmentations=", ".join(AUGMENTATIONS)))


def chosen_augment(text: str, subject: Subject, context: Context) -> AugmentConfig:
    """Return what the flag means for these images, and say what was left out and what may do harm."""
    config, left_out = parse_augment(text, subject)
    if left_out:
        titles = ", ".join(change_title(name) for name in left_out)
        context.output.warning(translate(
            "cli", "Augmentation {name} without {changes}, which here would do harm or nothing.", name=text,
            changes=titles))
    for warning in augment_warnings(config, subject):
        titles = ", ".join(change_title(name) for name in warning.names)
        context.output.warning(translate(
            "cli", "Augmentation ({changes}): {warning}", changes=titles, warning=warning.text))
    return config


def _checked(text: str) -> str:
    try:
        return check_augment(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None

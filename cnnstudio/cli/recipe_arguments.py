"""The flags of a training's recipe: one for each setting, sorted as on the Train page."""

import argparse

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.recipe import GROUPS, is_read, reason_of
from cnnstudio.wording import mid_sentence, translate


def add_recipe(parser: argparse.ArgumentParser) -> None:
    """Add a flag for each field of `TrainConfig`, and ``--name``."""
    for number, group in enumerate(GROUPS):
        flags = parser.add_argument_group(translate(
            "cli", "training: {group}", group=mid_sentence(translate("training", group.title))))
        for field in group.fields:
            types.add_field(flags, TrainConfig, field)
        if number == 0:
            flags.add_argument("--name", default="", metavar="TEXT", help=translate("cli", "what to call the run"))


def chosen_recipe(arguments: argparse.Namespace, context: Context) -> TrainConfig:
    """Return the recipe, and warn of flags that mean nothing in it."""
    given = types.given_fields(arguments, TrainConfig)
    config = TrainConfig(**given)
    for field in given:
        if not is_read(config, field):
            flag = "--" + field.replace("_", "-")
            context.output.warning(translate(
                "cli", "{flag} changes nothing in this training: it is read only {condition}.", flag=flag,
                condition=translate("training", reason_of(field))))
    return config

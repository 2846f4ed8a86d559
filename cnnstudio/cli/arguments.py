"""Argument types that several commands share; a value out of range is a usage error that names its flag."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from cnnstudio.refused_values import refusal
from cnnstudio.wording import translate

_TYPES = {int: "N", float: "X", str: "TEXT"}


def field_value(model: type[BaseModel], name: str) -> Callable[[str], Any]:
    """Return a function that reads ``text`` as the field ``name`` of a settings class, within its limits."""

    def read(text: str) -> Any:
        try:
            return getattr(model.model_validate({name: text}), name)
        except ValidationError as error:
            told = error.errors(include_url=False)
            wrong = [number for number, each in enumerate(told) if each["type"] != "missing"]
            if wrong:
                raise argparse.ArgumentTypeError(f"{text!r}: {refusal(error, wrong[0])}") from None
            # only fields without a default complain, which come from elsewhere
            info = model.model_fields[name]
            field: Any = Annotated[info.annotation, info]
            return TypeAdapter(field).validate_python(text)

    return read


def add_field(parser: argparse._ActionsContainer, model: type[BaseModel], name: str, *, flag: str = "",
              destination: str = "", default: Any = None) -> None:
    """Add the flag for one field of a settings class; help text and choices come from the field.

    The value is None (or ``default``) when the flag is not given. That of a field which is true or false takes no
    value and means true.
    """
    info = model.model_fields[name]
    flag = flag or "--" + name.replace("_", "-")
    shown = info.default if default is None else default
    usual = "" if info.annotation is bool else f" ({shown})"
    help_text = translate(model.__name__, info.description or "") + usual
    options: dict[str, Any] = {"dest": destination or name, "help": help_text, "default": default}
    if info.annotation is bool:
        parser.add_argument(flag, action="store_const", const=True, **options)
    elif choices := _choices(info):
        parser.add_argument(flag, choices=choices, **options)
    else:
        annotation: Any = info.annotation
        parser.add_argument(flag, type=field_value(model, name), metavar=_TYPES.get(annotation, "TEXT"), **options)


def _choices(info: FieldInfo) -> tuple[str, ...]:
    annotation: Any = info.annotation
    return get_args(annotation) if get_origin(annotation) is not None else ()


def given_fields(arguments: argparse.Namespace, model: type[BaseModel]) -> dict[str, Any]:
    """Return the fields of ``model`` the user gave flags for."""
    values = {name: getattr(arguments, name, None) for name in model.model_fields}
    return {name: value for name, value in values.items() if value is not None}


def size(text: str) -> tuple[int, int]:
    """Read ``"64"`` or ``"48x64"`` as (height, width) in pixels, each 8 to 1024."""
    match = re.fullmatch(r"(\d{1,5})(?:[x×](\d{1,5}))?", text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(translate(
            "cli", "{text!r}: give one number (64) or height x width (48x64)", text=text))
    height = int(match[1])
    width = int(match[2] or match[1])
    if not (8 <= height <= 1024 and 8 <= width <= 1024):
        raise argparse.ArgumentTypeError(translate("cli", "{text!r}: each side should be 8 to 1024 pixels", text=text))
    return height, width


def input_shape(text: str) -> tuple[int, int, int]:
    """Read ``"3,64,64"`` (or with x) as (channels, height, width)."""
    match = re.fullmatch(r"(\d{1,5})[,x×](\d{1,5})[,x×](\d{1,5})", text.replace(" ", "").lower())
    if match is None or 0 in (values := tuple(map(int, match.groups()))):
        raise argparse.ArgumentTypeError(translate(
            "cli", "{text!r}: give channels, height and width as in 3,64,64", text=text))
    return values[0], values[1], values[2]


def whole_number(minimum: int, maximum: int) -> Callable[[str], int]:
    """Return a function that reads a whole number within limits."""

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(translate("cli", "{text!r} is not a whole number", text=text)) from None
        if not minimum <= value <= maximum:
            raise argparse.ArgumentTypeError(translate(
                "cli", "{text!r}: should be {minimum:,} to {maximum:,}", text=text, minimum=minimum, maximum=maximum))
        return value

    return read


def path(text: str) -> Path:
    """Read a path; ``~`` is the home folder."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError(translate("cli", "a path cannot be empty"))
    return Path(text).expanduser()


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``, which every command has."""
    parser.add_argument("--json", action="store_true", help=translate(
        "cli", "print one JSON object a line on stdout, nothing else"))


def add_run(parser: argparse.ArgumentParser) -> None:
    """Add the run that a command is about."""
    parser.add_argument("run", metavar="RUN", help=translate("cli", "folder of a run, or its name in the runs folder"))


def add_runs_directory(parser: argparse.ArgumentParser) -> None:
    """Add ``--runs DIR``."""
    parser.add_argument("--runs", type=path, metavar="DIR", help=translate(
        "cli", "folder that holds the runs (the program's own)"))

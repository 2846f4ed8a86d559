"""The words argparse itself says in help and complaints, in the language of the user."""

import argparse

from cnnstudio.wording import translate

ARGPARSE_WORDS = (
    "usage: ", "positional arguments", "options", "show this help message and exit",
    "%(prog)s: error: %(message)s\n",
    "argument %(argument_name)s: %(message)s", "the following arguments are required: %s",
    "one of the arguments %s is required", "unrecognized arguments: %s", "not allowed with argument %s",
    "ignored explicit argument %r", "expected one argument", "expected at most one argument",
    "expected at least one argument", "expected %s argument", "expected %s arguments",
    "ambiguous option: %(option)s could match %(matches)s", "invalid choice: %(value)r (choose from %(choices)s)",
    "unknown parser %(parser_name)r (choices: %(choices)s)", "invalid %(type)s value: %(value)r",
)
"""Its English as it asks gettext for it; what a version of Python says otherwise stays English."""


def speak_of_usage() -> None:
    """Have argparse say its own words in the user's language from now on.

    It asks gettext under a name of its own, the one place where its words can be exchanged without files of gettext.
    """
    argparse._ = _said  # type: ignore[attr-defined]
    argparse.ngettext = _said_of  # type: ignore[attr-defined]


def _said(text: str) -> str:
    return translate("cli", text) if text in ARGPARSE_WORDS else text


def _said_of(one: str, many: str, count: int) -> str:
    return _said(one if count == 1 else many)


class HelpLayout(argparse.HelpFormatter):
    """Takes help texts as they are: a percent sign in them, of whatever language, is a percent sign."""

    def _expand_help(self, action: argparse.Action) -> str:
        return action.help or ""


class PlainHelpLayout(HelpLayout, argparse.RawDescriptionHelpFormatter):
    """Also leaves the lines of description and epilogue as they are."""

"""What a scan says of a folder that cannot be used: what was found in it, and what was expected."""

from collections.abc import Sequence

from cnnstudio.data.listing.walk import SetAside
from cnnstudio.wording import counted, translate


def what_was_found(found: int, refused: Sequence[SetAside], ignored: Sequence[SetAside]) -> str:
    """Return how many files there were and how many could not be used, the first with its reason."""
    aside = (*refused, *ignored)
    if not aside:
        return translate("data", "{found:,} files were found.", found=found)
    return translate(
        "data", "{found:,} files were found, {ignored_count:,} ignored and {refused_count:,} refused (the first: "
        "{first}: {reason}).", found=found, ignored_count=len(ignored), refused_count=len(refused),
        first=aside[0].path, reason=aside[0].reason)


def expected() -> str:
    """Return what a folder of images looks like."""
    return translate(
        "data", "Expected is one folder for each class with its images inside, such as cat/ and dog/; or train/, val/ "
        "and test/ with the class folders in each; or the class in the names of the files, or in a list beside them.")


def number(images: int) -> str:
    """Return ``"1 image"`` or ``"{images:,} images"``."""
    return counted(images, translate("data", "1 image"), translate("data", "{count} images"))

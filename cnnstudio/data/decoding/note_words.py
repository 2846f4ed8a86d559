"""The notes of the decoder as people read them: they are kept with a folder in English, and known again by it."""

import re
from functools import lru_cache

from cnnstudio.wording import translate

NOTES = (
    "transparent parts on white", "transparent parts on black", "transparent parts on grey", "CMYK converted to RGB",
    "16-bit colours cut to 8 bits", "16-bit scaled", "values 0 to {top} scaled", "its own range {low} to {high} scaled",
    "first of several frames", "first of many frames", "first of more than {count} frames", "first of {count} frames",
    "turned upright (EXIF {orientation})", "{kind} named {ending}",
    "the end of the file is missing; all rows are there, with less detail",
    "only the first {share} % of the rows could be read",
)
"""Every note there is, with names for what differs."""


def note_words(note: str) -> str:
    """Return a note in the user's language; one that an earlier version wrote otherwise stays as it is."""
    for text, pattern in _patterns():
        found = pattern.fullmatch(note)
        if found:
            return translate("data", text, **found.groupdict())
    return note


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((text, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>\\S+)", re.escape(text)))) for text in NOTES)

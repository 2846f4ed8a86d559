"""How many bytes the pixel cache may keep: from the environment, else as the user set it, else the default."""

import math
import os
from pathlib import Path

from cnnstudio import paths
from cnnstudio.errors import InputError, StorageError
from cnnstudio.storage import read_json, write_json
from cnnstudio.wording import translate

DEFAULT_LIMIT = 8_000_000_000
"""Bytes kept when nobody said anything else."""

ENVIRONMENT_NAME = "CNNSTUDIO_CACHE_GB"
LARGEST_GB = 100_000
_GB = 1_000_000_000


def cache_limit() -> int:
    """Return the bytes that decoded images may take on the disk; 0 keeps none.

    Raises
    ------
    InputError
        When the environment gives no usable number.
    """
    given = os.environ.get(ENVIRONMENT_NAME, "")
    if given:
        return limit_bytes(given, ENVIRONMENT_NAME)
    try:
        value = read_json(_settings_file())
        return limit_bytes(value["limit_gb"], str(_settings_file()))
    except (StorageError, InputError, KeyError, TypeError):
        return DEFAULT_LIMIT


def set_cache_limit(gigabytes: float) -> None:
    """Remember how many gigabytes (10^9 bytes) may be kept, from now on and in later sessions.

    Raises
    ------
    InputError
        When it is no number from 0 to `LARGEST_GB`.
    StorageError
        When it cannot be written down.
    """
    limit_bytes(gigabytes, translate("data", "the limit"))
    write_json(_settings_file(), {"schema_version": 1, "limit_gb": gigabytes})


def limit_bytes(gigabytes: float | str, name: str) -> int:
    """Return gigabytes as bytes; ``name`` is what an error calls the number.

    Raises
    ------
    InputError
        When it is no number from 0 to `LARGEST_GB`.
    """
    try:
        value = float(gigabytes)
    except (TypeError, ValueError):
        value = math.nan
    if not 0 <= value <= LARGEST_GB:
        raise InputError(translate(
            "data", "{name} is {gigabytes!r}, but should be 0 to {largest_gb:,} gigabytes.", name=name,
            gigabytes=str(gigabytes), largest_gb=LARGEST_GB))
    return round(value * _GB)


def _settings_file() -> Path:
    return paths.user_data_dir() / "pixel_cache.json"

"""What is wrong with a value of a setting, in words of the user's language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cnnstudio.wording import translate

if TYPE_CHECKING:
    from pydantic import ValidationError

_OWN = "value_error"


def refusal(error: "ValidationError", number: int = 0) -> str:
    """Return the first complaint, or the one with this number, as a short phrase: ``"should be at least 1"``."""
    told = error.errors(include_url=False)[number]
    kind, limits = told["type"], told.get("ctx", {})
    if kind == _OWN:
        return str(limits["error"])
    return _bounded(kind, limits) or _typed(kind, limits) or told["msg"]


def _bounded(kind: str, limits: Mapping[str, Any]) -> str:
    if kind == "greater_than_equal":
        return translate("core", "should be at least {limit}", limit=limits["ge"])
    if kind == "greater_than":
        return translate("core", "should be more than {limit}", limit=limits["gt"])
    if kind == "less_than_equal":
        return translate("core", "should be at most {limit}", limit=limits["le"])
    if kind == "less_than":
        return translate("core", "should be less than {limit}", limit=limits["lt"])
    if kind == "string_too_long":
        return translate("core", "should have at most {limit} characters", limit=limits["max_length"])
    return ""


def _typed(kind: str, limits: Mapping[str, Any]) -> str:
    if kind in {"int_parsing", "int_from_float", "int_type"}:
        return translate("core", "should be a whole number")
    if kind in {"float_parsing", "float_type", "finite_number"}:
        return translate("core", "should be a number")
    if kind in {"bool_parsing", "bool_type"}:
        return translate("core", "should be true or false")
    if kind == "literal_error":
        return translate("core", "should be one of {choices}", choices=limits["expected"].replace(" or ", ", "))
    if kind == "extra_forbidden":
        return translate("core", "is not known here")
    return ""

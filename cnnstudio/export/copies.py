"""How the copies of a block are made one after the other: as a call, a list of calls, or a loop."""

from collections.abc import Sequence
from dataclasses import dataclass

from cnnstudio.export.class_parameters import Parameter
from cnnstudio.export.literals import Literal, Pattern, joined

_LISTED = 3
"""Up to so many copies are written one by one."""


@dataclass(frozen=True, slots=True)
class Call:
    """How one copy is made.

    Attributes
    ----------
    class_name : of its class
    parameters : of the class
    texts : the argument for each
    """

    class_name: str
    parameters: tuple[Parameter, ...]
    texts: tuple[str, ...]

    def parts(self) -> list[str | Literal]:
        """Return the call in parts for `joined`."""
        parts: list[str | Literal] = [f"{self.class_name}("]
        for index, (parameter, text) in enumerate(zip(self.parameters, self.texts, strict=True)):
            keyword = "" if parameter.is_width else f"{parameter.name}="
            parts += [", " * (index > 0) + keyword, Literal(parameter.name, text)]
        return [*parts, ")"]


def written_calls(uses: Sequence[Sequence[Call]]) -> list[Pattern]:
    """Return the text that makes one item of a class, for each copy of that class, all with the same pieces.

    Parameters
    ----------
    uses : for each copy of the class around, the calls that make the item: one, or one for each repeat
    """
    if all(len(calls) == 1 for calls in uses):
        return [joined(*calls[0].parts()) for calls in uses]
    if len({call.class_name for calls in uses for call in calls}) > 1:
        return [_listed(calls) for calls in uses]
    if all(_are_equal(calls) for calls in uses):
        return [joined("nn.Sequential(*", *_loop(calls), ")") for calls in uses]
    if len({len(calls) for calls in uses}) == 1 and len(uses[0]) <= _LISTED - 1:
        return [_listed(calls) for calls in uses]
    if all(_are_equal(calls[1:]) for calls in uses):
        return [joined("nn.Sequential(", *calls[0].parts(), ", *", *_loop(calls[1:]), ")") for calls in uses]
    if len({len(calls) for calls in uses}) == 1 and len(uses[0]) <= _LISTED:
        return [_listed(calls) for calls in uses]
    return [_table(calls) for calls in uses]


def _are_equal(calls: Sequence[Call]) -> bool:
    return len({call.texts for call in calls}) == 1


def _loop(calls: Sequence[Call]) -> list[str | Literal]:
    return ["[", *calls[0].parts(), " for _ in range(", Literal("repeats", str(len(calls))), ")]"]


def _listed(calls: Sequence[Call]) -> Pattern:
    parts: list[str | Literal] = ["nn.Sequential("]
    for index, call in enumerate(calls):
        parts += [", " * (index > 0), *call.parts()]
    return joined(*parts, ")")


def _table(calls: Sequence[Call]) -> Pattern:
    """Return a loop over the arguments of each copy."""
    name = calls[0].class_name
    if len(calls[0].texts) == 1:
        only = calls[0].parameters[0].name
        values = Literal(f"{only}_list", f"({', '.join(call.texts[0] for call in calls)})")
        return joined(f"nn.Sequential(*[{name}({only}) for {only} in ", values, "])")
    rows = ", ".join(f"({', '.join(call.texts)})" for call in calls)
    return joined(f"nn.Sequential(*[{name}(*sizes) for sizes in ", Literal("sizes", f"({rows})"), "])")

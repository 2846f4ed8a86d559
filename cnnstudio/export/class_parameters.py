"""Finds what differs between the copies of a block, and makes each difference one parameter of its class."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cnnstudio.export.literals import LEFT_OUT, Pattern

_INCOMING = frozenset({"in_channels", "in_features"})
_OUTGOING = frozenset({"out_channels", "out_features"})
_BOTH = frozenset({"channels", "features", "inner_channels", "inner_features"})
_PASSING = frozenset({"num_features", "num_channels", "num_parameters"})
WIDTHS = _INCOMING | _OUTGOING | _BOTH | _PASSING
"""Arguments that count channels or values; they are written by position and may share one parameter."""

Texts = tuple[str, ...]
"""The same literal in each copy, in the order of the copies."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a generated class.

    Attributes
    ----------
    name : Python identifier
    annotation : its type
    texts : its value in each copy
    """

    name: str
    annotation: str
    texts: Texts

    @property
    def is_width(self) -> bool:
        """Whether it counts channels or values, and so is given by position."""
        return _base(self.name) in WIDTHS


@dataclass(frozen=True)
class Parameters:
    """The parameters of a class, found by (whether it is a width or its role, its value in each copy)."""

    found: Mapping[tuple[str, Texts], Parameter]

    @property
    def ordered(self) -> tuple[Parameter, ...]:
        """Each once, those given by position first."""
        return tuple(sorted(dict.fromkeys(self.found.values()), key=lambda parameter: not parameter.is_width))

    def filled(self, patterns: Sequence[Pattern], owner: str = "") -> str:
        """Return the text all copies share; ``owner`` is written before each parameter, such as ``"self."``."""
        texts = []
        for literals in zip(*(pattern.literals for pattern in patterns), strict=True):
            column = tuple(literal.text for literal in literals)
            parameter = self.found.get((_sort(literals[0].role), column))
            if parameter is not None:
                texts.append(owner + parameter.name)
            else:
                texts.append(LEFT_OUT if literals[0].is_left_out else column[0])
        return patterns[0].filled(tuple(texts))


def find_parameters(lines: Sequence[Sequence[Pattern]]) -> Parameters:
    """Return the parameters of a class from its lines, each given as its patterns in all copies.

    The patterns of one line have the same pieces.
    """
    roles: dict[tuple[str, Texts], list[str]] = {}
    for patterns in lines:
        for literals in zip(*(pattern.literals for pattern in patterns), strict=True):
            column = tuple(literal.text for literal in literals)
            if len(set(column)) > 1:
                role = _base(literals[0].role)
                roles.setdefault((_sort(role), column), []).append(role)
    taken: set[str] = set()
    counted = {
        key: Parameter(_free(_name(found), taken), _annotation(key[1]), key[1]) for key, found in roles.items()
        if not _follows_width(key, roles)}
    return Parameters({key: counted.get(key) or counted["width", key[1]] for key in roles})


def _follows_width(key: tuple[str, Texts], roles: Mapping[tuple[str, Texts], object]) -> bool:
    """Return whether a number of groups is always that of the channels, as in a depthwise convolution."""
    return key[0] == "groups" and ("width", key[1]) in roles


def _base(role: str) -> str:
    """Return a parameter's name without the number that tells it from others."""
    return role.rstrip("0123456789").removesuffix("_")


def _sort(role: str) -> str:
    """Return what two literals must have in common, apart from their values, to be one parameter."""
    return "width" if _base(role) in WIDTHS else _base(role)


def _name(roles: Sequence[str]) -> str:
    """Return ``in_channels`` for what only comes in, ``out_channels`` for what only goes out, else ``channels``."""
    if roles[0] not in WIDTHS:
        return roles[0]
    comes_in, goes_out = (any(role in group for role in roles) for group in (_INCOMING, _OUTGOING))
    noun = "features" if any(role.endswith("features") and role not in _PASSING for role in roles) else "channels"
    if comes_in == goes_out or not _BOTH.isdisjoint(roles):
        return noun
    return f"{'in' if comes_in else 'out'}_{noun}"


def _free(name: str, taken: set[str]) -> str:
    """Return a name no other parameter has: a second ``channels`` are ``inner_channels``, the rest get a number."""
    if name in taken and f"inner_{name}" in _BOTH:
        name = f"inner_{name}"
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}_{number}", number + 1
    taken.add(candidate)
    return candidate


def _annotation(texts: Texts) -> str:
    names = dict.fromkeys(type(ast.literal_eval(text)).__name__ for text in texts)
    return " | ".join(names)

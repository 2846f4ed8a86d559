"""Numbers and shapes as text, the same way everywhere on the Network page."""

from cnnstudio.network import layer_kinds
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.ui.editor.texts import tr

_STEPS = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))


def shape_text(shape: Shape | None) -> str:
    """Give ``(32, 30, 30)`` as ``32 × 30 × 30`` and ``(1024,)`` as ``1,024 values``; no shape is a dash."""
    return layer_kinds.shape_text(shape) if shape else "–"


def count(number: int) -> str:
    """Give a whole number with thousands separated by commas."""
    return f"{number:,}"


def short(number: float) -> str:
    """Give a number with three digits and a unit letter, such as ``61.7 k`` or ``1.82 G``."""
    for limit, letter in _STEPS:
        if number >= limit * 0.9995:
            return f"{_three_digits(number / limit)} {letter}"
    return str(int(number))


def _three_digits(value: float) -> str:
    return f"{value:.2f}" if value < 9.995 else f"{value:.1f}" if value < 99.95 else f"{value:.0f}"


def size_text(size_bytes: int) -> str:
    """Give a number of bytes as ``396 kB`` or ``12 B``."""
    text = short(size_bytes)
    return f"{text}B" if text[-1].isalpha() else f"{text} B"


def percent(share: float) -> str:
    """Give a share in [0, 1] as percent with one decimal."""
    return f"{100 * share:.1f} %"


def problem_count(number: int) -> str:
    """Give ``1 problem`` or ``3 problems``."""
    return tr("1 problem") if number == 1 else tr("{number} problems").format(number=count(number))

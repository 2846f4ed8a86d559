"""How shares are written in an audit's sentences."""


def percent(share: float, digits: int = 0) -> str:
    """Write a share, 0 to 1, in percent with a space: ``"94 %"``."""
    return f"{100 * share:.{digits}f} %"

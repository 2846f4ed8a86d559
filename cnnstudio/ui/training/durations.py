"""Durations and the time still to go, in words."""


def duration_text(seconds: float) -> str:
    """Return a duration in its two largest units: ``"45 s"``, ``"2 min 10 s"``, ``"1 h 5 min"``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def time_left(done: float, elapsed_s: float) -> float | None:
    """Return the seconds to go when a share ``done`` in (0, 1] took ``elapsed_s``; None while it is too early."""
    return elapsed_s * (1 - done) / done if done > 0.002 else None

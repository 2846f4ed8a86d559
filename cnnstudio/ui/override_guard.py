"""Keeps an exception in a method that Qt calls from ending the whole program."""

import functools
import inspect
import sys
from collections.abc import Callable
from typing import Any

from shiboken6 import Shiboken

_NEEDED = sys.version_info < (3, 12)
"""Until 3.12 Python leaves an exception that was raised in C as a type and a text, and makes an object of it only where
Python code catches it. PySide takes it for an object (`storePythonOverrideErrorOrPrint`) and crashes: a mere
``int("?")`` in a ``showEvent`` that ran because Python called ``show()`` ended the process."""


def guard_overrides() -> None:
    """Have every class that is derived from one of Qt's from now on catch and raise again what its overrides raise.

    What is raised stays the same; it only has become an object when PySide sees it. Call it before such classes are
    defined. Calling it again does nothing.
    """
    base: Any = Shiboken.Object
    if _NEEDED and "__init_subclass__" not in vars(base):
        base.__init_subclass__ = classmethod(_guard)


def _guard(cls: type, /, **_options: object) -> None:
    bases = [base for base in cls.__mro__[1:] if base.__module__.startswith("PySide6.")]
    for name, method in list(vars(cls).items()):
        if inspect.isfunction(method) and not name.startswith("__") and any(name in vars(base) for base in bases):
            setattr(cls, name, _guarded(method))


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def call(*args: Any, **options: Any) -> Any:
        try:
            return method(*args, **options)
        except BaseException:  # noqa: TRY203 - entering this line is what makes an object of it
            raise

    return call

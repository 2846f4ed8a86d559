"""The window; the only package that knows Qt."""

from cnnstudio.ui.override_guard import guard_overrides
from cnnstudio.ui.qt_types import make_types

guard_overrides()  # here, for it has to come before every class of the window
make_types()  # and this before every thread

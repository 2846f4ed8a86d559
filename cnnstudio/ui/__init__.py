"""The window; the only package that knows Qt."""

from cnnstudio.ui.override_guard import guard_overrides

guard_overrides()  # here, for it has to come before every class of the window

"""A progress bar that waits with painting until the window paints anyway."""

from PySide6.QtWidgets import QProgressBar


class PatientBar(QProgressBar):
    """Qt's own bar paints as soon as its value changes, and with it, at once, all else that is to be painted.

    In the midst of showing another page that is the page half done: its layout and painting are then work for nothing.
    """

    def setValue(self, value: int) -> None:  # noqa: N802 - Qt's name
        """Show a value, at the window's next painting."""
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)

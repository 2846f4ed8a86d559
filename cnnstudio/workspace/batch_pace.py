"""Says how many images are worked on at once, so that whoever stops the work does not wait."""

STEP_S = 0.095
"""A step shall not take longer: a stop is felt at once up to a tenth of a second."""
AT_MOST = 4
"""More at once save hardly anything on a processor."""


class BatchPace:
    """Begins with one image, takes more while they fit into `STEP_S`, and fewer when they no longer do."""

    def __init__(self) -> None:
        self.count = 1
        """How many images to take next, 1 to `AT_MOST`."""

    def took(self, images: int, seconds: float) -> None:
        """Learn from a step: how many images it was, at least 1, and how long it took."""
        fitting = int(STEP_S * images / max(seconds, 1e-9))
        self.count = max(1, min(fitting, images + 1, AT_MOST))

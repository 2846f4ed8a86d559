"""Small real videos."""

from pathlib import Path

import cv2
import numpy as np
import pytest

STEP = 8
"""Frame n has this times n as its grey level, and begins anew after 32 frames."""


def make_video(path: Path, frames: int = 30, *, rate: float = 25.0, height: int = 48, width: int = 64) -> Path:
    """Write frames of one grey level each as motion JPEG."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), rate, (width, height))
    if not writer.isOpened():
        pytest.skip("this OpenCV writes no videos")
    for number in range(frames):
        writer.write(np.full((height, width, 3), STEP * number % 256, np.uint8))
    writer.release()
    return path


def frame_in(pixels: np.ndarray) -> int:
    """Return which frame of `make_video` a picture is, by its grey level."""
    return round(float(pixels.mean()) / STEP)

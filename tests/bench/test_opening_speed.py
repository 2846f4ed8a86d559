"""The window's thread is not busy for long while the program starts and opens its first folder.

`pytest tests/bench/test_opening_speed.py -m bench -s` prints the figures; see `opening_speed` for more of them.
"""

from pathlib import Path

import pytest

from tests.bench.made_images import make_images
from tests.bench.opening_speed import BLOCK_MS, IMAGES, MOMENTS, SIDE_PX, measure_opening

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]


@pytest.mark.parametrize("moment", MOMENTS)
def test_opening_the_first_folder_does_not_hold_the_window_up(tmp_path: Path, moment: str) -> None:
    folder = make_images(tmp_path / "pictures", IMAGES, SIDE_PX, "png")
    openings = [measure_opening(folder, tmp_path / "home", moment) for _ in range(3)]
    for opening in openings:
        print(f"{moment}: {opening.told()}")
        assert opening.shown == IMAGES
    # all events that came in while the interpreter was busy importing torch are one turn
    assert min(opening.gaps_ms[0] for opening in openings) < 2 * BLOCK_MS

"""A user at a real screen: opens a sample, drags a layer, trains, stops, and sees a heatmap."""

from pathlib import Path

import pytest

from tests.helpers.screen import missing_programs, run_on_screen, virtual_screen

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
]
STEPS = ("opens_the_digits", "drags_a_layer_into_a_wire", "moves_a_node", "trains_and_stops", "sees_a_heatmap")


def test_the_main_job_with_a_real_mouse(tmp_path: Path) -> None:
    with virtual_screen(1280, 800) as display:
        result = run_on_screen(Path(__file__).with_name("window_story.py"), display, str(tmp_path))

    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.split("\n")[:-1] == [f"well: {step}" for step in STEPS], result.stdout
    assert "Traceback" not in result.stderr

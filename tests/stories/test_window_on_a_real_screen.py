"""A user at a real screen: the main job from sample to heatmap, and the canvas under a real mouse."""

from pathlib import Path

import pytest

from tests.helpers.screen import missing_programs, run_on_screen, virtual_screen

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
]
STEPS = ("opens_the_digits", "drags_a_layer_into_a_wire", "moves_a_node", "leaves_images_out", "trains_and_stops",
         "sees_a_heatmap")
EDITOR_STEPS = (
    "draws_a_network", "folds_what_the_rubber_band_takes", "moves_the_block", "opens_the_block_in_place",
    "wires_a_shortcut", "leads_a_wire_elsewhere", "takes_it_all_back")


@pytest.mark.parametrize(("story", "steps"), [("window_story.py", STEPS), ("editor_story.py", EDITOR_STEPS)])
def test_a_story_with_a_real_mouse(tmp_path: Path, story: str, steps: tuple[str, ...]) -> None:
    with virtual_screen(1280, 800) as display:
        result = run_on_screen(Path(__file__).with_name(story), display, str(tmp_path))

    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.split("\n")[:-1] == [f"well: {step}" for step in steps], result.stdout
    assert "Traceback" not in result.stderr

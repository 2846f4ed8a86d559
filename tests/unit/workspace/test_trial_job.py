"""What a run answers to a changed image is what its network answers to just those pixels."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cnnstudio.errors import InputError, JobCancelledError
from cnnstudio.explain.trials.edits import EditStack, Erase, Paste, cut
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.trial_job import CONTROLS, PatchJob, PatchTried, TrialJob, TrialReady, controls_of
from tests.helpers.runs import SmallRun


def asked(run: SmallRun, stack: EditStack, image: int = 0) -> TrialReady:
    result = list(TrialJob(run.path, run.folder.files[image].path, stack).run(lambda: False))[-1]
    assert isinstance(result, TrialReady)
    return result


def answer(run: SmallRun, pixels: np.ndarray) -> np.ndarray:
    """Ask the network itself, with the normalisation done by hand."""
    folder = RunFolder.load(run.path)
    network, record = folder.load_module().eval(), folder.record
    values = (pixels / 255 - np.array(record.mean)) / np.array(record.std)
    with torch.no_grad():
        logits = network(torch.from_numpy(values.transpose(2, 0, 1)[None].astype(np.float32)))
    return logits.softmax(dim=1)[0].numpy()


def left_half(shape: tuple[int, ...]) -> np.ndarray:
    mask = np.zeros(shape[:2], np.bool_)
    mask[:, :shape[1] // 2] = True
    return mask


def test_a_changed_image_is_answered_as_the_network_answers_its_pixels(small_run: SmallRun) -> None:
    plain = asked(small_run, EditStack())
    assert plain.changed == 0
    assert len(plain.controls) == 0
    assert np.array_equal(plain.original, plain.pixels)
    assert plain.after == pytest.approx(answer(small_run, plain.original), abs=1e-5)
    stack = EditStack().with_edit(Erase(left_half(plain.original.shape), "blur"))
    found = asked(small_run, stack)
    assert np.array_equal(found.pixels, stack.apply(plain.original))
    assert found.before == pytest.approx(plain.after, abs=1e-5)
    assert found.after == pytest.approx(answer(small_run, found.pixels), abs=1e-5)
    assert found.changed == pytest.approx(0.5)
    assert found.controls.shape == (CONTROLS, len(found.class_names))
    control = controls_of(stack)[2].apply(plain.original)
    assert found.controls[2] == pytest.approx(answer(small_run, control), abs=1e-5)


def test_a_pasted_patch_is_held_against_its_own_pixels_shuffled(small_run: SmallRun) -> None:
    original = asked(small_run, EditStack()).original
    height, width = original.shape[:2]
    patch = cut(original, left_half(original.shape))
    controls = controls_of(EditStack((Paste(patch, 0, 3, (height, width)),)))
    assert len(controls) == CONTROLS
    for stack in controls:
        (edit,) = stack.done
        assert isinstance(edit, Paste)
        assert (edit.top, edit.left) == (0, 3)
        assert np.array_equal(np.sort(edit.patch.pixels.reshape(-1, 3), axis=0),
                              np.sort(patch.pixels.reshape(-1, 3), axis=0))


def tried(run: SmallRun, images: list[Path]) -> PatchTried:
    original = asked(run, EditStack()).original
    result = list(PatchJob(run.path, cut(original, left_half(original.shape)), images).run(lambda: False))[-1]
    assert isinstance(result, PatchTried)
    return result


def test_a_patch_is_tried_in_other_images_beside_a_placebo_and_damaged_ones_are_left_out(
        small_run: SmallRun, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"no image")
    images = [file.path for file in small_run.folder.files[:3]]
    found = tried(small_run, [*images, damaged])
    assert found.paths == tuple(images)
    for place, path in enumerate(images):
        plain = list(TrialJob(small_run.path, path, EditStack()).run(lambda: False))[-1]
        assert found.before[place] == pytest.approx(plain.after, abs=1e-5)
        assert found.after[place] == pytest.approx(answer(small_run, found.pixels[place]), abs=1e-5)
        assert np.array_equal(found.pixels[place][:, plain.original.shape[1] // 2:],
                              plain.original[:, plain.original.shape[1] // 2:])
    with pytest.raises(InputError, match="can be read"):
        tried(small_run, [damaged])


def test_images_that_turned_are_counted_among_those_that_were_not_the_class_before() -> None:
    before = np.array([[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]], np.float32)
    after = np.array([[0.1, 0.9], [0.1, 0.9], [0.6, 0.4]], np.float32)
    found = PatchTried(("a", "b"), (), np.zeros((3, 1, 1, 3), np.uint8), before, after, before)
    assert found.turned(1) == (2, 1, 0)
    assert found.turned(0) == (1, 0, 0)


def test_pasting_stops_when_it_is_told_to(small_run: SmallRun) -> None:
    original = asked(small_run, EditStack()).original
    job = PatchJob(small_run.path, cut(original, left_half(original.shape)), [small_run.folder.files[0].path])
    with pytest.raises(JobCancelledError):
        list(job.run(lambda: True))

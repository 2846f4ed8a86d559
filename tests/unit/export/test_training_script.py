"""A training script has the split, batches, first weights and losses of the program's own training."""

import subprocess
import sys

import pytest
import torch
from safetensors.torch import load_file

from cnnstudio.data.config import AugmentConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.export.pytorch_source import weight_names
from cnnstudio.export.training_code.division import division_of, split_sizes
from cnnstudio.network.document import from_document
from cnnstudio.network.presets import preset
from tests.helpers.images import make_folder
from tests.helpers.written_training import largest_difference, loaded, repeated, script_of, trained

ROUNDING = 1e-4
"""Adam divides by the size of small gradients, so that the last digit of an image comes to this after some steps."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> ImageFolder:
    return scan(make_folder(tmp_path_factory.mktemp("images") / "pets", {"cat": 9, "dog": 12, "owl": 8}, 24))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    return tmp_path



def small():
    return preset("small", input_shape=(3, 16, 16), classes=3)


RECIPES = {
    "plain with dropout": ({}, AugmentConfig()),
    "all of the loss": (
        {"loss": "focal", "label_smoothing": 0.1, "class_weights": "balanced", "average_decay": 0.9, "clip_norm": 0.5,
         "accumulation": 2, "micro_batch": 3, "schedule": "one_cycle", "optimizer": "sgd", "weight_decay": 1e-3},
        AugmentConfig(flip_horizontal=True, brightness=0.2, hue=0.1, noise=0.1, erase=0.2)),
    "mixed": ({"schedule": "plateau", "plateau_patience": 1, "warm_up_epochs": 0.5, "initialization": "xavier",
               "early_stopping": 2, "optimizer": "adamw"}, AugmentConfig(mixup=0.4, cutmix=1.0, flip_vertical=True)),
}


@pytest.mark.parametrize("name", RECIPES)
def test_the_script_has_the_losses_of_the_training(name, folder, home):
    recipe, augment = RECIPES[name]
    done = trained(folder, home, small(), augment=augment, split_config=SplitConfig(test_share=0.1), **recipe)
    rows, losses, parts = repeated(loaded(script_of(done, home)), folder.root)
    images = done.run.load_images()
    expected = [[name for name, part in zip(images.relative, images.split, strict=True) if part == split]
                for split in ("train", "validation", "test")]
    assert parts == expected
    assert largest_difference(losses, done.losses) < ROUNDING
    assert rows[-1]["val_loss"] == pytest.approx(done.run.record.history[-1].val_loss, abs=10 * ROUNDING)


def test_with_another_seed_or_rate_the_losses_are_others(folder, home):
    done = trained(folder, home, small(), epochs=1)
    for change in ("SEED = 0", "LEARNING_RATE = 0.003"):
        path = script_of(done, home)
        text = path.read_text(encoding="utf-8")
        assert change in text
        path.write_text(text.replace(change, change.replace("0", "1", 1), 1), encoding="utf-8")
        _, losses, _ = repeated(loaded(path), folder.root)
        assert largest_difference(losses, done.losses) > 20 * ROUNDING  # the control


def test_moved_images_are_those_of_the_program_but_for_a_level(folder, home):
    augment = AugmentConfig(rotate_deg=20, zoom=0.2, shift=0.1, shear_deg=10, crop=0.3, blur=1.0, flip_horizontal=True)
    done = trained(folder, home, small(), augment=augment, epochs=1)
    _, losses, _ = repeated(loaded(script_of(done, home)), folder.root)
    assert largest_difference(losses, done.losses) < 0.03


def test_the_script_runs_by_itself_and_keeps_the_weights_of_the_best_epoch(folder, home):
    done = trained(folder, home, small())
    path = script_of(done, home)
    command = [sys.executable, "-I", str(path), str(folder.root), "--out", "kept.safetensors"]
    output = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True).stdout
    best = done.run.record.best
    assert f"accuracy {best.val_accuracy:.1%}" in output
    assert f"loss {best.val_loss:.4f}" in output
    kept, state = load_file(home / "kept.safetensors"), done.run.load_module("best").state_dict()
    for name, key in weight_names(from_document(done.run.record.graph), state).items():
        assert torch.allclose(kept[name].float(), state[key].float(), atol=1e-4), name
    names = loaded(path)
    read = names["read_weights"](home / "kept.safetensors")
    assert all(torch.equal(tensor, kept[name]) for name, tensor in read.items())


def test_the_rule_of_the_split_leaves_one_image_of_a_class_for_training():
    assert split_sizes(10, 0.2, 0.1) == (2, 1)
    assert split_sizes(2, 0.2, 0.4) == (1, 0)
    assert split_sizes(1, 0.2, 0.0) == (0, 0)
    assert split_sizes(10, 0.0, 0.0) == (0, 0)


def test_only_what_the_rule_gets_wrong_is_named():
    names = [f"cat/{number}.png" for number in range(10)]
    shares = {"seed": 0, "validation_share": 0.2, "test_share": 0.0}
    ruled = division_of(names, ["cat"] * 10, ["train"] * 10, ["cat"], **shares).other_splits
    assert len(ruled) == 2  # the rule would take these for validation
    splits = ["validation" if name in ruled else "train" for name in names]
    assert not division_of(names, ["cat"] * 10, splits, ["cat"], **shares).other_splits
    wrong = division_of([*names, "dog/1.png"], ["cat"] * 11, [*splits, "train"], ["cat", "dog"], **shares,
                        unused=["cat/10.png"])
    assert wrong.other_classes == {"dog/1.png": "cat"}
    assert wrong.other_splits["cat/10.png"] == "unused"

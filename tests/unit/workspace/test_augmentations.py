"""Tests of the ready-made strengths and of augmentation as text."""

from itertools import pairwise

import pytest

from cnnstudio.data.augment.cautions import Subject, augment_warnings
from cnnstudio.data.config import AUGMENTATION_NAMES, AugmentConfig
from cnnstudio.errors import InputError
from cnnstudio.workspace.augmentations import AUGMENTATIONS, augment_rows, check_augment, parse_augment, suited

DIGITS = Subject(tuple("0123456789"), is_grey=True)


def test_none_changes_nothing_and_each_further_one_is_at_least_as_strong():
    assert AUGMENTATIONS["none"].is_identity
    for weaker, stronger in pairwise(AUGMENTATIONS.values()):
        assert all(getattr(weaker, name) <= getattr(stronger, name) for name in AUGMENTATION_NAMES)
        assert weaker != stronger


@pytest.mark.parametrize("name", list(AUGMENTATIONS))
def test_no_ready_made_strength_is_warned_of_for_photographs(name):
    assert not augment_warnings(AUGMENTATIONS[name], Subject(("cat", "dog"), epochs=1))
    assert suited(name, Subject(("cat", "dog"))) == (AUGMENTATIONS[name], ())


@pytest.mark.parametrize("name", ["light", "medium", "strong"])
def test_digits_are_not_mirrored_and_keep_the_rest(name):
    config, left_out = suited(name, DIGITS)
    assert not config.flip_horizontal
    assert left_out[0] == "flip_horizontal"
    assert set(left_out) <= {"flip_horizontal", "saturation", "hue", "grey"}
    assert config.rotate_deg == AUGMENTATIONS[name].rotate_deg
    assert not augment_warnings(config, DIGITS)


def test_text_names_a_strength_that_is_fitted_to_the_images():
    assert parse_augment("medium", Subject(("cat", "dog"))).config == AUGMENTATIONS["medium"]
    assert parse_augment("light", DIGITS) == suited("light", DIGITS)


def test_text_gives_changes_of_one_s_own_which_are_taken_as_they_are():
    config, left_out = parse_augment("rotate_deg=15, flip_horizontal=true,rotate_deg_p=0.5,mixup=0.2", DIGITS)
    assert config == AugmentConfig(rotate_deg=15, flip_horizontal=True, rotate_deg_p=0.5, mixup=0.2)
    assert left_out == ()


def test_a_report_names_the_changes_that_were_on_with_their_share_of_the_images():
    config = AugmentConfig(flip_horizontal=True, rotate_deg=15, noise=0.05, noise_p=0.2, hue=0.1, hue_p=0, grey=True,
                           grey_p=1)
    assert augment_rows(config) == (
        ("Mirror", "of 50 % of the images"), ("Rotate (°)", "15"), ("Grey", "yes"),
        ("Noise", "0.05, of 20 % of the images"))
    assert augment_rows(AugmentConfig()) == (("Random changes", "none"),)


@pytest.mark.parametrize(("text", "said"), [
    ("wild", "'wild': give none, light, medium, strong, or changes as in rotate_deg=15"),
    ("rotate_deg", "'rotate_deg': give none"), ("spin=3", "'spin=3': give"),
    ("rotate_deg=500", "rotate_deg=500: should be at most 180"),
    ("grey=perhaps", "grey=perhaps: should be true or false")])
def test_text_that_cannot_be_read_is_refused_in_a_sentence(text, said):
    with pytest.raises(InputError) as caught:
        check_augment(text)
    assert said in str(caught.value)

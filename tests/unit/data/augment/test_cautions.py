"""A change that makes another class of an image is said, and one that does no harm is not."""

import pytest

from cnnstudio.data.augment.cautions import Subject, augment_warnings, switched_off
from cnnstudio.data.config import AugmentConfig

DIGITS = tuple("0123456789")
PETS = ("cat", "dog", "hamster")


def warned(config: AugmentConfig, *names: str, **more: object) -> set[str]:
    """Return the changes that are warned of, infos left out."""
    found = augment_warnings(config, Subject(names, **more))
    return {change for one in found if one.severity == "warning" for change in one.names}


@pytest.mark.parametrize("names", [
    DIGITS, tuple("abcd"), ("zero", "one", "two"), ("turn_left", "turn_right", "straight"), ("TurnLeft", "Straight"),
    ("arrow-1", "circle"), ("venstre", "højre"), ("links", "rechts"), ("text", "photo"), ("←", "→")])
def test_mirroring_is_warned_of_where_it_makes_another_class(names):
    assert warned(AugmentConfig(flip_horizontal=True), *names) == {"flip_horizontal"}


@pytest.mark.parametrize("names", [
    PETS, ("bright", "dark"), ("upright", "cleft"), ("a", "cat", "dog", "hamster"), ("red", "green"), ("class1",), ()])
def test_mirroring_is_not_warned_of_elsewhere(names):
    assert not warned(AugmentConfig(flip_horizontal=True, rotate_deg=30), *names)


@pytest.mark.parametrize("names", [DIGITS, ("thumb_up", "thumb_down"), ("North", "South"), ("arrow", "none")])
def test_flipping_is_warned_of_where_up_and_down_matter(names):
    assert warned(AugmentConfig(flip_vertical=True), *names) == {"flip_vertical"}


def test_flipping_of_other_images_is_only_remarked_on():
    found = augment_warnings(AugmentConfig(flip_vertical=True), Subject(PETS))
    assert [(one.names, one.severity) for one in found] == [(("flip_vertical",), "info")]


@pytest.mark.parametrize(("angle", "names", "is_warned"), [
    (20, DIGITS, False), (60, DIGITS, True), (180, DIGITS, True), (180, PETS, False), (90, ("left", "right"), True),
    (90, ("up", "down"), True)])
def test_large_turns_are_warned_of_where_they_make_another_class(angle, names, is_warned):
    assert warned(AugmentConfig(rotate_deg=angle), *names) == ({"rotate_deg"} if is_warned else set())


def test_the_text_names_what_is_confused():
    def text(config: AugmentConfig, *names: str) -> str:
        return augment_warnings(config, Subject(names))[0].text

    assert "6 becomes 9" in text(AugmentConfig(rotate_deg=180), *DIGITS)
    assert "6 becomes 9" not in text(AugmentConfig(rotate_deg=60), *DIGITS)
    assert "b becomes d" in text(AugmentConfig(flip_horizontal=True), *"abcd")
    assert "b becomes p" in text(AugmentConfig(flip_vertical=True), *"abp")
    assert "becomes" not in text(AugmentConfig(flip_vertical=True), *"abcd")
    assert "becomes" not in text(AugmentConfig(flip_horizontal=True), *DIGITS)
    assert "turn_left and turn_right" in text(AugmentConfig(flip_horizontal=True), "turn_left", "turn_right", "go")
    assert "left, right and 2 more" not in text(AugmentConfig(flip_horizontal=True), "left", "right")


def test_colours_are_left_alone_where_classes_are_colours():
    config = AugmentConfig(hue=0.1, grey=True, saturation=0.9, brightness=0.3)
    assert warned(config, "red apple", "green apple") == {"hue", "grey", "saturation"}
    assert warned(AugmentConfig(hue=0.02, saturation=0.3), "red", "green") == set()
    assert warned(config, "cat", "black dog") == set()
    assert warned(config, "red", "green", is_grey=True) == set()


def test_changes_of_colour_are_said_to_do_nothing_to_grey_images():
    found = augment_warnings(AugmentConfig(hue=0.1, saturation=0.2, contrast=0.2), Subject(PETS, is_grey=True))
    assert [(one.names, one.severity) for one in found] == [(("saturation", "hue"), "info")]
    assert not augment_warnings(AugmentConfig(contrast=0.2), Subject(PETS, is_grey=True))


@pytest.mark.parametrize(("setting", "names"), [
    ({"crop": 0.9}, {"crop"}), ({"crop": 0.5}, set()), ({"erase": 0.5}, {"erase"}), ({"erase": 0.3}, set()),
    ({"crop": 0.6, "erase": 0.4}, {"crop", "erase"}), ({"shift": 0.5}, {"shift"}), ({"zoom": 0.8}, {"zoom"}),
    ({"crop": 0.9, "crop_p": 0.0}, set())])
def test_changes_that_may_hide_the_object_are_warned_of(setting, names):
    assert warned(AugmentConfig(**setting), *PETS) == names


@pytest.mark.parametrize(("epochs", "names"), [(3, {"mixup", "cutmix"}), (30, set()), (None, set())])
def test_mixing_is_warned_of_in_short_trainings(epochs, names):
    assert warned(AugmentConfig(mixup=0.2, cutmix=1.0), *PETS, epochs=epochs) == names


def test_switching_off_what_is_warned_of_ends_every_warning_and_keeps_the_rest():
    config = AugmentConfig(flip_horizontal=True, flip_vertical=True, rotate_deg=90, crop=0.8, mixup=1.0, hue=0.1,
                           brightness=0.2, rotate_deg_p=0.3)
    subject = Subject(DIGITS, is_grey=True, epochs=2)
    names = [name for one in augment_warnings(config, subject) for name in one.names]
    left = switched_off(config, names)
    assert not augment_warnings(left, subject)
    assert left == AugmentConfig(brightness=0.2, rotate_deg_p=0.3)
    assert AugmentConfig.model_validate(left.model_dump()) == left

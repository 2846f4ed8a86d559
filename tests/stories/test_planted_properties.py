"""Planted properties of files are named, and files that were all saved alike raise no alarm."""

from tests.stories.planted_properties import false_alarms, figures


def test_a_class_saved_in_another_quality_or_darkened_is_named_and_no_other():
    for plant in ("JPEG quality 30 beside 90", "a quarter darker"):
        said = figures(plant, range(1))
        assert (said["found"], said["other_classes"]) == (1, 0)


def test_photographs_as_they_are_raise_no_alarm():
    assert false_alarms("photos", range(1))["alarms"] == 0

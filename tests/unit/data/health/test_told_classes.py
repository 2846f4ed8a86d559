"""The health report says which classes their files give away, with the numbers, and is silent about sound folders."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.folder import traits
from cnnstudio.data.folder.file_properties import PROPERTIES, known_properties
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.health import told_classes
from cnnstudio.data.health.checks import Finding, findings
from cnnstudio.errors import JobCancelledError

EACH = 24


def picture(seed: int) -> Image.Image:
    """Return a scene of its own, with black, white and noise somewhere in it."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 256, (6, 6, 3)).astype(np.uint8)
    coarse[chance.integers(6), chance.integers(6)] = 0
    coarse[chance.integers(6), chance.integers(6)] = 255
    large = np.asarray(Image.fromarray(coarse).resize((48, 48)), np.float64)
    return Image.fromarray(np.clip(large + chance.normal(0, chance.uniform(2, 20), large.shape), 0, 255)
                           .astype(np.uint8))


def write(root, qualities=(90, 90, 90), factors=(1.0, 1.0, 1.0)) -> ImageFolder:
    for place, name in enumerate(("cat", "dog", "owl")):
        (root / name).mkdir(parents=True)
        for number in range(EACH):
            shown = picture(1000 * place + number).point(lambda value, by=factors[place]: value * by)
            shown.save(root / name / f"{number:03}.jpg", quality=qualities[place])
    return scan(root)


@pytest.fixture(scope="module")
def saved_apart(tmp_path_factory) -> ImageFolder:
    """Return a folder of which one class was saved in another quality, and which is away since it was checked."""
    root = tmp_path_factory.mktemp("apart")
    folder = write(root / "set", qualities=(90, 50, 90))
    (root / "set").rename(root / "away")
    return folder


def told(folder: ImageFolder) -> list[Finding]:
    return [finding for finding in findings(folder) if finding.kind == "told by files"]


def test_a_class_saved_in_another_quality_is_reported_with_its_figures_and_its_images(saved_apart):
    """Without reading a file: there are none any more."""
    finding, *others = told(saved_apart)
    assert not [one for one in others if one.severity == "warning"]
    assert finding.severity == "warning"
    percent = f"{100 * finding.figures['accuracy']:.0f} %"
    assert finding.title == f"JPEG quality alone tells dog: {percent}"
    assert finding.detail.startswith(
        f"dog can be told from the rest by the JPEG quality alone: {percent} (by chance 50 %). ")
    assert "The middle value is 50, of the other classes 90." in finding.detail
    assert {path.parent.name for path in finding.files} == {"dog"}
    figures = finding.figures
    assert figures["interval_low"] < figures["accuracy"] <= figures["interval_high"]
    assert figures["accuracy"] > 0.95
    assert figures["chance"] == 0.5
    assert figures["shuffled_limit"] < figures["accuracy"]
    assert figures["p"] == pytest.approx(1 / 100)      # none of 99 shuffles came as far


def test_two_classes_that_differ_are_one_finding_about_both(saved_apart):
    two = tuple(file for file in saved_apart.files if file.class_index < 2)
    finding, = told(replace(saved_apart, files=two))
    assert finding.title.startswith("JPEG quality alone tells the classes apart: ")


def test_a_darkened_class_is_reported_by_its_brightest_tone_without_a_network(tmp_path):
    finding, = told(write(tmp_path, factors=(1.0, 1.0, 0.6)))
    assert finding.title.startswith("Brightest tone alone tells owl: ")
    assert finding.severity == "info"      # other light may belong to the class


def test_files_that_were_all_made_alike_are_not_reported(tmp_path):
    """Control of the tests above."""
    assert told(write(tmp_path)) == []


def test_few_images_are_not_judged(saved_apart):
    few = tuple(file for file in saved_apart.files if int(file.path.stem) < told_classes.FEWEST - 1)
    assert told(replace(saved_apart, files=few)) == []


def test_a_wish_to_stop_ends_the_report(saved_apart):
    with pytest.raises(JobCancelledError):
        findings(saved_apart, should_stop=lambda: True)


def test_every_property_has_a_column_of_what_the_check_took(saved_apart):
    columns = known_properties(saved_apart.files[:6])
    assert set(columns) == {info.name for info in PROPERTIES}
    assert all(column.shape == (6,) for column in columns.values())


def test_of_many_files_some_of_each_class_are_looked_at_closely(monkeypatch):
    monkeypatch.setattr(traits, "TRAITED_LIMIT", 40)
    names = [f"{number}" for number in range(1010)]
    chosen = traits.traited(names, [0] * 1000 + [1] * 10)
    assert chosen >= set(names[1000:])
    assert len(chosen - set(names[1000:])) == 20       # every fiftieth of a thousand
    assert traits.traited(names[:40], [0] * 40) == set(names[:40])

"""The figures behind the charts are numpy's own."""

from dataclasses import replace

import numpy as np

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.folder.measures import ImageMeasures
from cnnstudio.data.health.distributions import BINS, distributions
from cnnstudio.data.split import split
from tests.helpers.folders import folder_of


def folder():
    made = folder_of([(name, None, f"{name}{n}") for name, count in (("a", 40), ("b", 25)) for n in range(count)])
    chance = np.random.default_rng(0)
    files = tuple(replace(file, height=int(chance.integers(20, 900)), width=int(chance.integers(20, 900)), row=row,
                          measures=ImageMeasures(float(chance.random()), 0.1, 100.0, False, bytes(64)))
                  for row, file in enumerate(made.files))
    return replace(made, files=files)


def test_histograms_are_those_of_numpy():
    images = folder()
    found = distributions(images)
    for histogram, values in ((found.widths, [file.width for file in images.files]),
                              (found.heights, [file.height for file in images.files]),
                              (found.brightness, [file.measures.brightness for file in images.files]),
                              (found.aspects, [np.clip(file.width / file.height, 0.25, 4) for file in images.files])):
        counts, _ = np.histogram(values, histogram.edges)
        assert histogram.counts == tuple(counts)
        assert sum(histogram.counts) == 65
        assert len(histogram.counts) <= BINS
        assert len(histogram.edges) == len(histogram.counts) + 1


def test_classes_are_counted_in_each_split():
    images = folder()
    assert distributions(images).per_class == ((40,), (25,))
    assert distributions(images).splits == ("undivided",)
    parts = split(images, SplitConfig())
    found = distributions(images, parts)
    assert found.splits == ("train", "validation")
    assert found.per_class == ((32, 8), (20, 5))
    given = replace(images, files=tuple(replace(file, split="test") for file in images.files))
    assert (distributions(given).splits, distributions(given).per_class) == (("test",), ((40,), (25,)))


def test_one_size_is_one_bar():
    images = folder()
    same = replace(images, files=tuple(replace(file, height=28, width=28) for file in images.files))
    assert distributions(same).widths.counts == (65,)
    assert distributions(same).widths.edges == (28.0, 29.0)


def test_images_that_were_not_decoded_are_in_no_histogram():
    found = distributions(folder_of([("a", None, ""), ("b", None, "")]))
    assert sum(found.widths.counts) == sum(found.brightness.counts) == 0
    assert found.kinds == (("PNG", 2),)


def test_kinds_are_counted_by_ending():
    images = folder()
    names = ["x.JPG", "y.jpeg", "z.webp"]
    files = tuple(replace(file, relative=name) for file, name in zip(images.files, names, strict=False))
    assert distributions(replace(images, files=files)).kinds == (("JPEG", 2), ("WEBP", 1))

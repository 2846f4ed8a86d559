"""A pattern reads the class off a file's name, and the one that fits a folder is found."""

import pytest

from cnnstudio.data.listing.name_pattern import NamePattern, fitting_pattern, without_ending
from cnnstudio.errors import ImageFolderError


@pytest.mark.parametrize(("pattern", "name", "label"), [
    ("{class}.#", "cat.0.jpg", "cat"),
    ("{class}_#", "great_pyrenees_12.jpg", "great_pyrenees"),
    ("{class}#", "cat12.png", "cat"),
    ("#_{class}", "0001_black_cat.png", "black_cat"),
    ("{class}_*", "cat_day_3.png", "cat"),
    ("{class} (#)", "dog (7).jpeg", "dog"),
    ("IMG_#_{class}", "img_0007_owl.JPG", "owl"),
    ("{class}_#", "deep/er/cat_3.png", "cat"),
    ("*/{class}/*", "monday/cat/3.png", "cat"),
    ("*/{class}/*", "cat/3.png", ""),
    ("{class}_#", "cat.png", ""),
    ("{class}_#", "_3.png", ""),
    ("{class}.#", "a+b.3.png", "a+b"),
])
def test_a_pattern_reads_the_class(pattern, name, label):
    assert NamePattern(pattern).class_of(name) == label


@pytest.mark.parametrize("text", ["", "*_#", "{class}_{class}", "{klass}_#", "{class}" + "x" * 300])
def test_a_pattern_without_one_class_is_refused_with_an_example(text):
    with pytest.raises(ImageFolderError, match="exactly once, such as"):
        NamePattern(text)


@pytest.mark.parametrize(("names", "pattern"), [
    (["cat.0.jpg", "cat.1.jpg", "dog.12.jpg", "dog.3.jpg"], "{class}.#"),
    (["cat_001.png", "cat_002.png", "dog_1.png", "dog_3.png"], "{class}_#"),
    (["0001_cat.png", "2_dog.png", "03_cat.png", "4_dog.png"], "#_{class}"),
    (["img_1_cat.png", "img_2_cat.png", "img_3_dog.png", "img_4_dog.png"], "*_#_{class}"),
    (["cat-a.png", "cat-b.png", "dog-a.png", "dog-b.png"], "{class}-*"),
    (["x/cat_1.png", "y/dog_1.png", "x/cat_2.png", "y/dog_2.png"], "{class}_#"),
])
def test_the_pattern_of_a_folder_is_found(names, pattern):
    assert fitting_pattern(names) == pattern


@pytest.mark.parametrize("names", [
    ["IMG_0001.JPG", "IMG_0002.JPG", "DSC_0003.JPG", "DSC_0004.JPG"],
    ["1.png", "2.png", "3.png"],
    ["2023_01.png", "2023_02.png", "2024_01.png", "2024_02.png"],
    ["cat_1.png", "dog_1.png", "owl_1.png"],
    ["cat_1.png", "cat_2.png"],
    [],
])
def test_names_by_cameras_numbers_and_single_pictures_are_no_classes(names):
    assert fitting_pattern(names) == ""


def test_only_the_ending_of_an_image_is_an_ending():
    names = {"cat.0.jpg": "cat.0", "cat.0": "cat.0", ".png": ".png", "a/b.PNG": "a/b"}
    assert {name: without_ending(name) for name in names} == names

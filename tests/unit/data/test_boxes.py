"""Boxes of a folder: whose they are, and where they lie in the network's input."""

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.boxes import boxes_of_folder, from_input, on_input
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.preprocess import place, to_input_pixels
from cnnstudio.errors import ImageFolderError


@pytest.fixture
def pictures(tmp_path):
    """Two classes with a picture of the same name in each, and one that only one has; 40 × 30 pixels."""
    for name in ("cat/1.png", "dog/1.png", "dog/2.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(np.full((30, 40, 3), sum(map(ord, name)) % 255, np.uint8)).save(path)
    return tmp_path


def listed(root, *lines, header="class,file,x0,y0,x1,y1"):
    (root / "boxes.csv").write_text("\n".join((header, *lines)))
    folder = scan(root)
    boxes = boxes_of_folder(folder)
    return {folder.files[index].relative: found.tolist() for index, found in boxes.of.items()}, boxes.problems


def test_boxes_go_to_the_image_of_their_class_and_name_and_the_scan_knows_the_list(pictures):
    found, problems = listed(
        pictures, "cat,1.png,1,2,3,4", "dog,1.png,5,6,7,8", "dog,1.png,9,9,12,12", ",2.png,0,0,1,1")
    assert found == {"cat/1.png": [[1, 2, 3, 4]], "dog/1.png": [[5, 6, 7, 8], [9, 9, 12, 12]],
                     "dog/2.png": [[0, 0, 1, 1]]}
    assert problems == ()
    (aside,) = scan(pictures).ignored
    assert aside.reason == "the list of boxes around the objects"


def test_a_place_below_the_folder_is_enough(pictures):
    found, _ = listed(pictures, "dog/1.png,5,6,7,8", header="file,x0,y0,x1,y1")
    assert found == {"dog/1.png": [[5, 6, 7, 8]]}


def test_lines_about_no_image_several_images_or_outside_are_told_by_number(pictures):
    found, problems = listed(pictures, ",2.png,30,20,90,90", ",1.png,0,0,1,1", "cat,2.png,0,0,1,1", "cow,9.png,0,0,1,1",
                             "dog,2.png,41,0,50,9")
    assert found == {"dog/2.png": [[30, 20, 40, 30]]}
    wanted = ("Line 3: 2 images are called '1.png'", "Line 4: there is no image '2.png' of class cat",
              "Line 5: there is no image '9.png' of class cow", "Line 6: the box of 2.png lies outside the image")
    assert len(problems) == 4
    assert all(problem.startswith(start) for start, problem in zip(wanted, problems, strict=True))


def test_a_list_about_other_images_is_refused_and_a_folder_without_one_has_none(pictures):
    assert boxes_of_folder(scan(pictures)) is None
    with pytest.raises(ImageFolderError, match="has no box for an image"):
        listed(pictures, "cow,9.png,0,0,1,1")


@pytest.mark.parametrize("fit", ["stretch", "crop", "pad"])
def test_a_box_lies_in_the_input_where_its_pixels_went(fit):
    """Paint the box white in a black picture and look where the input is white."""
    config = PreprocessConfig(height=32, width=48, fit=fit)
    pixels = np.zeros((60, 160, 3), np.uint8)
    pixels[12:36, 60:100] = 255
    bright = np.argwhere(to_input_pixels(pixels, config)[..., 0] > 127)
    (y0, x0), (y1, x1) = bright.min(axis=0), bright.max(axis=0) + 1
    where = place(60, 160, config)
    box = np.array([[60, 12, 100, 36]], np.float32)
    (found,) = on_input(box, where) * [48, 32, 48, 32]
    assert np.abs(found - [x0, y0, x1, y1]).max() <= 0.51   # half a pixel: where the rounded picture turns bright
    assert from_input(on_input(box, where), where) == pytest.approx(box, abs=1e-4)   # float32


def test_a_box_the_input_does_not_show_is_left_out_and_others_are_cut():
    config = PreprocessConfig(height=32, width=32, fit="crop")
    where = place(32, 96, config)   # the network sees columns 32 to 64
    found = on_input(np.array([[0, 0, 20, 20], [40, 8, 90, 16]], np.float32), where)
    assert found.tolist() == [[0.25, 0.25, 1, 0.5]]

"""The health report finds what is planted, and nothing where all is well."""

from dataclasses import replace

import pytest

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.health.checks import Finding, findings
from cnnstudio.data.listing.walk import SetAside
from tests.helpers.folders import ROOT, folder_of
from tests.helpers.images import make_folder


def rows(name: str, count: int, split: str | None = None) -> list[tuple[str, str | None, str]]:
    return [(name, split, f"{name} {split} {number}") for number in range(count)]


def kinds(folder: ImageFolder) -> list[str]:
    return [finding.kind for finding in findings(folder)]


def only(folder: ImageFolder, kind: str) -> Finding:
    found = [finding for finding in findings(folder) if finding.kind == kind]
    assert len(found) == 1
    return found[0]


def test_a_sound_folder_has_no_findings():
    assert findings(folder_of(rows("cat", 30) + rows("dog", 40))) == ()


def test_refused_files_are_listed_with_the_first_reason():
    folder = replace(folder_of(rows("a", 30) + rows("b", 30)),
                     refused=(SetAside(ROOT / "a" / "x.jpg", "empty file"), SetAside(ROOT / "a" / "y.jpg", "damaged")))
    finding = only(folder, "damaged")
    assert finding.title == "2 files cannot be used"
    assert "x.jpg: empty file" in finding.detail
    assert [path.name for path in finding.files] == ["x.jpg", "y.jpg"]


def test_exact_copies_are_counted_without_their_first():
    finding = only(folder_of(rows("a", 30) + rows("b", 30) + [("a", None, "same")] * 3), "duplicates")
    assert finding.title == "2 exact copies"
    assert finding.severity == "info"
    assert len(finding.files) == 3


def test_one_picture_under_two_classes_is_an_error():
    finding = only(folder_of(rows("a", 30) + rows("b", 30) + [("a", None, "same"), ("b", None, "same")]), "conflict")
    assert finding.severity == "error"
    assert finding.title == "1 picture under two classes"
    assert "a and b" in finding.detail


def test_a_picture_in_two_given_splits_is_a_leak():
    good = rows("a", 30, "train") + rows("b", 30, "train") + rows("a", 9, "test") + rows("b", 9, "test")
    assert "leak" not in kinds(folder_of(good))
    finding = only(folder_of([*good, ("a", "train", "same"), ("a", "test", "same")]), "leak")
    assert finding.severity == "error"
    assert len(finding.files) == 2


def test_files_that_were_not_decoded_are_no_copies_of_each_other():
    assert findings(folder_of([("a", None, "")] * 30 + [("b", None, "")] * 30)) == ()


def test_a_class_that_a_split_lacks_is_named():
    both = rows("a", 30, "train") + rows("b", 30, "train")
    finding = only(folder_of([*both, *rows("a", 5, "test")]), "missing class")
    assert (finding.title, finding.severity) == ("b not in the test images", "warning")
    finding = only(folder_of([*both, *rows("a", 5, "test"), *rows("b", 5, "test"), *rows("c", 25, "test")]),
                   "missing class")
    assert (finding.title, finding.severity) == ("c not in the training images", "error")


def test_imbalance_is_said_with_what_guessing_would_reach():
    assert "imbalance" not in kinds(folder_of(rows("a", 90) + rows("b", 30)))
    finding = only(folder_of(rows("a", 90) + rows("b", 22)), "imbalance")
    assert finding.title == "a has 4.1 × the images of b"
    assert "80.4%" in finding.detail


def test_small_classes_are_named_with_their_counts():
    assert "too few" not in kinds(folder_of(rows("a", 20) + rows("b", 20)))
    assert "b (19)" in only(folder_of(rows("a", 20) + rows("b", 19)), "too few").detail


def test_class_names_that_differ_only_in_capitals_are_doubted():
    finding = only(folder_of(rows("Cat", 30) + rows("cat", 30)), "similar names")
    assert "'Cat', 'cat'" in finding.title


def test_the_gravest_come_first():
    folder = folder_of(rows("a", 9) + rows("b", 90) + [("a", None, "x"), ("b", None, "x")])
    order = [finding.severity for finding in findings(folder)]
    assert order == sorted(order, key=["error", "warning", "info"].index)
    assert order[0] == "error"


@pytest.mark.parametrize("check", [True, False])
def test_a_scanned_folder_can_be_reported_on(tmp_path, check):
    make_folder(tmp_path, {"cat": 25, "dog": 25}, 8)
    (tmp_path / "dog" / "copy.png").write_bytes((tmp_path / "cat" / "cat_0000.png").read_bytes())
    found = kinds(scan(tmp_path, check=check))
    assert found == (["conflict", "told by files", "duplicates"] if check else [])   # each class has its own brightness

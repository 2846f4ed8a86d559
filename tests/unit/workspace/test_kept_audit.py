"""Tests of keeping an audit with its run."""

import dataclasses
import io
import json
import zipfile

import numpy as np
import pytest

from cnnstudio.errors import RunError
from cnnstudio.explain.audit.report import Accuracy
from cnnstudio.workspace.kept_audit import FILE, from_bytes, keep_audit, kept_audit, to_bytes
from tests.helpers.audits import small_audit


def same(one, other) -> bool:
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other)
    if dataclasses.is_dataclass(one):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in dataclasses.fields(one))
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or (one != one and other != other)  # the last: not a number


def test_a_kept_audit_comes_back_with_every_value_and_array(tmp_path):
    audit = small_audit()
    keep_audit(tmp_path, audit)
    assert same(kept_audit(tmp_path), audit)
    other = dataclasses.replace(audit, epoch=audit.epoch + 1)
    assert not same(other, audit), "the comparison itself must see a difference"


def test_a_run_that_was_never_audited_has_none(tmp_path):
    assert kept_audit(tmp_path) is None


def test_the_same_audit_gives_the_same_bytes():
    assert to_bytes(small_audit()) == to_bytes(small_audit())


def rewritten(data: bytes, change) -> bytes:
    """Return the file with ``change`` applied to its document."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "audit.json":
                document = json.loads(content)
                change(document)
                content = json.dumps(document).encode()
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(("change", "words"), [
    (lambda document: document.update(schema_version=2), "newer version"),
    (lambda document: document["audit"].update(epoch="three"), "'three' is not a int"),
    (lambda document: document["audit"].pop("report"), "report"),
    (lambda document: document["audit"]["report"]["suspicions"][0].update(level="awful"), "'awful' is not one of"),
    (lambda document: document["audit"]["report"]["cards"][0].update(mean_map="99.npy"), "99.npy"),
    (lambda document: document["audit"]["report"]["cards"][0]["accuracy"].update(right=1.5), "1.5 is not a int"),
])
def test_a_file_that_cannot_be_used_is_told_in_a_sentence(change, words):
    with pytest.raises(RunError, match=words) as caught:
        from_bytes(rewritten(to_bytes(small_audit()), change), "audit.zip")
    assert str(caught.value).startswith("audit.zip ")


def test_fields_that_an_older_version_did_not_know_have_their_default():
    data = rewritten(to_bytes(small_audit()), lambda document: document["audit"]["report"].pop("seconds"))
    assert from_bytes(data, "audit.zip").report.seconds == 0.0


def test_damage_at_any_place_is_told_and_never_an_unknown_error():
    data = to_bytes(small_audit())
    generator = np.random.default_rng(0)
    refused = 0
    for place in generator.integers(0, len(data), 24):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        try:
            from_bytes(bytes(damaged), "audit.zip")
        except RunError:
            refused += 1
    assert refused > 10  # names, dates and padding in the archive's directory carry nothing


def test_a_file_that_is_cut_short_names_itself_and_says_what_to_do(tmp_path):
    path = keep_audit(tmp_path, small_audit())
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(RunError, match="Run the audit again") as caught:
        kept_audit(tmp_path)
    assert str(tmp_path / FILE) in str(caught.value)


def test_an_accuracy_of_a_suspicion_may_be_absent():
    audit = small_audit()
    assert [one.accuracy_with for one in audit.report.suspicions] == [Accuracy(9, 10), None]
    assert [one.accuracy_with for one in from_bytes(to_bytes(audit), "a").report.suspicions] == [Accuracy(9, 10), None]

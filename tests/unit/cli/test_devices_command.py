"""Tests of ``cnnstudio devices``."""

import pytest

from cnnstudio.training.devices import DeviceInfo

FOUND = (DeviceInfo("cuda", "NVIDIA GPU", None, "the driver is too old (update the driver)."),
         DeviceInfo("cpu", "A processor", 8_000_000_000))


@pytest.fixture(autouse=True)
def two_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnnstudio.training.devices.available", lambda: FOUND)


def test_every_device_is_listed_with_memory_or_with_the_reason_why_it_is_not_used(run_cli):
    answer = run_cli("devices")
    assert answer.status == 0
    assert "--   cuda: NVIDIA GPU\n     not used: the driver is too old (update the driver)." in answer.out
    assert "ok   cpu: A processor, 8.0 GB" in answer.out
    assert "works" not in answer.out


def test_only_devices_that_can_be_used_are_tested(run_cli):
    answer = run_cli("devices", "--test", "--json")
    assert [event["name"] for event in answer.of("device")] == ["cuda", "cpu"]
    (tested,) = answer.of("device_tested")
    assert (tested["name"], tested["ok"]) == ("cpu", True)
    assert tested["difference"] < 1e-3
    assert tested["step_ms"] > 0


def test_a_device_that_fails_its_test_gives_a_status_of_one(run_cli, monkeypatch):
    broken = (*FOUND, DeviceInfo("cuda:9", "A card", None))
    monkeypatch.setattr("cnnstudio.training.devices.available", lambda: broken)
    answer = run_cli("devices", "--test")
    assert answer.status == 1
    assert "FAIL A card cannot train" in answer.out

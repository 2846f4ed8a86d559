"""Lists the devices, and tests each that can be used with a small training step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop

if TYPE_CHECKING:
    from cnnstudio.training.device_check import DeviceCheck
    from cnnstudio.training.devices import DeviceInfo


@dataclass(frozen=True, slots=True)
class DevicesFound:
    """Every kind of device, the preferred first."""

    devices: "tuple[DeviceInfo, ...]"


@dataclass(frozen=True, slots=True)
class DeviceTested:
    """What came of the test of one device."""

    check: "DeviceCheck"


class DevicesJob:
    """Look for devices: `DevicesFound`, then with ``test`` `DeviceTested` for each that can be used.

    Raises
    ------
    JobCancelledError
        From `run`, when stopped while a device is tested.
    """

    title = "Looking for devices"

    def __init__(self, *, test: bool) -> None:
        self._test = test

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Look, test and yield what is found."""
        yield Progress(0, 0, translate("workspace", "loading the engine"))
        from cnnstudio.training.device_check import check_device
        from cnnstudio.training.devices import available

        devices = available()
        yield DevicesFound(devices)
        usable = [info for info in devices if info.is_usable]
        for number, info in enumerate(usable if self._test else ()):
            yield Progress(number, len(usable), translate("workspace", "testing {title}", title=info.title))
            yield DeviceTested(check_device(info, should_stop))

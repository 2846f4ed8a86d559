"""``cnnstudio devices``: what a training can run on, why a GPU is not used, and a test of each."""

import argparse

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.network_costs import size_text
from cnnstudio.training.device_check import DeviceCheck
from cnnstudio.training.devices import DeviceInfo
from cnnstudio.wording import translate
from cnnstudio.workspace.device_job import DevicesFound, DevicesJob, DeviceTested


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--test", action="store_true", help=translate(
        "cli", "train one small step on each device and compare it with the exact result"))
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print every device; status 1 when one fails its test."""
    failures = 0
    for event in context.events(DevicesJob(test=arguments.test)):
        if isinstance(event, DevicesFound):
            for info in event.devices:
                _print_device(info, context)
        elif isinstance(event, DeviceTested):
            failures += not event.check.is_good
            _print_check(event.check, context)
    return 1 if failures else 0


def _print_device(info: DeviceInfo, context: Context) -> None:
    context.output.event("device", name=info.name, title=info.title, memory_bytes=info.memory, usable=info.is_usable,
                         reason=info.reason_not_used)
    memory = f", {size_text(info.memory)}" if info.memory is not None else ""
    context.output.text(f"{'ok ' if info.is_usable else '-- '}  {info.name}: {info.title}{memory}")
    if not info.is_usable:
        context.output.text(translate("cli", "     not used: {reason}", reason=info.reason_not_used))


def _print_check(check: DeviceCheck, context: Context) -> None:
    context.output.event("device_tested", name=check.name, ok=check.is_good, step_ms=check.step_ms,
                         difference=check.difference, sentence=check.sentence)
    context.output.text(f"{'ok  ' if check.is_good else 'FAIL'} {check.sentence}")

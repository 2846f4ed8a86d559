"""What the command line says of a training: a line when the verdict changes, all of it at the end."""

import io
import json

from cnnstudio.cli.context import Context
from cnnstudio.cli.output import Output
from cnnstudio.cli.verdict_output import VerdictPrinter
from cnnstudio.training.events import EpochEnded
from cnnstudio.workspace.training_events import ValidationClasses

ALIKE = ValidationClasses(("cat", "dog"), (10, 10))


def rows(*val_losses: float, accuracy: float = 0.95) -> list[EpochEnded]:
    return [EpochEnded(epoch, 1 / epoch, accuracy, loss, accuracy, 0.01, 100.0, 1.0, is_best=False)
            for epoch, loss in enumerate(val_losses, start=1)]


def printed(history: list[EpochEnded], *, as_json: bool = False) -> str:
    """Return what is printed while a training goes on and at its end."""
    out = io.StringIO()
    printer = VerdictPrinter(Context(Output(as_json=as_json, stdout=out, stderr=io.StringIO())))
    printer.note_classes(ALIKE)
    for count in range(1, len(history) + 1):
        printer.follow(history[:count])
    printer.end(history)
    return out.getvalue()


def test_an_alarm_is_told_once_and_again_at_the_end():
    text = printed(rows(0.5, 0.4, 0.6, 0.7, 0.8, 0.9))
    assert text.count("Overfitting since epoch 3:") == 2
    assert text.startswith("        Overfitting since epoch 3: the validation loss rose from 0.4 to 0.7 ")
    assert text.endswith("hard to tell apart. Raise the validation share, or train once for each of several folds.\n")


def test_nothing_is_told_meanwhile_of_a_healthy_training():
    assert printed(rows(0.5, 0.4, 0.3))[:16] == "\nLearning well: "


def test_nothing_is_told_when_it_is_too_early():
    assert printed(rows(0.5, 0.4)) == ""


def test_the_baseline_comes_from_the_validation_images():
    assert "No better than guessing" in printed(rows(0.7, 0.69, 0.68, 0.67, 0.66, accuracy=0.5))


def test_json_has_the_parts_of_a_verdict():
    event, = map(json.loads, printed(rows(0.5, 0.4, 0.6, 0.7, 0.8), as_json=True).splitlines())
    assert (event["event"], event["kind"], event["since_epoch"]) == ("verdict", "overfitting", 3)
    assert "dropout" in event["remedy"]


def test_a_training_tells_its_verdicts_in_its_last_event(run_cli, pets, tmp_path):
    answer = run_cli("train", pets, "--network", "small", "--image-size", "16", "--epochs", "3", "--batch-size", "8",
                     "--threads", "1", "--device", "cpu", "--runs", tmp_path / "runs", "--json")
    (finished,) = answer.of("finished")
    assert "few_validation_images" in [verdict["kind"] for verdict in finished["verdicts"]]

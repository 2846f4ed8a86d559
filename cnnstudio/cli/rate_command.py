"""``cnnstudio rate``: suggest a learning rate for a training."""

import argparse

from cnnstudio.cli import train_command
from cnnstudio.cli.context import Context
from cnnstudio.network.document import from_document
from cnnstudio.training.rate_curve import RateAdvice, RateTried, smooth
from cnnstudio.wording import translate
from cnnstudio.workspace.rate_job import RateJob

_ROWS = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags: those of ``train``, so that a command line serves both."""
    train_command.add_training(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Try rates and print the curve and the suggestion; status 1 when there is none."""
    training = train_command.training_job(arguments, context)
    job = RateJob(training.folder, training.splits, training.preprocess, training.augment,
                  from_document(training.document), training.train_config, training.cache_directory)
    tried: list[RateTried] = []
    advice: RateAdvice | None = None
    for event in context.events(job):
        if isinstance(event, RateTried):
            tried.append(event)
            context.output.event("rate_tried", step=event.step, rate=event.rate, loss=event.loss)
        elif isinstance(event, RateAdvice):
            advice = event
    if advice is None:
        raise RuntimeError("a search for a learning rate ended without its result")
    _print(tried, advice, context)
    return 0 if advice.rate is not None else 1


def _print(tried: list[RateTried], advice: RateAdvice, context: Context) -> None:
    smoothed = smooth([one.loss for one in tried]).tolist()
    context.output.event("rate", rate=advice.rate, reason=advice.reason, fallen=advice.fallen, risen=advice.risen,
                         rates=[one.rate for one in tried], losses=[one.loss for one in tried], smoothed=smoothed)
    for line in drawing([one.rate for one in tried], smoothed, advice.rate):
        context.output.text(line)
    context.output.text(f"\n{advice.reason}")
    if advice.rate is not None:
        context.output.text(translate(
            "cli", "Train with it: cnnstudio train ... --learning-rate {rate:g}", rate=advice.rate))


def drawing(rates: list[float], losses: list[float], suggestion: float | None) -> list[str]:
    """Return the lines of a picture of the smoothed losses, one column a rate tried, the suggestion's column ruled.

    Losses above twice the first are drawn at the top.
    """
    low, high = min(losses), max(min(max(losses), 2 * losses[0]), min(losses) + 1e-9)
    rows = [min(_ROWS - 1, round((_ROWS - 1) * (high - min(loss, high)) / (high - low))) for loss in losses]
    chosen = None if suggestion is None else min(range(len(rates)), key=lambda place: abs(rates[place] - suggestion))
    lines = []
    for row in range(_ROWS):
        cells = "".join("●" if at == row else "│" if place == chosen else " " for place, at in enumerate(rows))
        mark = f"{high:.2f}" if row == 0 else f"{low:.2f}" if row == _ROWS - 1 else ""
        lines.append(f"{mark:>8} ┤{cells}".rstrip())
    left, right = f"{rates[0]:.1g}", f"{rates[-1]:.2g}"
    axis = translate("cli", "learning rate")
    lines.append(f"{translate('cli', 'loss'):>8} └{'─' * len(rates)}")
    lines.append(f"{'':>9} {left}{axis.center(max(len(axis) + 1, len(rates) - len(left) - len(right)))}{right}")
    return lines

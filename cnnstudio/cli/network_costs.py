"""What ``cnnstudio network`` prints of a network's costs: the layer table, the totals, and a measurement."""

from typing import Any

from cnnstudio.cli.context import Context
from cnnstudio.cli.shown_words import severity_word
from cnnstudio.network.costs import Cost, node_costs, total
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import pair_text
from cnnstudio.network.layer_table import LayerRow, rows
from cnnstudio.network.memory import network_memory
from cnnstudio.network.shapes import Analysis
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import counted, translate

_TITLES = ("Layer", "Kind", "Output shape", "Weights", "Multiply-adds", "Share", "Out", "Kept", "Sees")
_BAR_CELLS = 8
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def print_costs(graph: NetworkGraph, analysis: Analysis, batch_size: int, context: Context) -> None:
    """Print the network event or, for people, the table, totals and problems."""
    costs = node_costs(graph, analysis, batch_size=batch_size)
    table, whole = rows(graph, analysis, costs), total(costs)
    context.output.event("network", **network_fields(table, whole, analysis, batch_size))
    context.output.table([translate("cli", title) for title in _TITLES], [_cells(row, whole) for row in table])
    _print_totals(whole, analysis, batch_size, context)
    for problem in analysis.problems:
        context.output.text(f"{severity_word(problem.severity)}: {problem.message}")


def network_fields(table: list[LayerRow], whole: Cost, analysis: Analysis, batch_size: int) -> dict[str, Any]:
    """Return the fields of the network event; bytes are those of a batch."""
    memory = network_memory(analysis, batch_size)
    return {
        "layers": [{"name": row.name, "kind": row.kind, "output_shape": row.output_shape, **_cost_fields(row.cost)}
                   for row in table],
        "total": {**_cost_fields(whole), "predicting_bytes": memory.predicting_bytes,
                  "training_bytes": memory.training_bytes},
        "batch_size": batch_size,
        "problems": [{"layer": item.node_id, "severity": item.severity, "message": item.message}
                     for item in analysis.problems],
    }


def _cost_fields(cost: Cost) -> dict[str, Any]:
    return {"weights": cost.weights, "multiply_adds": cost.multiply_adds, "output_bytes": cost.output_bytes,
            "kept_bytes": cost.kept_bytes, "receptive_field": cost.receptive_field}


def _cells(row: LayerRow, whole: Cost) -> list[object]:
    shape = " × ".join(map(str, row.output_shape)) if row.output_shape else "?"
    share = row.cost.multiply_adds / whole.multiply_adds if whole.multiply_adds else 0.0
    sees = pair_text(row.cost.receptive_field) if row.output_shape else "?"
    return [row.title, row.kind, shape, row.cost.weights, row.cost.multiply_adds, bar(share),
            size_text(row.cost.output_bytes), size_text(row.cost.kept_bytes), sees]


def _print_totals(whole: Cost, analysis: Analysis, batch_size: int, context: Context) -> None:
    memory = network_memory(analysis, batch_size)
    images = counted(batch_size, translate("cli", "1 image"), translate("cli", "{count} images"))
    context.output.text(translate(
        "cli", "\n{weights:,} weights, {multiply_adds:,} multiply-adds an image", weights=whole.weights,
        multiply_adds=whole.multiply_adds))
    context.output.text(
        translate(
            "cli", "{images} a batch: predicting takes {predicting_bytes} beside the weights; learning keeps "
            "{kept_bytes} for the gradients and takes {training_bytes} at most, gradients included", images=images,
            predicting_bytes=size_text(memory.predicting_bytes), kept_bytes=size_text(memory.kept_bytes),
            training_bytes=size_text(memory.training_bytes)))


def print_measurement(graph: NetworkGraph, analysis: Analysis, batch_size: int, context: Context) -> None:
    """Run a few steps and print the milliseconds an image, and the memory a training would take."""
    from cnnstudio.workspace.forecast import forecast_training_bytes
    from cnnstudio.workspace.measure_job import Measured, MeasureJob

    config = TrainConfig(batch_size=batch_size)
    found = context.result(MeasureJob(graph, config), Measured).measurement
    needed = forecast_training_bytes(analysis, config)
    context.output.event(
        "measured", batch_size=batch_size, measured_with=found.measured_with, forward_ms=found.forward_ms,
        training_ms=found.training_ms, threads=found.threads, device=found.device, forecast_training_bytes=needed)
    threads = counted(found.threads, translate("cli", "1 thread"), translate("cli", "{count} threads"))
    reckoned = translate(
        "cli", ", reckoned from steps of {measured_with} images",
        measured_with=found.measured_with) if found.is_reckoned else ""
    context.output.text(
        translate(
            "cli", "\nmeasured with {threads} on {device}{reckoned}: {forward_ms:.2f} ms an image predicting, "
            "{training_ms:.2f} ms learning ({optimizer})\nforecast: training takes about {needed} of memory more than "
            "the program itself", threads=threads, device=found.device, reckoned=reckoned,
            forward_ms=found.forward_ms, training_ms=found.training_ms, optimizer=config.optimizer,
            needed=size_text(needed)))


def bar(share: float) -> str:
    """Return a bar of up to eight cells for a share in [0, 1]; anything above nothing shows."""
    eighths = min(8 * _BAR_CELLS, max(int(share > 0), round(8 * _BAR_CELLS * share)))
    return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")


def size_text(size: int) -> str:
    """Return bytes in the largest unit that leaves a number of at least 1: ``"1.2 MB"``."""
    for limit, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if size >= limit:
            return f"{size / limit:.1f} {unit}"
    return f"{size} B" if size else "0"

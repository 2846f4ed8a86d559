"""The costs a network prints: memory of a batch, a measurement, bars."""

from cnnstudio.cli.network_costs import bar
from cnnstudio.workspace import measure_job


def test_memory_is_that_of_the_chosen_batch(run_cli):
    totals = [run_cli("network", "lenet5", "--batch", batch, "--json").events[0]["total"] for batch in (1, 10)]
    assert totals[1]["kept_bytes"] == 10 * totals[0]["kept_bytes"]
    assert totals[1]["training_bytes"] > totals[1]["predicting_bytes"] > totals[0]["predicting_bytes"]
    assert "10 images a batch: predicting takes" in run_cli("network", "lenet5", "--batch", "10").out


def test_a_measurement_is_printed_when_asked(run_cli, monkeypatch):
    monkeypatch.setattr(measure_job, "TRAINING_S", 0.05)
    monkeypatch.setattr(measure_job, "FORWARD_S", 0.05)
    answer = run_cli("network", "lenet5", "--measure", "--batch", "4", "--json")
    measured = answer.of("measured")[0]
    assert 0 < measured["forward_ms"] < measured["training_ms"]
    assert measured["forecast_training_bytes"] > 5 * 4 * 61_706 - 1     # weights, best, gradients, two means
    assert "ms an image predicting" in run_cli("network", "lenet5", "--measure", "--batch", "4").out


def test_bars_show_the_share_and_no_share_is_empty():
    assert [bar(share) for share in (0, 1e-9, 0.5, 1)] == ["", "▏", "████", "████████"]

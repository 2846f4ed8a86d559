"""The memory of a sweep: each combination is tried once, and what came of it is kept."""

import statistics
from pathlib import Path

import optuna
import pytest

from cnnstudio.errors import InputError, JobCancelledError, StorageError
from cnnstudio.sweeps import study as study_module
from cnnstudio.sweeps.axes import parse_axis
from cnnstudio.sweeps.study import Sweep, address_in, sweep_names
from cnnstudio.sweeps.trial import Trial
from tests.unit.sweeps.plans import plan

GRID = ("optimizer=sgd,adam", "learning_rate=0.001..0.1/3")


@pytest.fixture
def address(tmp_path: Path) -> str:
    return address_in(tmp_path)


def taken(sweep: Sweep) -> Trial:
    trial = sweep.next_trial()
    assert trial is not None
    return trial


def test_two_processes_try_each_combination_of_a_grid_once(address: str):
    one, tried = Sweep.create(address, plan(*GRID)), []
    other = Sweep.open(address, "first")
    while (trial := (one if len(tried) % 2 else other).next_trial()) is not None:
        tried.append(tuple(trial.combination.values()))
        trial.finish([0.5], [f"run {trial.number}"])
    assert sorted(tried) == [(name, rate) for name in ("adam", "sgd") for rate in (0.001, 0.01, 0.1)]
    assert [row.state for row in one.rows()] == 6 * ["finished"]
    assert other.next_trial() is None


def test_a_combination_that_runs_is_not_given_to_another_process(address: str):
    one = Sweep.create(address, plan("optimizer=sgd,adam"))
    other = Sweep.open(address, "first")
    first, second = taken(one), taken(other)
    assert {first.combination["optimizer"], second.combination["optimizer"]} == {"sgd", "adam"}
    assert one.next_trial() is None
    assert other.next_trial() is None


def test_the_last_combination_that_another_process_takes_first_is_not_made_up_anew(
        address: str, monkeypatch: pytest.MonkeyPatch):
    sweep, other = Sweep.create(address, plan("optimizer=sgd")), Sweep.open(address, "first")
    ask = sweep._study.ask

    def be_late() -> optuna.Trial:
        taken(other)
        return ask()

    monkeypatch.setattr(sweep._study, "ask", be_late)
    assert sweep.next_trial() is None
    assert [row.state for row in sweep.rows()] == ["running"]


def test_drawn_values_lie_in_their_ranges_and_do_not_depend_on_who_draws(address: str, tmp_path: Path):
    axes = ("learning_rate=0.0001..0.1", "batch_size=8..64", "optimizer=sgd,adam")
    drawn = []
    for number, share in enumerate((1, 2)):
        where = address_in(tmp_path) if not number else f"sqlite:///{tmp_path / 'other.db'}"
        sweeps = [Sweep.create(where, plan(*axes, method="random", trials=6)), Sweep.open(where, "first")]
        found = []
        for step in range(6):
            trial = taken(sweeps[step % share])
            found.append(trial.combination)
            trial.finish([0.5], [])
        drawn.append(found)
        assert sweeps[0].next_trial() is None
    assert drawn[0] == drawn[1]
    rates, sizes = ([one[name] for one in drawn[0]] for name in ("learning_rate", "batch_size"))
    assert all(0.0001 <= rate <= 0.1 for rate in rates)
    assert all(isinstance(size, int) and 8 <= size <= 64 for size in sizes)
    assert len(set(rates)) == 6
    assert sum(rate < 0.003 for rate in rates) in range(1, 6)  # equal factors: about half lie below the middle


@pytest.mark.bench
def test_bayesian_search_comes_closer_to_the_best_than_drawing_at_random(address: str, tmp_path: Path):
    """The best of a hill at a learning rate of 0.01: after 30 trials, judged by the last 10."""
    distances = {}
    for method, where in (("bayes", address), ("random", f"sqlite:///{tmp_path / 'other.db'}")):
        sweep = Sweep.create(where, plan("learning_rate=0.00001..10", method=method, trials=30))
        found = []
        while (trial := sweep.next_trial()) is not None:
            rate = float(trial.combination["learning_rate"])
            found.append(abs(rate / 0.01 - 1) if rate > 0.01 else abs(0.01 / rate - 1))
            trial.finish([1 / (1 + found[-1])], [])
        distances[method] = statistics.median(found[-10:])
    assert distances["bayes"] < distances["random"] / 2


def test_accuracies_of_several_seeds_are_told_as_mean_and_deviation(address: str):
    sweep = Sweep.create(address, plan("optimizer=sgd,adam", seeds=3))
    trial = taken(sweep)
    trial.finish([0.7, 0.8, 0.9], ["a", "b", "c"])
    row = sweep.row(trial.number)
    assert row.mean == pytest.approx(0.8)
    assert row.deviation == pytest.approx(0.1)  # sqrt((0.01 + 0 + 0.01) / 2)
    assert row.runs == ("a", "b", "c")
    assert sweep.rows()[1].mean is None
    assert sweep.rows()[1].combination == {"optimizer": "adam"}


def test_what_is_put_back_is_tried_again_and_not_listed_twice(address: str):
    sweep = Sweep.create(address, plan("optimizer=sgd"))
    taken(sweep).put_back()
    assert [row.state for row in sweep.rows()] == ["waiting"]
    again = taken(sweep)
    assert again.combination == {"optimizer": "sgd"}
    again.fail(["a run"], "The memory is used up.")
    row, = sweep.rows()
    assert (row.state, row.message, row.runs) == ("failed", "The memory is used up.", ("a run",))


def test_the_combination_of_a_process_that_died_is_tried_again(address: str, monkeypatch: pytest.MonkeyPatch):
    sweep = Sweep.create(address, plan("learning_rate=0.001..0.1", method="random", trials=1))
    dead = taken(sweep)
    assert sweep.next_trial() is None  # it has been heard of just now
    storage = optuna.storages.RDBStorage
    stale = storage._get_stale_trial_ids
    monkeypatch.setattr(storage, "_get_stale_trial_ids", lambda self, study: [dead._trial._trial_id])
    waiting = taken_once(sweep, monkeypatch, stale)
    assert waiting.combination == dead.combination
    assert [row.state for row in sweep.rows()] == ["running"]


def taken_once(sweep: Sweep, monkeypatch: pytest.MonkeyPatch, stale: object) -> Trial:
    trial = taken(sweep)
    monkeypatch.setattr(optuna.storages.RDBStorage, "_get_stale_trial_ids", stale)
    return trial


@pytest.mark.parametrize("prunes", [True, False])
def test_a_combination_that_does_worse_than_most_is_hopeless_after_some_epochs(
        address: str, monkeypatch: pytest.MonkeyPatch, *, prunes: bool):
    monkeypatch.setattr(study_module, "_JUDGED_AFTER_TRIALS", 2)
    sweep = Sweep.create(address, plan("learning_rate=0.001..0.1", method="random", trials=3, prunes=prunes))
    for _ in range(2):
        good = taken(sweep)
        assert not any(good.report(epoch, 0.9) for epoch in range(1, 5))
        good.finish([0.9], [])
    bad = taken(sweep)
    hopeless = [bad.report(epoch, 0.2) for epoch in range(1, 5)]
    assert hopeless == ([False, False, True, True] if prunes else 4 * [False])
    bad.give_up([0.2], ["a run"], "Given up.")
    assert sweep.rows()[-1].state == "pruned"
    assert sweep.rows()[-1].accuracies == (0.2,)


def test_names_are_used_once_and_unknown_ones_are_told_with_those_there_are(address: str):
    Sweep.create(address, plan("optimizer=sgd"))
    assert sweep_names(address) == ("first",)
    with pytest.raises(InputError, match="already"):
        Sweep.create(address, plan("optimizer=adam"))
    with pytest.raises(InputError, match=r"no sweep 'second'.*first"):
        Sweep.open(address, "second")


def test_a_plan_comes_back_as_it_was_and_a_damaged_one_is_refused(address: str):
    made = plan(*GRID, seeds=2, prunes=True)
    assert Sweep.create(address, made).plan == made
    study = optuna.load_study(storage=address, study_name="first")
    study.set_user_attr("plan", {"schema_version": 9})
    with pytest.raises(InputError, match="newer version"):
        Sweep.open(address, "first")


@pytest.mark.parametrize(("where", "said"), [
    ("sqlite:////no such folder/sweeps.db", "unable to open"), ("nothing at all", "no address"),
    ("mysql://nobody@localhost/none", "no address")])
def test_a_database_that_cannot_be_used_is_said_with_the_reason(where: str, said: str):
    with pytest.raises(StorageError, match=said):
        Sweep.create(where, plan("optimizer=sgd"))


def test_a_plan_knows_the_networks_and_augmentations_it_varies():
    with pytest.raises(ValueError, match="network: alexnet"):
        plan("network=lenet5,alexnet")
    with pytest.raises(ValueError, match="once"):
        plan("optimizer=sgd", "optimizer=adam")
    two = plan("augment=none,light", augmentations={"none": {}, "light": {"rotate_deg": 5}})
    assert two.augmentation_of({"augment": "light"}).rotate_deg == 5
    assert two.network_of({"augment": "light"})[0] == "lenet5"
    assert two.trial_count == 2
    assert plan("learning_rate=0.1..1", method="random", trials=9).trial_count == 9
    assert parse_axis("learning_rate=0.1..1").points == 5


def test_what_is_put_back_keeps_its_number_and_what_was_done_of_it(address: str):
    sweep = Sweep.create(address, plan("optimizer=sgd,adam", seeds=2))
    first = taken(sweep)
    first.progress.accuracies, first.progress.runs, first.progress.unfinished = [0.75], ["a"], "b"
    first.progress.seconds = 100.0
    first.put_back()
    assert [(row.number, row.state, row.accuracies, row.runs) for row in sweep.rows()] == [
        (0, "waiting", (0.75,), ("a",)), (1, "waiting", (), ())]
    taken(sweep).finish([0.5, 0.5], ["c", "d"])
    again = taken(sweep)
    assert (again.number, again.combination) == (0, {"optimizer": "sgd"})
    done = again.progress
    assert (done.accuracies, done.runs, done.unfinished) == ([0.75], ["a"], "b")
    again.finish([0.75, 0.85], ["a", "b"])
    row = sweep.row(0)
    assert (row.state, row.mean) == ("finished", pytest.approx(0.8))
    assert row.seconds is not None
    assert 100 <= row.seconds < 160  # what was worked before counts


def test_the_combination_of_a_process_that_died_here_is_taken_back_at_once(address: str):
    sweep = Sweep.create(address, plan("optimizer=sgd,adam"))
    dead, living = taken(sweep), taken(sweep)
    for trial, name in ((dead, "left"), (living, "in use")):
        trial.progress.unfinished = name
        trial.note()
    assert sweep.take_back(lambda name: name == "left") == 1
    assert [row.state for row in sweep.rows()] == ["waiting", "running"]
    dead.finish([1.0], [])  # it was not dead after all, and is not listened to
    assert [row.state for row in sweep.rows()] == ["waiting", "running"]
    assert taken(sweep).progress.unfinished == "left"


def test_how_far_a_running_combination_is_can_be_seen_by_others(address: str):
    sweep = Sweep.create(address, plan("optimizer=sgd"))
    trial = taken(sweep)
    for epoch, accuracy in ((1, 0.3), (2, 0.45)):
        trial.report(epoch, accuracy)
    row, = Sweep.open(address, "first").rows()
    assert (row.state, row.epochs, row.latest) == ("running", 2, 0.45)


def test_a_sweep_that_is_stopped_while_it_is_made_is_not_there(address: str):
    told: list[tuple[int, int]] = []
    with pytest.raises(JobCancelledError):
        Sweep.create(address, plan(*GRID), on_progress=lambda *counts: told.append(counts),
                     should_stop=lambda: len(told) >= 2)
    assert told == [(1, 6), (2, 6)]
    assert sweep_names(address) == ()


def test_a_sweep_of_an_earlier_version_opens_and_goes_on(address: str):
    """Its plan has no key, and its trials note neither place nor seconds."""
    sweep = Sweep.create(address, plan("optimizer=sgd,adam"))
    study = optuna.load_study(storage=address, study_name="first")
    study.set_user_attr("plan", {name: value for name, value in study.user_attrs["plan"].items()
                                 if name not in ("key", "created")})
    trial = study.ask({"optimizer": optuna.distributions.CategoricalDistribution(("sgd", "adam"))})
    for name, value in (("accuracies", [0.9]), ("runs", ["old"]), ("message", "")):
        trial.set_user_attr(name, value)
    study.tell(trial, 0.9)
    sweep = Sweep.open(address, "first")
    assert sweep.plan.group_key == "sweep first"
    row = sweep.row(trial.number)
    assert (row.state, row.mean, row.runs) == ("finished", 0.9, ("old",))
    assert row.seconds is not None
    assert taken(sweep).combination == {"optimizer": "adam"}

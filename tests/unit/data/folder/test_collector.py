"""The search for cycles rests inside and goes on afterwards, whatever happens."""

import gc

import pytest

from cnnstudio.data.folder.collector import held_back


def test_the_collector_rests_until_the_last_one_leaves():
    assert gc.isenabled()
    with held_back():
        with held_back():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_inside_wakes_it():
    with pytest.raises(KeyError), held_back():
        raise KeyError
    assert gc.isenabled()


def test_one_that_was_off_stays_off():
    gc.disable()
    try:
        with held_back():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

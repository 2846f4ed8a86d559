"""Names are cleaned, quoted harmlessly, and answered with the nearest right one."""

import pytest

from cnnstudio.errors import NetworkError
from cnnstudio.network.names import NAME_LIMIT, clean_name, did_you_mean, quoted


@pytest.mark.parametrize(("given", "cleaned"), [
    ("first conv", "first conv"),
    ("  a\n\tb\x00c ", "a bc"),
    ("safe\u202eevil\u2066", "safeevil"),
    ("zero\u200bwidth\ufeff", "zerowidth"),
    ("lone\ud800surrogate", "lonesurrogate"),
    ("Schicht ä 层 🙂", "Schicht ä 层 🙂"),
])
def test_clean_name_drops_what_cannot_be_seen(given, cleaned):
    assert clean_name(given) == cleaned


def test_clean_name_is_cut_at_its_limit():
    assert len(clean_name("x" * 5000)) == NAME_LIMIT


@pytest.mark.parametrize("text", ["", "  \n", "\u202e\u200b"])
def test_clean_name_refuses_a_name_nobody_can_see(text):
    with pytest.raises(NetworkError, match="name"):
        clean_name(text)


@pytest.mark.parametrize("value", [
    "a\nb\u202e", "x" * 10_000, pytest.param(10**5000, id="huge"), {"a": {}}, [1] * 999, None, float("nan")])
def test_quoted_is_short_and_harmless(value):
    text = quoted(value)
    assert len(text) < 80
    assert text.isprintable()


def test_did_you_mean_offers_the_nearest_or_all():
    assert did_you_mean("conv2", ["Conv2d", "Linear"]) == " Did you mean 'Conv2d'?"
    assert did_you_mean("zzz", ["Conv2d", "Linear"]) == " There are: Conv2d, Linear."
    assert did_you_mean("zzz", []) == ""

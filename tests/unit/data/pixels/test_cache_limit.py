"""The limit of the pixel cache comes from the environment, from the user, or from the program, in this order."""

import pytest

from cnnstudio import paths
from cnnstudio.data.pixels.cache_limit import DEFAULT_LIMIT, ENVIRONMENT_NAME, cache_limit, limit_bytes, set_cache_limit
from cnnstudio.errors import InputError


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path))
    monkeypatch.delenv(ENVIRONMENT_NAME, raising=False)


def test_the_users_limit_is_remembered_and_the_environment_comes_first(monkeypatch):
    assert cache_limit() == DEFAULT_LIMIT == 8 * 10**9
    set_cache_limit(2.5)
    assert cache_limit() == 2_500_000_000
    monkeypatch.setenv(ENVIRONMENT_NAME, "0")
    assert cache_limit() == 0


@pytest.mark.parametrize("text", ["", "{}", "[3]", '{"limit_gb": "many"}', '{"limit_gb": -1}', '{"limit_gb": null}'])
def test_a_damaged_file_of_settings_is_taken_as_absent(text):
    (paths.user_data_dir() / "pixel_cache.json").write_text(text)
    assert cache_limit() == DEFAULT_LIMIT


@pytest.mark.parametrize("value", ["many", "-1", "nan", "inf", "200000", ""])
def test_no_usable_number_is_a_sentence_that_names_it(value, monkeypatch):
    with pytest.raises(InputError, match=r"the limit is .* but should be 0 to 100,000 gigabytes"):
        limit_bytes(value, "the limit")
    if value:
        monkeypatch.setenv(ENVIRONMENT_NAME, value)
        with pytest.raises(InputError, match=ENVIRONMENT_NAME):
            cache_limit()

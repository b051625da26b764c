"""Settings: one file, every key optional, every mistake named."""

import pytest

from dateline import settings
from dateline.errors import SettingsError
from dateline.records import Moment


def written(tmp_path, text):
    file = tmp_path / "dateline.toml"
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_the_defaults_hold():
    """No file and no environment give every setting its default."""
    loaded = settings.load(None, {})
    assert loaded.values == {setting.name: setting.default for setting in settings.SETTINGS}
    assert loaded.sources == ()


def test_paths_count_from_the_file(tmp_path):
    """A file can be used from any folder."""
    file = written(tmp_path, 'store = "day.sqlite"\n[[source]]\nname = "Harbour Post"\npath = "post"\n')
    loaded = settings.load(file, {})
    assert loaded.text("store") == str(tmp_path / "day.sqlite")
    assert loaded.sources[0].location == str(tmp_path / "post")


def test_the_environment_wins(tmp_path):
    """DATELINE_TIMEOUT stands above the file."""
    file = written(tmp_path, "timeout = 5\n")
    assert settings.load(file, {"DATELINE_TIMEOUT": "7.5"}).number("timeout") == 7.5


def test_a_day_of_publication_can_be_told(tmp_path):
    """A TOML date is understood as the day of publication of a source."""
    file = written(tmp_path, '[[source]]\npath = "post"\npublished = 2031-05-06\n')
    assert settings.load(file, {}).sources[0].published == Moment.parse("2031-05-06")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "no setting 'colour'"),
        ('timeout = "soon"', "timeout is 'soon'"),
        ('timezone = "Mars/Base"', "Mars/Base"),
        ("= 1", "is no TOML"),
        ("source = 3", "not a list of tables"),
        ("[[source]]\nname = 'a'", "either `path` or `url`"),
        ("[[source]]\npath = 'a'\nroute = 'b'", "no key 'route'"),
        ("[[source]]\npath = 'a'\n[[source]]\npath = 'a'", "two sources are named 'a'"),
        ("[[source]]\npath = 'a'\npublished = 'soon'", "published is 'soon'"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, said):
    """What cannot be used is named, with what would be right."""
    with pytest.raises(SettingsError) as raised:
        settings.load(written(tmp_path, text), {})
    assert said in str(raised.value)
    assert "\n" not in str(raised.value) or "TOML" in str(raised.value)


def test_a_wrong_environment_is_named():
    """A value of the environment is checked like one of the file."""
    with pytest.raises(SettingsError, match="DATELINE_ALLOW_PRIVATE is 'maybe'"):
        settings.load(None, {"DATELINE_ALLOW_PRIVATE": "maybe"})

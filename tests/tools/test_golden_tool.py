"""The golden runs are recorded on purpose alone."""

import pytest

from tools import golden


@pytest.mark.parametrize("words", [["--help"], ["no_such_run"], ["--check"]])
def test_nothing_is_recorded_by_asking_or_by_a_slip(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "run", lambda *_, **__: pytest.fail("it recorded"))
    with pytest.raises(SystemExit):
        golden.main(words)

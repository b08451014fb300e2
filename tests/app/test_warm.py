"""What the compiling child prints is read as progress; anything else is let pass."""

import sys

from game.app.warm import Warmth, child, progress


def test_progress_is_read():
    assert progress("3/12 sight and light\n") == (0.25, "sight and light")


def test_other_lines_are_let_pass():
    assert [progress(line) for line in ("", "hello", "1/0 x", "a/b c", "1 2", "/")] == [None] * 6


def test_the_child_is_this_program(monkeypatch):
    assert child() == [sys.executable, "-m", "game", "_compile"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child() == [sys.executable, "_compile"]


def test_a_child_that_fails_does_not_stop_the_game(monkeypatch):
    monkeypatch.setattr("game.app.warm.child", lambda: [sys.executable, "-c", "print('1/2 a'); import nowhere_at_all"])
    warmth = Warmth()
    warmth._compile()
    assert (warmth.share, warmth.words) == (0.5, "a")
    assert "nowhere_at_all" in warmth.fault

"""The film of a run: which ticks, a GIF that moves, a strip side by side."""

from pathlib import Path

import pytest
from PIL import Image

from game.core.jit import JIT
from tools import film


def test_cuts_are_taken_in_order_and_stepwise() -> None:
    words = film.parser().parse_args(["yard", "--out", "x.gif", "--cut", "40:52", "--cut", "4:10", "--every", "6"])
    assert [list(part) for part in film.cuts(words)] == [[4, 10], [40, 46, 52]]


@pytest.mark.skipif(not JIT, reason="the picture's loops over pixels need the compiler")
def test_a_run_becomes_a_gif_and_a_strip(tmp_path: Path) -> None:
    moving, still = tmp_path / "a.gif", tmp_path / "a.png"
    film.main(["yard", "--out", str(moving), "--from", "3", "--to", "9", "--every", "3", "--size", "96x54"])
    film.main(
        ["yard", "--out", str(still), "--from", "3", "--to", "9", "--every", "3", "--size", "96x54", "--columns", "2"]
    )
    with Image.open(moving) as gif:
        assert (gif.size, getattr(gif, "n_frames", 1)) == ((96, 54), 3)
    with Image.open(still) as strip:
        assert strip.size == (2 * 96 + film.SPACE, 2 * 54 + film.SPACE)

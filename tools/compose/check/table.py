"""The table of limits, printed as it grows; and the files, read as the game reads them."""

import os
from functools import cache

import numpy as np
import numpy.typing as npt

from game.content.music import BUFFER, RATE
from tools.compose.files import HOME
from tools.compose.tone import Sound

NEAR = RATE // 100  # frames
FINEST = 4 / 32767  # -78 dBFS: a smaller step is no joint that anybody hears


class Table:
    """Rows of (what, whether it is inside)."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, bool]] = []

    @property
    def missed(self) -> list[str]:
        return [what for what, good in self.rows if not good]

    def head(self, words: str) -> None:
        """Begin a part."""
        print(f"\n{words}")

    def limit(self, what: str, got: str, want: str, good: bool) -> None:
        """Note and print one limit."""
        self.rows.append((what, bool(good)))
        print(f"  {'PASS' if good else 'FAIL'}  {what:58s} {got:>34s}   want {want}", flush=True)

    def most(self, what: str, found: dict[str, float], top: float, form: str = ".3g") -> None:
        """Note the largest of many and whose it is."""
        worst = max(found, key=found.__getitem__)
        self.limit(what, f"{found[worst]:{form}} ({worst})", f"<= {top:g}", found[worst] <= top)

    def least(self, what: str, found: dict[str, float], floor: float, form: str = ".3g") -> None:
        """Note the smallest of many and whose it is."""
        worst = min(found, key=found.__getitem__)
        self.limit(what, f"{found[worst]:{form}} ({worst})", f">= {floor:g}", found[worst] >= floor)


@cache
def heard(name: str) -> Sound:
    """Return a file [frames, 2] as pygame decodes it, -1..1."""
    import pygame

    if not pygame.mixer.get_init():
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
        pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    frames: npt.NDArray[np.int16] = pygame.sndarray.array(pygame.mixer.Sound(str(HOME / f"{name}.flac")))
    return frames.astype(float) / 32767


def mono(name: str) -> Sound:
    """Return a file as one ear hears it."""
    out: Sound = heard(name).mean(1)
    return out


def seam(x: Sound) -> float:
    """Return the step over a ring's joint against the median step within 10 ms of it, in the worst ear."""
    x = np.atleast_2d(x.T).T
    near = np.concatenate([x[-NEAR:], x[:NEAR]])
    usual = np.maximum(np.median(np.abs(np.diff(near, axis=0)), 0), FINEST)
    return float((np.abs(x[0] - x[-1]) / usual).max())


def db(power: Sound | float) -> Sound:
    """Return power as dB."""
    out: Sound = 10 * np.log10(np.maximum(np.asarray(power), 1e-14))
    return out

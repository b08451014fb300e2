"""Curves as tables: exp, log, sigmoid, power and sine by interpolation, the same bits on every machine.

The values were rounded once from sixty-digit decimals and are shipped as data; no libm is asked at run time.
"""

import hashlib
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np

from game.core.jit import kernel

DATA = Path(__file__).with_name("curves.bin").read_bytes()
HASH = "0807cbc3e654df7b579fcb1960c0d642"
if hashlib.blake2b(DATA, digest_size=16).hexdigest() != HASH:
    raise ImportError("game/core/curves.bin is damaged: install the game again")

_ALL = np.frombuffer(DATA, "<f8").astype(np.float64)
EXP = _ALL[:1025].copy()  # e**-x, x = 0..16 in steps of 1/64
LIGHT = _ALL[1025:1282].copy()  # x**0.8, x = 0..1 in steps of 1/256
SINE = _ALL[1282:2307].copy()  # one turn in 1024 steps
LOG = _ALL[2307:2564].copy()  # ln x, x = 1..2 in steps of 1/256
LN2 = 0.6931471805599453


@kernel
def exp_neg(x: Any) -> Any:
    """Return e**-x for x >= 0 (0 beyond 16), to about 3e-5."""
    if x <= 0.0:
        return 1.0
    if x >= 16.0:
        return 0.0
    t = x * 64.0
    i = int(t)
    return EXP[i] + (EXP[i + 1] - EXP[i]) * (t - i)


@kernel
def sigmoid(x: Any) -> Any:
    """Return 1 / (1 + e**-x)."""
    if x >= 0.0:
        return 1.0 / (1.0 + exp_neg(x))
    e = exp_neg(-x)
    return e / (1.0 + e)


@kernel
def light_power(x: Any) -> Any:
    """Return x**0.8 for x in 0..1: how bright a place looks to an eye."""
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    t = x * 256.0
    i = int(t)
    return LIGHT[i] + (LIGHT[i + 1] - LIGHT[i]) * (t - i)


@kernel
def log(x: Any) -> Any:
    """Return the natural logarithm of x > 0, to about 4e-6; -745 for anything else."""
    if x <= 0.0:
        return -745.0
    n = 0
    while x >= 2.0:
        x *= 0.5
        n += 1
    while x < 1.0:
        x *= 2.0
        n -= 1
    t = (x - 1.0) * 256.0
    i = int(t)
    return n * LN2 + LOG[i] + (LOG[i + 1] - LOG[i]) * (t - i)


def length(x: float, y: float) -> float:
    """Return the length of a vector; sqrt is exact on every machine, hypot is not. For Python: a kernel writes it out."""
    return sqrt(x * x + y * y)


def sine(turns: float) -> float:
    """Return the sine of a whole number of turns (1 = 360 degrees)."""
    t = (turns - int(turns) + 1.0) % 1.0 * 1024.0
    i = int(t)
    return float(SINE[i] + (SINE[i + 1] - SINE[i]) * (t - i))

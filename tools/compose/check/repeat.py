"""The same numbers in two processes with two hash seeds."""

import hashlib
import os
import subprocess
import sys

import numpy as np

from tools.compose.check.table import Table
from tools.compose.files import HOME
from tools.compose.recipes import RECIPES
from tools.compose.tone import dice

CUES = ("shotgun", "step_human_tile", "wipe", "crowd", "scream", "arcade", "melt")


def fingerprint() -> str:
    """Return a fingerprint of a few cues' numbers."""
    numbers = [(RECIPES[name](dice(name)) * 2**20).astype(np.int64).tobytes() for name in CUES]
    return hashlib.sha256(b"".join(numbers)).hexdigest()[:16]


def measure(table: Table) -> None:
    """Compare with another process."""
    table.head("REPEATED")
    source = "from tools.compose.check.repeat import fingerprint; print(fingerprint())"
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", source], env=env, cwd=HOME.parents[1], capture_output=True, text=True, check=True
    ).stdout.split()[-1]
    here = fingerprint()
    table.limit("the same numbers from two processes and hash seeds", here, other, here == other)

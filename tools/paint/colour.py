"""Colour words: hexadecimal strings to numbers, ramps from dark to light, and the types that the painter passes around."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
"""Numbers over a picture, [y, x] or [y, x, 3]."""
Mask = NDArray[np.bool_]
"""Yes or no over a picture, [y, x]."""
Picture = NDArray[np.uint8]
"""Finished pixels, [y, x, 4], [y, x, 3] or, for a grey one, [y, x]."""
Array = NDArray[Any]
"""Whatever numpy's own arithmetic makes of the three above, on the way to one of them."""


def rgb(word: str) -> tuple[int, int, int]:
    """Return the three bytes of a colour written as six hexadecimal digits."""
    return int(word[0:2], 16), int(word[2:4], 16), int(word[4:6], 16)


def colour(word: str) -> Field:
    """Return a colour as three numbers 0..255."""
    return np.array(rgb(word), np.float32)


def ramp(words: str) -> Field:
    """Return a ramp, dark to light: [tones, 3]."""
    return np.array([rgb(word) for word in words.split()], np.float32)

"""Molten steel that seethes round for ever: frames of one seamless tile, each pixel a tone of its ramp; the view lets it drift.

Hot flow with bright veins; a thin skin that dulls it in patches; rafts of crust, dark in the middle, that crack and heal.
"""

import math

import numpy as np
from scipy import ndimage as ndi

from tools.paint.colour import Array, Field
from tools.paint.noise import clouds
from tools.paint.output import Folder

SIZE, FRAMES, ACROSS = 256, 32, 8  # pixels of a tile, frames of the loop, frames in a row of the sheet
TONES = 6
FLOW = 0.6  # how far it is drawn out along its way
CRUST, SKIN = 0.80, 0.56  # where crust begins, and the skin, of their noise
SWAY, SEETHE = 18.0, 9.0  # pixels by which waves bend everything, and by which it all circles
CRACK, GRAIN = 0.034, 0.11  # how wide a crack is, of its noise, and how rough skin and crust are
NAME = "molten.png"


def _soft(seed: int, low: float, high: float, stretch: float, blur: float) -> Field:
    field: Field = ndi.gaussian_filter(
        clouds(seed, 1.5, low=low, high=high, stretch=(stretch * (1 - 0.55 * FLOW), 1 + 0.3 * FLOW), size=SIZE),
        blur,
        mode="wrap",
    )
    return field


def _ridge(field: Array, at: float, wide: float) -> Array:
    ridge: Array = np.exp(-(((field - at) / wide) ** 2))
    return ridge


def frame(number: int) -> Array:
    """Return one frame of the loop: tones 0..TONES - 1, [SIZE, SIZE]."""
    flow, wave, crust = _soft(3, 1, 9, 1.9, 1.5), _soft(4, 2, 14, 1.4, 1.0), _soft(5, 2, 8, 1.6, 2.0)
    skin, cracks, grain = _soft(6, 3, 16, 1.3, 1.0), _soft(8, 5, 22, 1.0, 0.7), clouds(9, 0.5, low=14, size=SIZE)
    turn = 2 * math.pi * number / FRAMES
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    sway = (wave - 0.5) * SWAY

    def drawn(field: Array, phase: float, bend: float, reach: float = SEETHE) -> Array:
        """The field, bent by the waves, on a round of its own."""
        down = reach * math.sin(turn + phase) + bend * np.roll(sway, SIZE // 3, 0) * math.cos(turn + phase + 1)
        along = reach * math.cos(turn + phase) + bend * sway * (1.2 + 0.4 * math.sin(turn + phase))
        moved: Array = ndi.map_coordinates(field, [y + down, x + along], order=1, mode="grid-wrap")
        return moved

    bright, film, raft = drawn(flow, 0.0, 1.0), drawn(skin, 2.1, 0.8), drawn(crust, 4.2, 0.9, SEETHE * 0.6)
    split = drawn(cracks, 4.2, 0.9, SEETHE * 0.6)
    rough = GRAIN * (drawn(grain, 4.2, 0.9, SEETHE * 0.6) - 0.5)
    value = 0.40 + 0.34 * bright + 0.26 * _ridge(bright, 0.5, 0.026)
    value = np.where(film > SKIN, value - 0.12 + rough * 0.4, value) + 0.13 * _ridge(film, SKIN, 0.012)
    thick = np.clip((raft - CRUST) / (1 - CRUST), 0, 1)
    open_ = CRACK * (0.75 + 0.5 * math.sin(turn + 1.3))  # cracks breathe
    veined = _ridge(split, 0.5, open_) + 0.7 * _ridge(split, 0.74, open_ * 0.7)
    crusted = 0.29 - 0.24 * thick**0.6 + rough + (0.46 - 0.22 * thick) * np.clip(veined, 0, 1)
    value = np.where(raft > CRUST, crusted, value + 0.22 * _ridge(raft, CRUST, 0.016))
    tones: Array = np.clip((value * TONES).astype(int), 0, TONES - 1)
    return tones


def paint_molten(folder: Folder) -> None:
    """Paint assets/molten.png: FRAMES tiles in rows of ACROSS, the tone of each pixel as its grey."""
    rows = [np.hstack([frame(r + k) for k in range(ACROSS)]) for r in range(0, FRAMES, ACROSS)]
    folder.picture(NAME, np.vstack(rows))

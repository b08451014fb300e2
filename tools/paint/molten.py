"""Molten steel that flows round for ever: frames of one seamless tile, each pixel a tone of its ramp."""

import numpy as np
from scipy import ndimage as ndi

from tools.paint.colour import Array, Field
from tools.paint.noise import clouds
from tools.paint.output import Folder

SIZE, FRAMES, ACROSS = 256, 32, 8  # pixels of a tile, frames of the loop, frames in a row of the sheet
TONES = 6
FLOW = 0.6  # how far it is drawn out along its way
CRUST = 0.80  # share of the surface that is liquid
NAME = "molten.png"


def _soft(seed: int, low: float, high: float, stretch: float, blur: float) -> Field:
    field: Field = ndi.gaussian_filter(
        clouds(seed, 1.5, low=low, high=high, stretch=(stretch * (1 - 0.55 * FLOW), 1 + 0.3 * FLOW), size=SIZE),
        blur,
        mode="wrap",
    )
    return field


def frame(number: int) -> Array:
    """Return one frame of the loop: tones 0..TONES - 1, [SIZE, SIZE]."""
    flow, wave, crust = _soft(3, 1, 9, 1.9, 1.5), _soft(4, 2, 14, 1.4, 1.0), _soft(5, 2, 8, 1.6, 2.0)
    shift = round(number / FRAMES * SIZE)
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    sway = (wave - 0.5) * 18

    def drawn(field: Array, down: Array, along: Array) -> Array:
        moved: Array = ndi.map_coordinates(np.roll(field, shift, 1), [y + down, x + along], order=1, mode="grid-wrap")
        return moved

    bright = drawn(flow, np.roll(sway, -shift, 1) * 0.5, np.roll(sway, shift, 1))
    raft = drawn(crust, sway * 0.4, sway)
    vein = np.exp(-(((bright - 0.5) / 0.028) ** 2))
    rim = np.exp(-(((raft - CRUST) / 0.018) ** 2))
    thick = 1 - np.clip((raft - CRUST) / (1 - CRUST), 0, 1)
    value = np.where(raft > CRUST, 0.10 + 0.16 * thick + 0.2 * vein, 0.36 + 0.34 * bright + 0.30 * vein + 0.2 * rim)
    tones: Array = np.clip((value * TONES).astype(int), 0, TONES - 1)
    return tones


def paint_molten(folder: Folder) -> None:
    """Paint assets/molten.png: FRAMES tiles in rows of ACROSS, the tone of each pixel as its grey."""
    rows = [np.hstack([frame(r + k) for k in range(ACROSS)]) for r in range(0, FRAMES, ACROSS)]
    folder.picture(NAME, np.vstack(rows))

"""The clay of a face: its measures, and the bust that they are sculpted on."""

from dataclasses import dataclass

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Array
from tools.paint.ramps import Material

PARTS = (
    *("skin", "lip", "hair", "brow", "eye", "iris", "dark"),
    *("cloth", "cloth2", "shirt", "strap", "badge", "glass", "metal", "red"),
)
BASE = 60.0  # depth of the skull's middle, so that all is above the ground
SIZE = 96  # the size that all measures are given in
SAMPLES = 4
EYE_Y, EYE_X = -1.0, 8.3


@dataclass(frozen=True, kw_only=True)
class Face:
    """Measures of one face, in pixels of a 96 px portrait.

    wide, tall     half sizes of the skull; jaw, jaw_y, chin, chin_y: of the lower face
    brow, socket, hollow   how far the brow stands out, the eyes lie back, the cheeks sink
    shoulders, neck, raise the trunk; raise shortens the neck
    hair, wear     style and clothes; shades, damage: what hides or opens the eyes;
                   damage 1 skin torn from a red eye, 2 an arm gone as well, 3 no light in the eye
    pale           brightness of a material, where it differs
    """

    wide: float = 19.5
    tall: float = 23.5
    jaw: float = 14.5
    jaw_y: float = 15.0
    chin: float = 5.5
    chin_y: float = 0.0
    brow: float = 2.2
    socket: float = 5.0
    hollow: float = 2.2
    shoulders: float = 40.0
    neck: float = 12.5
    raise_: float = 0.0
    tendons: bool = True
    hair: str = "side"
    fine: float = 1.0
    wear: str = "jacket"
    shades: bool = False
    damage: int = 0
    chrome: bool = False
    eye_wide: float = 4.3
    eye_tall: float = 2.0
    lid: float = 0.25
    eye_slant: float = 0.03
    nose: float = 8.0
    mouth_y: float = 15.2
    mouth_wide: float = 7.0
    smile: float = 0.0
    open_: float = 0.0
    eyebrow: float = 1.15
    eyebrow_lift: float = 0.0
    eyebrow_slant: float = 0.0
    gaze: float = 0.0
    moustache: float = 0.0
    pale: tuple[tuple[str, float], ...] = ()
    hair_gleam: float = 0.5


class Bust:
    """A face on the clay, with the tools that faces need."""

    def __init__(self, face: Face, size: int = SIZE) -> None:
        plain = {part: Material(tones="000000 ffffff") for part in PARTS}
        middle = (size / 2, size * 0.49)
        self.clay = Clay(size, size, plain, samples=SAMPLES, unit=size / SIZE, middle=middle)
        self.face = face
        self.dice = np.random.default_rng(7)

    def carve(self, x: float, y: float, sx: float, sy: float, depth: float, *parts: str) -> None:
        """Press a soft hollow into the skin (or into other parts)."""
        c = self.clay
        dent = depth * np.exp(-(((c.x - x) / sx) ** 2 + ((c.y - y) / sy) ** 2))
        c.height = np.where(c.has(*(parts or ("skin", "lip"))), c.height - dent, c.height).astype(np.float32)

    def lay_back(self, height: Array, stuff: Array, bad: Array) -> None:
        """Undo what was laid since a moment, where it went too far."""
        c = self.clay
        c.height = np.where(bad, height, c.height).astype(np.float32)
        c.stuff = np.where(bad, stuff, c.stuff).astype(np.uint8)

"""What falls from the sky where there is no roof, or one of glass: one direction, long shadows, cold at night."""

import numpy as np

from game.level.data import Level
from game.view.pixels import METRE, Floats, Mask, hexc
from game.view.smooth import gauss, grown
from game.view.things import height, standing, trunk_of

# materials that lie under the open sky
ROOFLESS = ("asphalt", "grass", "paving", "sand", "water", "road", "verge", "scrub")
ROOFS = ("canopy", "bridge")  # overhead tiles that keep it out
HOURS = {"night": ("86aef0", 0.46), "dusk": ("b48ab0", 0.22), "dawn": ("e8aa8c", 0.55), "day": ("fff0d8", 0.42)}
DAWN = "dawn"
FALL = 0.55, 0.84  # the way shadows fall, unit
LOW_FALL, LOW_LENGTH = (-0.95, 0.31), 9.0  # and at dawn: the sun stands low in the east
# the overhead tile that lets it through; half-size pixels between two bars; their dark
GLASS, PANES, BAR = "skylight", 16, 0.5
SHAFT, SLANT = 0.34, 15  # how much comes through, and how far it is thrown (half-size pixels)
LENGTH, WALL_TALL = 4.6, 3.0  # half-size pixels of shadow for a metre of height; metres


def skylight(level: Level) -> Floats:
    """Return what the sky adds to the light, [h, w, 3] at half size."""
    fall, length = (LOW_FALL, LOW_LENGTH) if level.hour == DAWN else (FALL, LENGTH)
    bare = _bare(level)
    shade = np.zeros(bare.shape, bool)
    wall = grown(level.ground.wall > 0, METRE // 4)
    _throw(shade, wall, WALL_TALL, fall, length)
    for p in standing(level):
        tall = height(p)
        x0, y0, x1, y1 = (max(0, round(side / 2)) for side in trunk_of(p))
        own = shade[y0:y1, x0:x1].copy()  # nothing lies in its own shadow
        for k in range(1, round(length * tall) + 1):
            dx, dy = round(fall[0] * k), round(fall[1] * k)
            shade[y0 + dy : y1 + dy, max(0, x0 + dx) : max(0, x1 + dx)] = True
        shade[y0:y1, x0:x1] = own
    lit = gauss((bare & ~shade).astype(np.float32), 1.2)
    tone, power = HOURS.get(level.hour, HOURS["night"])
    out = (lit * np.float32(power) + _shafts(level, wall))[..., None] * (
        np.array(hexc(tone), np.float32) / np.float32(255)
    )
    return out.astype(np.float32)


def _shafts(level: Level, wall: Mask) -> Floats:
    """Return what comes through glass roofs, slanted; nothing where there are none."""
    return gauss((_under_glass(level) & ~wall).astype(np.float32), 0.9) * np.float32(SHAFT)


def bars(level: Level) -> Floats:
    """Return what the frames of glass roofs leave of the light under them, [h, w] at half size: 1 where there are none."""
    roof = _under_glass(level)
    frames = np.zeros(roof.shape, bool)
    frames[::PANES], frames[:, ::PANES] = True, True
    frames = np.roll(frames, (round(FALL[1] * SLANT), round(FALL[0] * SLANT)), (0, 1))
    return 1 - gauss((frames & roof).astype(np.float32), 0.7) * np.float32(BAR)


def _under_glass(level: Level) -> Mask:
    """Mark the half-size pixels on which the light from a glass roof falls."""
    rows, columns = level.floor.shape
    cells = np.zeros((rows, columns), bool)
    for spot in level.overhead:
        if spot.kind == GLASS and 0 <= spot.y < rows and 0 <= spot.x < columns:
            cells[spot.y, spot.x] = True
    panes = grown(cells, METRE // 2)
    dx, dy = round(FALL[0] * SLANT), round(FALL[1] * SLANT)
    thrown = np.roll(panes, (dy, dx), (0, 1))
    thrown[:dy], thrown[:, :dx] = False, False
    return thrown


def _bare(level: Level) -> Mask:
    """Mark the half-size pixels that lie under the open sky; walls do where their neighbours do not matter."""
    open_air = [i + 1 for i, name in enumerate(level.materials) if name in ROOFLESS]
    cells = np.isin(level.floor, open_air)
    for spot in level.overhead:
        if spot.kind in ROOFS and 0 <= spot.y < cells.shape[0] and 0 <= spot.x < cells.shape[1]:
            cells[spot.y, spot.x] = False
    return grown(cells, METRE // 2)


def _throw(shade: Mask, solid: Mask, tall: float, fall: tuple[float, float], length: float) -> None:
    """Add the shadow of what is solid, `tall` metres high, one step after another the way that shadows fall (down)."""
    h, w = solid.shape
    for k in range(1, round(length * tall) + 1):
        dx, dy = round(fall[0] * k), round(fall[1] * k)
        if dx >= 0:
            shade[dy:, dx:] |= solid[: h - dy, : w - dx]
        else:
            shade[dy:, :dx] |= solid[: h - dy, -dx:]

"""What hangs over heads: skylight, beam, bridge, awning and crane track, as 32 px tiles that join sideways."""

from collections.abc import Callable

import numpy as np

from tools.paint.clay import Clay
from tools.paint.colour import Picture, colour, ramp
from tools.paint.hoists import HOISTS
from tools.paint.noise import clouds
from tools.paint.output import Folder
from tools.paint.ramps import stuff
from tools.paint.shading import SMOOTH, picture
from tools.paint.stains import TILE, X, Y

LONG = 96  # strips are sculpted longer than a tile and cut, so that their ends join


def _middle(clay: Clay) -> Picture:
    cut = (LONG - TILE) // 2
    return picture(clay, SMOOTH)[:, cut : cut + TILE]


def _strip() -> Clay:
    return Clay(LONG, TILE, stuff("steel", "gun", "grey", "yellow", "line", "rust", "bumper"), samples=3)


def skylight() -> Picture:
    """Panes in bars, faint enough to see the floor through: one pane a tile, quartered by thin glazing bars."""
    frame = (X < 2) | (Y < 2)
    thin = (X == 16) | (Y == 16)
    tone = np.where(frame[..., None], colour("5c7288"), colour("c4d2f4"))
    tone = np.where(((X == 0) | (Y == 0))[..., None], colour("a8bccc"), tone)
    tone = np.where((thin & ~frame)[..., None], colour("8299ab"), tone)
    band = (X + Y) % 32
    streak = np.where(band < 5, 62, np.where((band > 7) & (band < 9), 46, 26))
    alpha = np.where(frame, 225, np.where(thin, 130, streak))
    return np.dstack([tone, alpha]).astype(np.uint8)


def beam() -> Picture:
    """A lattice girder: two chords, and struts with air between them."""
    clay = _strip()
    for y in (-7.0, 7.0):
        clay.box((0, y, 10), (LONG, 2.0, 5), "steel", round_=0, bevel=0.9)
    for x in range(-LONG // 2, LONG // 2 + 1, 16):
        clay.limb((x - 8, -6, 12), (x, 6, 12), 1.1, 1.1, "steel")
        clay.limb((x, 6, 12), (x + 8, -6, 12), 1.1, 1.1, "steel")
        for at, y in ((x, 7.0), (x + 8, -7.0)):
            clay.box((at, y, 11), (2.6, 2.2, 5), "gun", round_=0.8, bevel=0.6)
            clay.ball((at, y, 16), 0.8, "bumper")
    return _middle(clay)


def bridge() -> Picture:
    """A catwalk: grating between two rails."""
    tones = ramp("191f29 2b3542 384452 4a5868 7a8ea2")
    out = np.zeros((TILE, TILE, 4), np.uint8)
    grid = ((X % 4 == 0) | (Y % 4 == 0)) & (Y > 2) & (Y < 29)
    tone = np.where((X % 4 == 0)[..., None], tones[3], tones[2])
    out[..., :3], out[..., 3] = tone, np.where(grid, 255, np.where((Y > 2) & (Y < 29), 110, 0))
    out[~grid, :3] = tones[0]
    for y in (1, 29):
        out[y, :] = (*tones[4].astype(int), 255)
        out[y + 1, :] = (*tones[1].astype(int), 255)
    return out


def canopy() -> Picture:
    """A striped awning, scalloped by its ribs."""
    wear = clouds(7, 1.2, size=TILE)
    stripe = (X // 8) % 2 == 0
    round_ = 0.80 + 0.26 * np.sin((X % 8 + 0.5) / 8 * np.pi)
    tone = np.where(stripe[..., None], colour("1f6660"), colour("9fb6b4"))
    shade = round_ * (1.06 - 0.22 * Y / TILE) * (0.92 + 0.14 * wear)
    shade = np.where(X % 8 == 0, shade * 0.72, shade)
    out = np.dstack([np.clip(tone * shade[..., None], 0, 255), np.full((TILE, TILE), 255)])
    out[0, :, :3] *= 1.2
    out[-1, :, :3] *= 0.5
    return out.clip(0, 255).astype(np.uint8)


def crane() -> Picture:
    """One striped rail of an overhead crane."""
    clay = _strip()
    clay.box((0, 0, 10), (LONG, 7, 6), "yellow", round_=0, bevel=1.2)
    u, v = clay.local()
    clay.paint(((u + v) % 16) < 8, "line", "yellow")
    clay.box((0, 0, 12), (LONG, 1.8, 6), "bumper", round_=0, bevel=0.8)
    return _middle(clay)


OVERHEAD: dict[str, Callable[[], Picture]] = {
    "skylight": skylight,
    "beam": beam,
    "bridge": bridge,
    "canopy": canopy,
    "crane": crane,
}


def paint_overhead(folder: Folder) -> None:
    """Paint assets/overhead."""
    for name, painter in (OVERHEAD | HOISTS).items():
        folder.picture(f"overhead/{name}.png", painter())

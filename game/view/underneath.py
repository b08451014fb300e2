"""The shade on the floor of what hangs overhead: cranes, girders, chains, bridges; laid at load."""

import numpy as np

from game.level.data import Level
from game.view import assets
from game.view.pixels import METRE, Floats, over
from game.view.smooth import gauss, twice

DROP_X, DROP_Y = 7, 11  # pixels to where it falls
SOFT = 2.2  # half-size pixels of blur
STRONG = 0.42
CLEAR = ("skylight",)  # lets light through


def lay(rgb: Floats, level: Level) -> None:
    """Darken the floor under every overhead tile."""
    spots = [spot for spot in level.overhead if spot.kind not in CLEAR]
    if not spots:
        return
    h, w = rgb.shape[:2]
    shade = np.zeros((h // 2 + 1, w // 2 + 1), np.float32)
    for spot in spots:
        picture = assets.turned(f"overhead/{spot.kind}.png", spot)
        if picture is not None:
            small = picture[::2, ::2, 3:]
            stamp = np.dstack((np.full(small.shape, 1, np.uint8), small))
            x, y = (spot.x + 0.5) * METRE + DROP_X, (spot.y + 0.5) * METRE + DROP_Y
            over(shade[..., None], stamp, x / 2, y / 2)
    rgb *= (1 - STRONG * twice(gauss(shade, SOFT), h, w))[..., None]

"""The kerb of brick and steel round a straight bath of molten steel, laid on the floor at load."""

import numpy as np
import numpy.typing as npt

from game.level.data import Level
from game.view.pixels import METRE, Floats, Mask, hexc
from game.view.smooth import distance, grown
from game.view.steel import GRATING, STEEL, is_round, parts, tiles

Ints = npt.NDArray[np.int64]
WIDE = 12  # pixels of the whole kerb
HOT, BRICKS = 2, 10  # where its glowing lip ends, and its bricks
BRICK, BACK = 11, 4  # pixels of a brick along the bath, and by how much every other row is shifted
LIP, CLAY, JOINT, STEEL_RIM, FOOT = (hexc(c) for c in ("e85a14", "8a4424", "4a2214", "aab4bc", "2a2a30"))


def lay(rgb: Floats, level: Level) -> None:
    """Lay the kerb of every bath that is not round; a grating over it stays free."""
    pit = tiles(level, STEEL)
    free = tiles(level, GRATING) | (level.floor == 0)
    for part in parts(pit):
        if is_round(part):
            continue
        ys, xs = np.nonzero(part)
        top, left = max(0, int(ys.min()) - 1), max(0, int(xs.min()) - 1)
        cut = np.s_[top : int(ys.max()) + 2, left : int(xs.max()) + 2]
        far = distance(grown(part[cut], METRE), WIDE + 1)
        place = rgb[top * METRE : top * METRE + far.shape[0], left * METRE : left * METRE + far.shape[1]]
        here = (far > 0) & (far <= WIDE) & ~grown(free[cut] | (pit & ~part)[cut], METRE)
        tone = _tones(far, _along(part[cut]))
        place[here] = tone[here]


def _along(part: Mask) -> Ints:
    """Return how far along the bath's edge each pixel lies: across beside its long sides, down beside its ends."""
    h, w = part.shape[0] * METRE, part.shape[1] * METRE
    y, x = np.mgrid[0:h, 0:w]
    rows = np.nonzero(part.any(1))[0]
    level_with = (y >= rows[0] * METRE) & (y < (rows[-1] + 1) * METRE)
    along: Ints = np.where(level_with, y, x)
    return along


def _tones(far: Floats, along: Ints) -> Floats:
    """Colour the kerb by the distance from the steel."""
    row = (far - HOT) // 4
    joint = ((along + row * BACK) % BRICK < 1) | (np.abs((far - HOT) % 4) < 1)
    out = np.where(joint[..., None], JOINT, CLAY).astype(np.float32)
    out = np.where((far <= HOT)[..., None], LIP, out)
    out = np.where((far > BRICKS)[..., None], STEEL_RIM, out)
    out = np.where((far > WIDE - 1)[..., None], FOOT, out)
    return out.astype(np.float32)

"""The fall, as geometry: where a body that a grenade throws comes down, and where to stand so that this is in the steel."""

from functools import lru_cache
from math import sqrt

from game.agent.doors import screens
from game.agent.percept import Percept
from game.bots.memory import BotMemory
from game.core.curves import length
from game.core.ground import Ground
from game.core.sight import clear

FLING, TORN_WITHIN = 3.0, 2.0  # metres: how far it is thrown, and which rails the blast tears (a test holds them)
DEEP, DEEPER = 0.7, 1.1  # metres of steel wanted all round the place where it comes down, and what is better
BY_THE_STEEL = 0.8  # metres: what stands so near molten steel and lets shots pass is a rail
LOW = 1.2  # metres
STEPS = 15  # looks along the flight
AHEAD, BEHIND = 3.2, 0.45  # no shot with the boy so near in front: metres, cosine
ARMS = (2.6, 3.4, 1.8)  # metres from it at which to stand, best first
WAYS = tuple(
    (c / sqrt(c * c + s * s), s / sqrt(c * c + s * s))
    for c, s in ((i, j) for i in range(-3, 4) for j in range(-3, 4) if max(abs(i), abs(j)) == 3)
)


@lru_cache(maxsize=8)
def has_steel(ground: Ground) -> bool:
    """Say whether there is molten steel to fall into."""
    return bool(ground.pit.any())


def over_steel(ground: Ground, x: float, y: float) -> bool:
    """Say whether a place lies over molten steel."""
    row, col = int(y * 2), int(x * 2)
    return 0 <= row < ground.pit.shape[0] and 0 <= col < ground.pit.shape[1] and bool(ground.pit[row, col])


@lru_cache(maxsize=256)
def nearest_steel(ground: Ground, x: float, y: float) -> tuple[float, float]:
    """Return the place over molten steel that is nearest to another."""
    cells = ((c / 2 + 0.25, r / 2 + 0.25) for r, c in zip(*(n.tolist() for n in ground.pit.nonzero()), strict=True))
    return min(cells, key=lambda p: length(p[0] - x, p[1] - y))


@lru_cache(maxsize=8)
def rails(ground: Ground) -> tuple[tuple[float, float, float, float], ...]:
    """Return the rails round the steel as x0, y0, x1, y1: low things that stand beside it."""
    found = []
    for k, (x0, y0, x1, y1) in enumerate(ground.blocks.tolist()):
        near = [(x0 - BY_THE_STEEL, (y0 + y1) / 2), (x1 + BY_THE_STEEL, (y0 + y1) / 2)]
        near += [((x0 + x1) / 2, y0 - BY_THE_STEEL), ((x0 + x1) / 2, y1 + BY_THE_STEEL)]
        if ground.block_height[k] < LOW and any(over_steel(ground, x, y) for x, y in near):
            found.append((x0, y0, x1, y1))
    return tuple(found)


@lru_cache(maxsize=8)
def stops(ground: Ground) -> tuple[tuple[float, float, float, float], ...]:
    """Return what would stop a flying body for good."""
    torn = rails(ground)
    return tuple(b for b in (tuple(row) for row in ground.blocks.tolist()) if b not in torn)


def inside(box: tuple[float, float, float, float], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def gap(box: tuple[float, float, float, float], x: float, y: float) -> float:
    return float(length(x - min(max(x, box[0]), box[2]), y - min(max(y, box[1]), box[3])))


def falls(ground: Ground, x: float, y: float, dx: float, dy: float, deep: float = DEEP) -> bool:
    """Say whether a body that is thrown from a place along a unit vector comes down well inside the steel."""
    px, py = x + dx * FLING, y + dy * FLING
    ring = ((deep, 0.0), (-deep, 0.0), (0.0, deep), (0.0, -deep))
    return all(over_steel(ground, px + ox, py + oy) for ox, oy in ring) and flies(ground, x, y, dx, dy)


def flies(ground: Ground, x: float, y: float, dx: float, dy: float) -> bool:
    """Say whether nothing stops it on the way: no wall, no prop, no rail that the blast leaves standing."""
    for i in range(1, STEPS + 1):
        px, py = x + dx * FLING * i / STEPS, y + dy * FLING * i / STEPS
        row, col = int(py * 2), int(px * 2)
        if not (0 <= row < ground.wall.shape[0] and 0 <= col < ground.wall.shape[1]) or ground.wall[row, col]:
            return False
        if any(inside(b, px, py) for b in stops(ground)):
            return False
        if any(inside(b, px, py) and gap(b, x, y) >= TORN_WITHIN for b in rails(ground)):
            return False
    return True


def in_line(percept: Percept, memory: BotMemory, at: tuple[float, float], foe: tuple[float, float]) -> bool:
    """Say whether a grenade fired from one place at another throws what stands there into the steel, past nobody."""
    dx, dy = foe[0] - at[0], foe[1] - at[1]
    d = length(dx, dy)
    if d < 0.5 or not falls(percept.ground, *foe, dx / d, dy / d):
        return False
    ward = memory.ward
    wx, wy = ward.x - at[0], ward.y - at[1]
    far = length(wx, wy)
    return bool(far > AHEAD or (wx * dx + wy * dy) < BEHIND * far * d)


def stand(percept: Percept, memory: BotMemory, foe: tuple[float, float]) -> tuple[float, float] | None:
    """Return the nearest place from which a grenade at `foe` throws it into the steel, None if there is none."""
    me, ground, view = percept.me, percept.ground, screens(percept)
    best, least = None, 1e9
    for dx, dy in WAYS:
        if not falls(ground, *foe, dx, dy):
            continue
        shallow = 0.0 if falls(ground, *foe, dx, dy, DEEPER) else 0.5
        for k, arm in enumerate(ARMS):
            x, y = foe[0] - dx * arm, foe[1] - dy * arm
            cost = length(x - me.x, y - me.y) + 0.4 * k + shallow
            if cost < least and ground.free(x, y) and clear(view, x, y, *foe) and in_line(percept, memory, (x, y), foe):
                best, least = (x, y), cost
    return best

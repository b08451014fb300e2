"""Where the hunter thinks he is: its particles as a glow over the picture, and the whole map of them in a corner."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.core.ground import Ground
from game.view import stamps
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, Colour, H, W, hexc

if TYPE_CHECKING:
    from game.session import Session

GLOW: Colour = hexc("ff3a2a")
RADIUS, STEPS, BRIGHT = 26, 6, 0.7  # pixels, strengths, the brightest
FULL = 0.06  # share of belief in one place that glows brightest
WIDE, TALL = 150, 100  # pixels of the map in the corner, at most
WALL, FLOOR = (52, 66, 86), (12, 16, 26)
HEAT = 9.0  # how fast a cell of the map gets hot with belief
US: Colour = hexc("6ec8ff")
BOY: Colour = hexc("ffb347")
IT: Colour = hexc("f4fdff")


def particles(session: "Session") -> tuple[Any, Any]:
    """Return half cells and their shares of belief, both empty while it has him in sight or has no belief."""
    memory = session.world.memories.get(session.hunter)
    prey = getattr(memory, "prey", None)
    if prey is None or prey.fixed or not len(getattr(prey, "cell", ())):
        return np.zeros(0, np.int64), np.zeros(0)
    cells, place = np.unique(prey.cell, return_inverse=True)
    shares = np.bincount(place, weights=prey.weight)
    return cells.astype(np.int64), shares / max(1e-12, float(shares.sum()))


def draw(frame: pygame.Surface, session: "Session", cam: Camera) -> None:
    """Let every place glow by how much of its belief lies there."""
    cells, shares = particles(session)
    columns = session.world.ground.wall.shape[1]
    for cell, share in zip(cells.tolist(), shares.tolist(), strict=True):
        x, y = (cell % columns + 0.5) * METRE / 2 - cam.x, (cell // columns + 0.5) * METRE / 2 - cam.y
        if -RADIUS < x < W + RADIUS and -RADIUS < y < H + RADIUS:
            step = 1 + min(STEPS - 1, int(share / FULL * STEPS))
            picture = stamps.glow(RADIUS, GLOW, BRIGHT * step / STEPS)
            frame.blit(picture, (int(x) - RADIUS, int(y) - RADIUS), special_flags=ADD)


def map_of(session: "Session") -> pygame.Surface:
    """Return the whole map, small: walls, belief, and where the three are."""
    world, ground = session.world, session.world.ground
    scale = scale_of(ground)
    rows, columns = ground.wall.shape
    picture = np.where(ground.wall[..., None] > 0, WALL, FLOOR).astype(np.float32)
    cells, shares = particles(session)
    heat = np.zeros(rows * columns, np.float32)
    heat[cells] = 1.0 - np.exp(-shares * HEAT / FULL)
    picture += heat.reshape(rows, columns)[..., None] * np.array(GLOW, np.float32)
    made = pygame.Surface((columns, rows))
    pygame.surfarray.blit_array(made, np.clip(picture, 0, 255).astype(np.uint8).transpose(1, 0, 2))
    size = max(1, round(columns * scale)), max(1, round(rows * scale))
    made = pygame.transform.smoothscale(made, size)
    b = world.b
    for slot, colour in ((session.player, US), (session.ward, BOY), (session.hunter, IT)):
        if slot >= 0 and b.here[slot]:
            made.fill(colour, (round(b.x[slot] * 2 * scale) - 1, round(b.y[slot] * 2 * scale) - 1, 3, 3))
    return made


def scale_of(ground: Ground) -> float:
    """Return how many pixels of the small map a half cell takes."""
    rows, columns = ground.wall.shape
    return float(min(WIDE / columns, TALL / rows))


def mark(frame: pygame.Surface, session: "Session", cam: Camera) -> None:
    """Mark where it really is, on the screen or at its edge."""
    b, slot = session.world.b, session.hunter
    if slot < 0 or not b.here[slot]:
        return
    x, y = b.x[slot] * METRE - cam.x, b.y[slot] * METRE - cam.y
    px, py = int(min(W - 8, max(8, x))), int(min(H - 8, max(8, y)))
    away = (px, py) != (int(x), int(y))
    points = [(px, py - 7), (px + 7, py), (px, py + 7), (px - 7, py)]
    pygame.draw.polygon(frame, IT, points, 0 if away else 1)

"""What is hot but no bath: slabs, ingots, moulds, ladles glow into the air, spit embers, and make it tremble."""

import math
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.level.data import Level
from game.view import stamps
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, Colour, H, W, hexc, opaque
from game.view.sparks import Sparks

if TYPE_CHECKING:
    from game.session import Session

# prop: metres that its glow reaches
HOT = {"slabs": 1.9, "ingot": 1.3, "mould": 1.2, "ladle": 2.2, "furnace": 2.0, "hotbed": 1.6}
TONE: Colour = hexc("ff7a20")
BRIGHT = (120.0, 84.0, 30.0)  # what a bright length adds
POWER, PULSE = 0.15, 0.03  # strength of a glow, and how far it breathes
PERIOD = 97  # ticks of a breath
EMBERS = 0.004  # chance a tick that one throws up an ember, near the screen
NEAR = 80  # pixels beyond the screen
TREMBLE, ROWS, SPAN = 1.2, 3, 34  # pixels that air trembles, rows of pixels that move as one, pixels above a thing
# pixels a tick that steel runs through the rolls; pixels of a bright length of it, and to its edge
RUNS, BAND, INSIDE = 0.7, 26, 7
RISE, WAVE = 0.21, 0.31  # how fast the waves climb, and how close they lie


class Heat:
    """The hot things of a level, and the air over them and over its baths (boxes of world pixels)."""

    def __init__(self, level: Level, baths: list[pygame.Rect], sparks: Sparks, rng: np.random.Generator) -> None:
        self._sparks, self._rng = sparks, rng
        self._things = [
            ((p.x + p.w / 2) * METRE, (p.y + p.h / 2) * METRE, round(HOT[p.kind] * METRE), p.id, p.name)
            for p in level.props
            if p.kind in HOT
        ]
        self._air = [box.inflate(8, 12).move(0, -4) for box in baths]
        self._air += [
            pygame.Rect(int(p.x * METRE), int(p.y * METRE) - SPAN // 2, int(p.w * METRE), int(p.h * METRE) + SPAN // 2)
            for p in level.props
            if p.kind in ("slabs", "ladle", "furnace")
        ]
        self._scratch = pygame.Surface((W, H))
        boxes = [pygame.Rect(*(int(v * METRE) for v in (p.x, p.y, p.w, p.h))) for p in level.props if p.kind == "slabs"]
        self._running = [(box, _band(box.h - 2 * INSIDE)) for box in boxes]

    def step(self, cam: Camera) -> None:
        """Throw up an ember here and there."""
        if not self._things or self._rng.random() > EMBERS * len(self._things) * 4:
            return
        x, y, reach, _, _ = self._things[int(self._rng.integers(len(self._things)))]
        if -NEAR < x - cam.x < W + NEAR and -NEAR < y - cam.y < H + NEAR:
            self._sparks.emit(x, y, 2, -math.pi / 2, 1.2, (14, reach), "warm", (0.3, 1.0))

    def tremble(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Move rows of the picture sideways over whatever is hot: a wave that climbs."""
        for air in self._air:
            box = air.move(-cam.x, -cam.y).clip(frame.get_rect())
            if box.w < 8 or box.h < 4:
                continue
            self._scratch.blit(frame, box.topleft, box)
            rows = []
            for y in range(box.top, box.bottom - ROWS + 1, ROWS):
                world = y + cam.y
                dx = round(TREMBLE * math.sin(world * WAVE + tick * RISE) * math.sin(world * 0.083 - tick * 0.047))
                if dx:
                    rows.append((self._scratch, (box.left + dx, y), (box.left, y, box.w, ROWS)))
            frame.blits(rows, doreturn=False)

    def run(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Let the steel between the rolls run: bright lengths of it pass."""
        for box, band in self._running:
            here = box.move(-cam.x, -cam.y)
            if not here.colliderect(frame.get_rect()):
                continue
            for start in (0, (box.w + BAND) // 2):
                x = int(tick * RUNS + start + box.x) % (box.w + BAND) - BAND
                left, right = max(0, -x), min(BAND, box.w - x)
                if right > left:
                    part = left, 0, right - left, band.get_height()
                    frame.blit(band, (here.x + x + left, here.y + INSIDE), part, special_flags=ADD)

    def glow(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Add the glow of every hot thing near the screen, wherever it has rolled or swung."""
        out, tick, rolled = [], session.world.tick, session.world.state.rolled
        for x0, y0, r, number, name in self._things:
            x, y = (rolled[name][0] * METRE, rolled[name][1] * METRE) if name in rolled else (x0, y0)
            px, py = int(x) - cam.x - r, int(y) - cam.y - r
            if -2 * r < px < W and -2 * r < py < H:
                power = POWER + PULSE * round(2 * math.sin((tick + number * 31) * 2 * math.pi / PERIOD)) / 2
                out.append((stamps.glow(r, TONE, power), (px, py)))
        if out:
            frame.fblits(out, ADD)


def _band(tall: int) -> pygame.Surface:
    """Return a bright length of steel, to be added: strongest at its head."""
    x = np.linspace(0.0, 1.0, BAND)[None, :, None] ** 2
    edge = np.minimum(1.0, np.minimum(np.arange(tall), np.arange(tall)[::-1])[:, None, None] / 3)
    return opaque((x * edge * np.array(BRIGHT, np.float32)).astype(np.float32))

"""The long blade of a thrust: drawn back, shot out as far as it reaches, and back into the arm."""

import math
from typing import TYPE_CHECKING

import pygame

from game.content.blades import BLADES
from game.sim import events as ev
from game.sim.tables import THRUST
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, Colour, H, W, hexc

if TYPE_CHECKING:
    from game.session import Session

THRUSTS = next(blade for blade in BLADES if blade.id == "thrust")
SHORT = 1.05  # metres: as long as the painted blade
OUT, BACK = 5, 12  # ticks in which it shoots out, and runs back
HAND = (10.0, 8.0)  # pixels ahead of and beside the middle where it leaves the arm
BROAD, EDGE = 4.5, 1.6  # pixels: half its width at the hand, and how far its bright edge lies from the ridge
RIM: Colour = hexc("060a16")
FLANK: Colour = hexc("3c5f88")
FACE: Colour = hexc("6ea2c8")
SHINE: Colour = hexc("f4fdff")
LEAST = 0.4  # least brightness
ROOM = 12  # pixels round it


class Spikes:
    """Remembers when a thrust last landed."""

    def __init__(self, light: StandingLight) -> None:
        self._light = light
        self._landed: dict[int, int] = {}

    def forget(self) -> None:
        """Nothing has been thrust."""
        self._landed.clear()

    def notice(self, events: list[ev.Event], tick: int) -> None:
        """Note a thrust that has landed."""
        for e in events:
            if isinstance(e, ev.StrikeLanded) and e.kind == THRUSTS.id:
                self._landed[e.by] = tick

    def length(self, session: "Session", slot: int) -> float:
        """Return how long somebody's blade is now, in metres; 0 without one."""
        b, tick = session.world.b, session.world.tick
        if b.act[slot] == THRUST:
            left = b.act_until[slot] - tick
            return float(SHORT + (THRUSTS.reach - SHORT) * (1 - min(1.0, left / OUT)) ** 2)
        age = tick - self._landed.get(slot, -BACK)
        return float(THRUSTS.reach * (1 - age / BACK)) if 0 <= age < BACK else 0.0

    def draw(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw the blade over who stands there, where it is longer than the painted one."""
        slot, b = session.hunter, session.world.b
        if slot < 0 or not b.here[slot] or not b.seen[slot]:
            return
        far = self.length(session, slot) * METRE
        x, y = b.x[slot] * METRE - cam.x, b.y[slot] * METRE - cam.y
        if far <= SHORT * METRE or not (-far < x < W + far and -far < y < H + far):
            return
        fx, fy = b.fx[slot], b.fy[slot]
        hand = x + fx * HAND[0] - fy * HAND[1], y + fy * HAND[0] + fx * HAND[1]
        tip = x + fx * far, y + fy * far
        light = self._light.at(b.x[slot] * METRE, b.y[slot] * METRE)
        blade(frame, hand, tip, [min(255, int((c * (1 - LEAST) + LEAST) * 255)) for c in light])


def blade(frame: pygame.Surface, hand: tuple[float, float], tip: tuple[float, float], light: list[int]) -> None:
    """Draw a tapering blade from a hand to its tip: dark rim, two faces, a bright ridge."""
    dx, dy = tip[0] - hand[0], tip[1] - hand[1]
    size = math.hypot(dx, dy)
    if size < 2:
        return
    nx, ny = -dy / size, dx / size
    x0, y0 = min(hand[0], tip[0]) - ROOM, min(hand[1], tip[1]) - ROOM
    made = pygame.Surface((int(abs(dx)) + 2 * ROOM, int(abs(dy)) + 2 * ROOM), pygame.SRCALPHA)

    def at(share: float, aside: float) -> tuple[float, float]:
        return hand[0] + dx * share + nx * aside - x0, hand[1] + dy * share + ny * aside - y0

    rim = [
        at(-0.02, -BROAD - 1),
        at(0.55, -BROAD * 0.62 - 1),
        at(1.02, 0),
        at(0.55, BROAD * 0.62 + 1),
        at(-0.02, BROAD + 1),
    ]
    pygame.draw.polygon(made, RIM, rim)
    pygame.draw.polygon(made, FLANK, [at(0, -BROAD), at(0.55, -BROAD * 0.62), at(1, 0), at(0, 0)])
    pygame.draw.polygon(made, FACE, [at(0, 0), at(1, 0), at(0.55, BROAD * 0.62), at(0, BROAD)])
    pygame.draw.line(made, SHINE, at(0.05, EDGE), at(0.92, 0), 1)
    made.fill((*light, 255), special_flags=pygame.BLEND_RGBA_MULT)
    frame.blit(made, (int(x0), int(y0)))

"""The hunter as a pool: it runs down, seeps under a shut door, and stands up on the other side."""

import math
from typing import TYPE_CHECKING

import pygame

from game.core.ground import DoorSpot
from game.core.sight import clear
from game.sim import events as ev
from game.sim.systems.forms import POUR_TICKS, door_at
from game.sim.systems.guise import RISE_TICKS, SETTLE_TICKS
from game.sim.systems.pools import RISES
from game.sim.tables import POUR, RISING, SETTLING, SPRING
from game.view import liquid
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, MULT, H, W

if TYPE_CHECKING:
    from game.session import Session

# shares of the pouring: until it is a pool; from when there is some beyond; until all is
SINKS, SEEPS, GONE = 0.3, 0.35, 0.9
DEPTH = 0.45  # metres beyond the door
SWELL = 5  # ticks a phase
FLOOR = 0.35  # least brightness of the metal
SEEN = 12.0  # metres within which our side makes out metal on a floor


class Pools:
    """Where the metal lies. `sunk` says how far a body has run down: 0 stands .. 1 is gone."""

    def __init__(self, light: StandingLight) -> None:
        self._light = light
        self._risen: dict[int, int] = {}  # slot -> tick on which it came out on the other side

    def forget(self) -> None:
        """Dry up: time has gone back."""
        self._risen.clear()

    def notice(self, events: list[ev.Event], tick: int) -> None:
        """Note who has come out under a door, and who has found himself again."""
        for e in events:
            if isinstance(e, ev.Poured):
                self._risen[e.who] = tick
            elif isinstance(e, ev.Reformed):
                self._risen[e.whom] = tick

    def sunk(self, session: "Session", slot: int) -> float:
        """Return how far somebody has run down into the floor."""
        share = self._share(session, slot)
        if share >= 0:
            return min(1.0, share / SINKS)
        b, tick = session.world.b, session.world.tick
        if b.act[slot] == SETTLING:
            return float(min(1.0, max(0.0, 1 - (b.act_until[slot] - tick) / SETTLE_TICKS)))
        if b.act[slot] in (RISING, SPRING):
            return float(min(1.0, max(0.0, (b.act_until[slot] - tick) / RISE_TICKS)))
        age = session.world.tick - self._risen.get(slot, -RISES)
        return max(0.0, 1 - age / RISES)

    @staticmethod
    def _share(session: "Session", slot: int) -> float:
        """Return how much of the pouring is done, -1 while there is none."""
        b = session.world.b
        if b.act[slot] != POUR:
            return -1.0
        left = float(b.act_until[slot] - session.world.tick) / POUR_TICKS
        return min(1.0, max(0.0, 1 - left))

    def draw(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw the metal on the floor, on both sides of the door, wherever our side can see it."""
        slot, b, tick = session.hunter, session.world.b, session.world.tick
        if slot < 0 or not b.here[slot]:
            return
        x, y = b.x[slot], b.y[slot]
        share = self._share(session, slot)
        if share < 0:
            amount = self.sunk(session, slot)
            if amount > 0 and b.seen[slot]:
                self._lay(frame, cam, x, y, amount, tick)
            return
        door = door_at(session.world, slot)
        over = min(1.0, max(0.0, (share - SEEPS) / (GONE - SEEPS)))
        if door < 0:
            return
        to_x, to_y = beyond(session.world.ground.doors[door], x, y)
        near = min(1.0, share / SINKS) * (1 - over)
        if b.seen[slot]:
            self._lay(frame, cam, x + (to_x - x) * 0.3 * over, y + (to_y - y) * 0.3 * over, near, tick)
        if over > 0 and visible(session, to_x, to_y):
            self._lay(
                frame, cam, to_x + (x - to_x) * 0.25 * (1 - over), to_y + (y - to_y) * 0.25 * (1 - over), over, tick
            )

    def _lay(self, frame: pygame.Surface, cam: Camera, x: float, y: float, amount: float, tick: int) -> None:
        px, py = int(x * METRE) - cam.x, int(y * METRE) - cam.y
        size = math.ceil(amount * liquid.AMOUNTS)
        if not size or not (-liquid.POOL < px < W + liquid.POOL and -liquid.POOL < py < H + liquid.POOL):
            return
        lit = liquid.pool(size, tick // SWELL % liquid.PHASES).copy()
        lit.fill(
            [min(255, int((c * (1 - FLOOR) + FLOOR) * 255)) for c in self._light.at(x * METRE, y * METRE)],
            special_flags=MULT,
        )
        frame.blit(lit, (px - liquid.POOL // 2, py - liquid.POOL_TALL // 2))


def beyond(spot: DoorSpot, x: float, y: float) -> tuple[float, float]:
    """Return the place on the far side of a door for somebody who stands at (x, y), metres."""
    cx, cy = spot.x + spot.w / 2, spot.y + spot.h / 2
    if spot.w >= spot.h:
        return min(max(x, spot.x + 0.3), spot.x + spot.w - 0.3), (spot.y + spot.h + DEPTH if y < cy else spot.y - DEPTH)
    return spot.x + spot.w + DEPTH if x < cx else spot.x - DEPTH, min(max(y, spot.y + 0.3), spot.y + spot.h - 0.3)


def visible(session: "Session", x: float, y: float) -> bool:
    """Say whether the player or his ward has a clear line to a place."""
    world, b = session.world, session.world.b
    return any(
        eye >= 0
        and b.here[eye]
        and math.dist((b.x[eye], b.y[eye]), (x, y)) < SEEN
        and clear(world.opaque, b.x[eye], b.y[eye], x, y)
        for eye in (session.player, session.ward)
    )

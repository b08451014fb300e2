"""The last thing that a hoist lowers: the machine on its plate, out over the steel and down, as far as the winch is worked."""

import math
from typing import TYPE_CHECKING

import pygame

from game.content.actors import ACTOR_IDS, ACTORS
from game.level.data import Level
from game.view import assets
from game.view.camera import Camera
from game.view.cast import Person
from game.view.pixels import METRE, H, W, alpha
from game.view.sparks import Sparks

if TYPE_CHECKING:
    from game.session import Session

DEVICE = "hoist"
PLATE = "props/hoist_plate_0_0.png"
OUT = 0.4  # share of the work until it hangs over the steel; then it goes down
NEAR = 9.0  # metres from the winch within which the machine waits to be lowered
INTO = 0.55  # of the way from the bath's middle to its rim where it hangs
SOUTH = 4  # facing: toward those who watch
HANG = 30  # pixels above it where the chains meet
CORNER = 22, 16  # pixels from its middle to where they are hooked in
LINK, LINK_DARK = (176, 190, 200), (36, 42, 52)
TOUCHES, LATE = 0.55, 0.82  # depth at which it reaches the steel, and the share of the way down at which it does
BRIGHT = 0.85  # least brightness of who stands over the steel


class Hoist:
    """Where a level's winch stands and the bath that it hangs over; without both nothing is ever lowered."""

    def __init__(self, level: Level, baths: list[pygame.Rect], sparks: Sparks) -> None:
        self._sparks = sparks
        self._row = next((i for i, d in enumerate(level.ground.devices) if d.name == DEVICE), -1)
        self._bath: pygame.Rect | None = None
        self._at = (0.0, 0.0)
        self._plate = pygame.Surface((1, 1), pygame.SRCALPHA)
        if self._row >= 0 and baths:
            spot = level.ground.devices[self._row]
            self._at = spot.x + spot.w / 2, spot.y + spot.h / 2
            x, y = self._at[0] * METRE, self._at[1] * METRE
            self._bath = min(baths, key=lambda b: _away(b, x, y))
            picture = assets.rgba(PLATE)
            if picture is not None:
                self._plate = alpha(picture)

    def share(self, session: "Session") -> float:
        """Return how much of the work is done, 0..1: only once the hunter is gone and the machine waits by the winch."""
        world = session.world
        if self._bath is None or "t1000" not in world.state.gone or self._who(session) < 0:
            return 0.0
        state, ticks = world.state, world.ground.devices[self._row].ticks
        left = [use.left for use in state.using.values() if use.device == self._row]
        left += [state.begun[self._row]] if self._row in state.begun else []
        return 1.0 - min(left) / max(1, ticks) if left else float("lowered" in state.flags)

    def _who(self, session: "Session") -> int:
        """Return the slot of the machine that waits near the winch, -1 none."""
        b = session.world.b
        for slot in range(session.world.count):
            machine = ACTORS[ACTOR_IDS[b.actor[slot]]].body == "machine"
            if machine and b.here[slot] and math.dist((b.x[slot], b.y[slot]), self._at) < NEAR:
                return slot
        return -1

    def _place(self, session: "Session", share: float) -> tuple[float, float]:
        """Return the world pixel where it hangs now."""
        assert self._bath is not None
        b, who = session.world.b, self._who(session)
        x0, y0 = b.x[who] * METRE, b.y[who] * METRE
        to_x = self._bath.centerx + (x0 - self._bath.centerx) * 0.2
        to_y = self._bath.centery + self._bath.h / 2 * INTO * (1 if y0 > self._bath.centery else -1)
        k = min(1.0, share / OUT)
        k = k * k * (3 - 2 * k)
        return x0 + (to_x - x0) * k, y0 + (to_y - y0) * k

    @staticmethod
    def depth(share: float) -> float:
        """Return how far down it is: 0 hangs .. TOUCHES reaches the steel .. 1 is gone, in the last part of the work."""
        down = max(0.0, (share - OUT) / (1 - OUT))
        return down / LATE * TOUCHES if down < LATE else TOUCHES + (down - LATE) / (1 - LATE) * (1 - TOUCHES)

    def toward(self, session: "Session") -> tuple[float, float] | None:
        """Return the place (metres) that those who work the hoist look at, None while it hangs still."""
        share = self.share(session)
        if share <= 0 or self._bath is None:
            return None
        x, y = self._place(session, share)
        return x / METRE, y / METRE

    def carry(self, session: "Session", people: list[Person]) -> None:
        """Put the machine on its plate."""
        share = self.share(session)
        if share <= 0:
            return
        who = self._who(session)
        for p in people:
            if p.slot == who:
                p.x, p.y = self._place(session, share)
                p.aim = p.heading = SOUTH
                p.pose, p.legs, p.sunk, p.glow = "idle", "idle", self.depth(share), max(p.glow, BRIGHT)
                p.strength = 255

    def draw_low(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw the plate under his feet, smaller the deeper; sparks fly when it reaches the steel."""
        share = self.share(session)
        if share <= 0:
            return
        x, y = self._place(session, share)
        deep = self.depth(share)
        plate = pygame.transform.rotozoom(self._plate, 0, 1 - 0.45 * deep)
        if deep > TOUCHES:
            plate.fill((255, 255, 255, int(255 * (1 - deep) / (1 - TOUCHES))), special_flags=pygame.BLEND_RGBA_MULT)
        frame.blit(plate, (int(x) - cam.x - plate.get_width() // 2, int(y) - cam.y - plate.get_height() // 2))
        if deep >= TOUCHES * 0.9 and session.world.tick % 4 == 0:
            self._sparks.emit(x, y + 6, 3, -math.pi / 2, 1.4, (20, 120), "warm", (0.3, 1.0))

    def draw_high(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw the four chains up to the block."""
        share = self.share(session)
        if not 0 < share < 1:
            return
        x, y = self._place(session, share)
        scale = 1 - 0.45 * self.depth(share)
        px, py = int(x) - cam.x, int(y) - cam.y
        if not (-80 < px < W + 80 and -80 < py < H + 80):
            return
        top = cam.lean(x, y - HANG, 37 / 32)
        for sx in (-1, 1):
            for sy in (-1, 1):
                foot = px + sx * CORNER[0] * scale, py + sy * CORNER[1] * scale
                pygame.draw.line(frame, LINK_DARK, (foot[0] + 1, foot[1]), (top[0] + 1, top[1]))
                _links(frame, foot, top)


def _away(box: pygame.Rect, x: float, y: float) -> float:
    """Return how far a place is from a box."""
    dx, dy = max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom)
    return math.hypot(dx, dy)


def _links(frame: pygame.Surface, a: tuple[float, float], b: tuple[float, float]) -> None:
    """Draw a chain as a dotted line."""
    count = max(2, int(math.dist(a, b) / 3))
    for k in range(count):
        t = k / count
        frame.fill(LINK, (int(a[0] + (b[0] - a[0]) * t), int(a[1] + (b[1] - a[1]) * t), 2, 2 if k % 2 else 1))

"""Cold that pours out: a boiling pool of it lies where its hazard is at work, spreads when that begins and shrinks after."""

from typing import TYPE_CHECKING, Any

import pygame

from game.level.data import Level
from game.view import stamps
from game.view.camera import Camera
from game.view.light import StandingLight
from game.view.pixels import METRE, MULT, H, W

if TYPE_CHECKING:
    from game.session import Session

KIND, PICTURE = "cryo", "cryo_pool"
SPREADS, DRIES = 40, 150  # ticks in which it spreads, and in which it is gone
LEAST = 0.45  # least brightness: it is pale by itself
STEPS = 16  # sizes from nothing to whole


class Cold:
    """The pools of a level's cold, each with how far it has spread, 0..1."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self._light = light
        self._pools = [_Pool(row, h.area) for row, h in enumerate(level.hazards) if h.kind == KIND]

    def forget(self) -> None:
        """Dry up: time has gone back."""
        for pool in self._pools:
            pool.spread = 0.0

    def step(self, session: "Session") -> None:
        """Spread or shrink, one tick."""
        for pool in self._pools:
            on = session.world.hazards[pool.row].on(session.world)
            pool.spread = min(1.0, pool.spread + 1 / SPREADS) if on else max(0.0, pool.spread - 1 / DRIES)

    def draw(self, frame: pygame.Surface, cam: Camera) -> None:
        """Draw what lies on the floor, under everybody's feet."""
        for pool in self._pools:
            picture = pool.picture()
            if picture is None:
                continue
            x, y = int(pool.x) - cam.x - picture.get_width() // 2, int(pool.y) - cam.y - picture.get_height() // 2
            if -picture.get_width() < x < W and -picture.get_height() < y < H:
                lit = picture.copy()
                light = self._light.at(pool.x, pool.y)
                lit.fill([min(255, int((c * (1 - LEAST) + LEAST) * 255)) for c in light], special_flags=MULT)
                frame.blit(lit, (x, y))


class _Pool:
    """One pool: the row of its hazard, its middle and size in world pixels."""

    def __init__(self, row: int, area: Any) -> None:
        self.row, self.spread = row, 0.0
        self.x, self.y = (area.x + area.w / 2) * METRE, (area.y + area.h / 2) * METRE
        self._size = area.w * METRE * 1.1, area.h * METRE * 1.1
        self._sizes: dict[int, pygame.Surface] = {}

    def picture(self) -> pygame.Surface | None:
        """Return it as far as it has spread, None while there is nothing."""
        step, whole = round(self.spread * STEPS), stamps.decal(PICTURE)
        if not step or whole is None:
            return None
        if step not in self._sizes:
            k = (step / STEPS) ** 0.5
            size = max(2, round(self._size[0] * k)), max(2, round(self._size[1] * k))
            self._sizes[step] = pygame.transform.scale(whole, size)
        return self._sizes[step]

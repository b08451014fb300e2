"""A change of lamps spreads over the picture: what the screen shows at once, the rest of the map over the next ticks."""

import pygame

from game.view.floors import Floors
from game.view.glass import Glass
from game.view.light import StandingLight
from game.view.live import LiveLight
from game.view.overhead import Overhead
from game.view.walls import Walls

TILE = 256  # pixels
EACH = 2  # tiles that are made new on a tick
ROUND = 24  # pixels beyond the screen that are made new at once: what leans in from there


class Switching:
    """Keeps what of the map still shows the old light."""

    def __init__(
        self, light: StandingLight, floors: Floors, walls: Walls, glass: Glass, overhead: Overhead, live: LiveLight
    ) -> None:
        self._light, self._floors, self._walls = light, floors, walls
        self._glass, self._overhead, self._live = glass, overhead, live
        self._stale: list[pygame.Rect] = []

    def begin(self, area: pygame.Rect, screen: pygame.Rect) -> None:
        """Light an area of the map anew, first where it lies on the screen (world pixels)."""
        at_once = area.clip(screen.inflate(2 * ROUND, 2 * ROUND))
        if at_once.w and at_once.h:
            self._renew(at_once)
        for y in range(area.top // TILE * TILE, area.bottom, TILE):
            for x in range(area.left // TILE * TILE, area.right, TILE):
                tile = pygame.Rect(x, y, TILE, TILE).clip(area)
                if not at_once.contains(tile) and tile not in self._stale:
                    self._stale.append(tile)

    def step(self) -> bool:
        """Make a few tiles new; say whether there were any."""
        some, self._stale = self._stale[:EACH], self._stale[EACH:]
        for tile in some:
            self._renew(tile)
        return bool(some)

    def finish(self) -> None:
        """Make all of the map new."""
        while self.step():
            pass

    def _renew(self, area: pygame.Rect) -> None:
        self._light.refresh(area)
        self._floors.relight(area)
        self._walls.relight(area)
        self._glass.relight(self._light, area)
        self._overhead.relight(self._light, area)
        self._live.set_standing(self._light.now, area)

"""What hangs above: bridges, canopies, cranes, lamp halos; it leans more than the walls and thins out over the player."""

import math

import pygame

from game.level.data import Level
from game.view import assets, stamps
from game.view.camera import LEAN, Camera
from game.view.light import Lamp, StandingLight
from game.view.pixels import ADD, METRE, MULT, Colour, H, W, alpha

UP = 37 / 32  # how much wider it looks than the floor
SHADE = 0.5  # of the light below reaches its upper side
CLEAR, SOLID, NEAR = 70, 215, 112  # strength over the player and elsewhere; pixels that count as over the player
HALO = 0.085


class Overhead:
    """The overhead tiles of a level, lit at load."""

    def __init__(self, level: Level, light: StandingLight) -> None:
        self._spots: list[tuple[pygame.Surface, float, float]] = []
        self._tiles: dict[int, tuple[pygame.Surface, pygame.Surface, float, float]] = {}
        for spot in level.overhead:
            picture = assets.turned(f"overhead/{spot.kind}.png", spot)
            if picture is not None:
                s = alpha(picture)
                s = pygame.transform.scale(s, (math.ceil(s.get_width() * UP) + 1, math.ceil(s.get_height() * UP) + 1))
                self._spots.append((s, (spot.x + 0.5) * METRE, (spot.y + 0.5) * METRE))
        self.relight(light)

    def relight(self, light: StandingLight, area: pygame.Rect | None = None) -> None:
        """Tint the tiles with the standing light, all or those in an area of pixels."""
        for i, (picture, x, y) in enumerate(self._spots):
            if area is not None and not area.collidepoint(x, y):
                continue
            s = picture.copy()
            s.fill([min(255, int((c * SHADE + 0.12) * 255)) for c in light.at(x, y)], special_flags=MULT)
            thin = s.copy()
            thin.set_alpha(CLEAR)
            s.set_alpha(SOLID)
            self._tiles[i] = s, thin, x, y

    def draw(self, frame: pygame.Surface, cam: Camera, player: tuple[float, float] | None, scale: float = UP) -> None:
        """Draw what is near the screen; faint where the player (world pixels) is under it."""
        cx, cy = cam.centre
        for solid, thin, x, y in self._tiles.values():
            if abs(x - cx) > W / 2 + 90 or abs(y - cy) > H / 2 + 90:
                continue
            px, py = cam.lean(x, y, scale)
            s = thin if player and math.dist(player, (x, y)) < NEAR else solid
            frame.blit(s, (int(px) - s.get_width() // 2, int(py) - s.get_height() // 2))


def halos(frame: pygame.Surface, cam: Camera, lamps: list[tuple[Lamp, float]], lean: float = LEAN) -> None:
    """Add a faint halo at each lamp (with its brightness now), where it hangs."""
    out = []
    for lamp, bright in lamps:
        r = int(min(64, max(18, lamp.radius * 0.22)))
        x, y = cam.lean(lamp.x, lamp.y, lean)
        if -r < x < W + r and -r < y < H + r:
            step = round(bright * lamp.power * 8) / 8
            colour: Colour = (int(lamp.colour[0]), int(lamp.colour[1]), int(lamp.colour[2]))
            out.append((stamps.glow(r, colour, HALO * step), (int(x) - r, int(y) - r)))
    if out:
        frame.fblits(out, ADD)

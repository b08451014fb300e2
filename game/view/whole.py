"""The whole map in one picture: no lean, no fog, no words, nobody hidden; for level makers and screenshots."""

from typing import TYPE_CHECKING

import pygame

from game.view.cast import Person
from game.view.overhead import halos
from game.view.pixels import SIZE, H, W

if TYPE_CHECKING:
    from game.session import Session
    from game.view.view import View


def draw(view: "View", session: "Session") -> pygame.Surface:
    """Return the map, 32 pixels to the metre; what the view shows otherwise is left as it is."""
    cam = view.camera
    kept = cam.x, cam.y
    out = pygame.Surface(cam.size)
    people = view.cast.look(session, everybody=True, advance=False)
    for top in range(0, cam.size[1], H):
        for left in range(0, cam.size[0], W):
            cam.x, cam.y = left, top
            out.blit(_screenful(view, session, people), (left, top))
    cam.x, cam.y = kept
    view.people.forget()
    return out


def _screenful(view: "View", session: "Session", people: list[Person]) -> pygame.Surface:
    """Draw what lies under the camera, seen straight from above."""
    frame, cam, world = pygame.Surface(SIZE), view.camera, session.world
    lamps, glowing = view.lamps(world.tick)
    view.floors.draw(frame, cam.x, cam.y)
    view.live.draw(frame, view.floors.albedo, lamps, cam)
    view.steel.draw(frame, cam, world.tick)
    view.engines.draw(frame, cam)
    view.cold.draw(frame, cam)
    view.water.draw(frame, cam, world.tick)
    view.screens.draw(frame, cam, world.tick)
    view.small.draw(frame, session, cam)
    view.rails.draw(frame, session, cam, lean=1.0)
    view.remains.draw_low(frame, session, cam, view.light, everybody=True)
    view.people.draw(frame, people, cam, lamps, view.live, world.tick)
    view.presses.draw_low(frame, cam)
    view.presses.draw_high(frame, cam, [], lean=1.0)
    view.doors.draw(frame, cam, world.d, world.tick, lean=1.0)
    view.glass.draw(frame, cam, set(world.state.broken), lean=1.0)
    view.walls.draw_tops(frame, cam, lean=1.0)
    view.overhead.draw(frame, cam, None, scale=1.0)
    view.roadside.draw(frame, session, cam, lean=1.0)
    view.signs.draw(frame, cam, world.d, lean=1.0)
    view.heat.glow(frame, session, cam)
    halos(frame, cam, glowing, lean=1.0)
    return frame

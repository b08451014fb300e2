"""The map page: the whole plan small, where you and yours are, what was said, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.app import ink
from game.app.screens.base import Screen
from game.content.lines import BODILESS, line
from game.content.rooms import room_words
from game.controls.bindings import ACTIONS, binds, keys_for
from game.controls.menus import MenuKeys
from game.view.font import grown

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.screens.play import Play
    from game.core.ground import Ground

FRAME = pygame.Rect(24, 60, 380, 232)  # where the plan lies
LINES, LOWEST = 9, 326  # lines of what was said, and where they end
SPEAKERS = {"t800": "T-800", "card": "", "pa": "LOUDSPEAKERS"}
FLOOR, ROOM, WALL, DOOR = (16, 22, 34), (26, 36, 54), (86, 107, 130), (150, 96, 40)


def plan(ground: Ground) -> tuple[pygame.Surface, float]:
    """Return the plan as large as the page has room for, and its pixels to a metre."""
    room = np.repeat(np.repeat(ground.room >= 0, 2, 0), 2, 1)[: ground.wall.shape[0], : ground.wall.shape[1]]
    picture = np.where(room[..., None], np.array(ROOM), np.array(FLOOR))
    picture[ground.wall > 0] = WALL
    half = min(FRAME.w / ground.wall.shape[1], FRAME.h / ground.wall.shape[0])
    half = int(half * 2) / 2 if half >= 1 else half
    small = pygame.surfarray.make_surface(picture.astype(np.uint8).swapaxes(0, 1))
    size = int(ground.wall.shape[1] * half), int(ground.wall.shape[0] * half)
    return pygame.transform.scale(small, size), half * 2


class MapPage(Screen):
    """The world stands still while it is open; up and down walk through what was said."""

    def __init__(self, app: App, play: Play) -> None:
        super().__init__(app)
        self.play = play
        self.ground = ink.dimmed(app.frame, 20) if app.frame else ink.canvas()
        self.picture, self.metre = plan(play.session.level.ground)
        self.left = FRAME.centerx - self.picture.get_width() // 2
        self.top = FRAME.centery - self.picture.get_height() // 2
        self.keys = MenuKeys()
        self.lines = spoken(play)
        self.at = max(0, len(self.lines) - LINES)

    def handle(self, event: pygame.event.Event) -> None:
        word = self.keys.read(event)
        began = self.app.hands.handle(event)
        if word in ("back", "ok", "menu") or "map" in began:
            self.app.pop()
        elif event.type == pygame.MOUSEWHEEL:
            self._scroll(-1 if event.y > 0 else 1)
        elif word in ("up", "down"):
            self._scroll(1 if word == "down" else -1)

    def tick(self) -> None:
        word = self.keys.tick()
        if word in ("up", "down"):
            self._scroll(1 if word == "down" else -1)

    def _scroll(self, step: int) -> None:
        self.at = max(0, min(self.at + step, len(self.lines) - LINES))

    def draw(self) -> pygame.Surface:
        frame = self.app.canvas
        frame.blit(self.ground, (0, 0))
        ink.heading(frame, self.play.session.level.title.upper(), 24)
        frame.blit(self.picture, (self.left, self.top))
        self._doors(frame)
        self._names(frame)
        self._people(frame)
        self._words(frame)
        self._controls(frame)
        return frame

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return self.left + int(x * self.metre), self.top + int(y * self.metre)

    def _doors(self, frame: pygame.Surface) -> None:
        """Draw doors that are shut; an open one is a gap."""
        world = self.play.session.world
        for i, door in enumerate(world.ground.doors):
            if world.d.shut[i]:
                x, y = self._at(door.x, door.y)
                size = max(2, round(door.w * self.metre)), max(2, round(door.h * self.metre))
                frame.fill(DOOR, (x, y, *size))

    def _names(self, frame: pygame.Surface) -> None:
        for zone in self.play.session.level.ground.zones:
            words = room_words(zone.room)
            if words and ink.width(words) <= zone.w * self.metre:
                x, y = self._at(*zone.middle)
                ink.draw_text(frame, words, x, y - 4, ink.STEEL, align="centre")

    def _people(self, frame: pygame.Surface) -> None:
        """Draw the objective as a ring, the ward as a diamond, yourself as an arrow: shapes first, then colours."""
        s, b = self.play.session, self.play.session.world.b
        if self.play.hud.marker:
            pygame.draw.circle(frame, ink.AMBER, self._at(*self.play.hud.marker), 5, 1)
        if s.ward >= 0 and b.here[s.ward]:
            x, y = self._at(b.x[s.ward], b.y[s.ward])
            pygame.draw.polygon(frame, ink.AMBER, [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)])
        if s.player >= 0:
            x, y = self._at(b.x[s.player], b.y[s.player])
            fx, fy = b.fx[s.player], b.fy[s.player]
            tip, left, right = (
                (x + fx * 6, y + fy * 6),
                (x - fx * 4 - fy * 4, y - fy * 4 + fx * 4),
                (x - fx * 4 + fy * 4, y - fy * 4 - fx * 4),
            )
            pygame.draw.polygon(frame, ink.HOT, [tip, left, (x - fx, y - fy), right])

    def _words(self, frame: pygame.Surface) -> None:
        y = ink.paragraph(frame, self.play.hud.objective.upper(), 424, 62, 196, ink.WHITE)
        ink.draw_text(frame, "SAID", 424, y + 8, ink.AMBER)
        y += 22
        for speaker, text in self.lines[self.at : self.at + LINES]:
            ink.draw_text(frame, speaker, 424, y, ink.FAINT)
            y = ink.paragraph(frame, text, 424, y + 11, 196) + 3
            if y > LOWEST - 2 * grown(20):  # another would run into the keys
                break

    def _controls(self, frame: pygame.Surface) -> None:
        table, pad = binds(self.app.settings.keys), self.app.hands.sources.device == "pad"
        shown = [
            f"{keys_for(table, a, pad)} {ACTIONS[a].words.partition(',')[0]}" for a in KEYS if keys_for(table, a, pad)
        ]
        for row in (0, 1):
            ink.draw_text(frame, "   ".join(shown[row::2]), 24, 312 + row * 14, ink.FAINT)


KEYS = ("run", "sneak", "fire", "steady", "shove", "interact", "order", "reload", "vision", "retry")


def spoken(play: Play) -> list[tuple[str, str]]:
    """Return what our own people, cards and loudspeakers said so far: who, and the words.

    What strangers said is left out: it may have been said where the player could not hear it.
    """
    world, s = play.session.world, play.session
    ours = {world.names[slot] for slot in {s.player, s.ward, *world.ours} if slot >= 0}
    said = [(who, key) for _, who, key in world.state.lines if who in ours or who in BODILESS]
    return [(SPEAKERS.get(who, who.upper()), line(who, key)) for who, key in said]

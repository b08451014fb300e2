"""What lies over the picture while a run is played: brightness, slots, wheel or cross-hair, the hint, a key that is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app import ink
from game.app.hints.drawing import FOOT, HIGH, draw_hint, pieces
from game.app.overlay import draw_crosshair, draw_holding, draw_news, draw_question, draw_slots, draw_wheel
from game.app.player import carried, hand
from game.controls.bindings import binds, key_for, label
from game.controls.hands import CROSS

if TYPE_CHECKING:
    from game.app.screens.play import Play

HOLDING = 6  # ticks: a key held no longer is a tap
LEAN_AT = 4.0 / (ink.H / 2)  # metres that a pixel between the cursor and the middle of the frame counts for the camera


def looking(play: Play) -> tuple[float, float]:
    """Return the place on the map toward which the camera leans.

    With a mouse it is where the cursor lies on the frame, not on the map: a leaning camera moves the map under the
    cursor, and would then lean further by itself. While a wheel is open it is where the cursor was.
    """
    b, slot, hands = play.session.world.b, play.session.player, play.app.hands
    if hands.sources.device == "pad":
        return b.x[slot] + play.aim[0], b.y[slot] + play.aim[1]
    x, y = hands.wheel.cursor if hands.wheel else play.app.mouse
    return b.x[slot] + (x - ink.W / 2) * LEAN_AT, b.y[slot] + (y - ink.H / 2) * LEAN_AT


def draw_over(frame: pygame.Surface, play: Play, retry: float) -> None:
    """Draw all of it on a finished picture; `retry`: how far its key is held, 0..1."""
    light = play.app.settings.brightness
    if light:
        frame.fill((light, light, light), special_flags=pygame.BLEND_RGB_ADD)
    weapons = carried(play.session)
    if len(weapons) > 1 and not play.vision:
        draw_slots(frame, weapons, hand(play.session))
    if play.hud.choices:
        draw_question(frame, play.hud.question, play.hud.choices, answer_keys(play))
    elif play.news_for and play.session.world.state.clock is None:
        draw_news(frame, play.news, play.view.talk.above)
    _pointer(frame, play, weapons)
    _hint(frame, play)
    if play.app.hands.age("retry") > HOLDING:
        draw_holding(frame, "RETRY", retry)
    if play.session.outcome == "won":
        ink.draw_text(frame, "DONE", 320, 160, ink.WHITE, 3, "centre")


def answer_keys(play: Play) -> list[str]:
    """Return what gives each answer: a number, or a way of the pad's cross."""
    hands = play.app.hands
    if hands.sources.device == "pad":
        return [label(source) for source in CROSS]
    return [key_for(binds(play.app.settings.keys), f"weapon{n}") for n in range(1, len(CROSS) + 1)]


def _pointer(frame: pygame.Surface, play: Play, weapons: dict[int, str]) -> None:
    """Draw the open wheel, or the cross-hair where the aim is."""
    hands = play.app.hands
    if hands.wheel:
        draw_wheel(frame, hands.wheel, weapons)
    elif hands.sources.device == "mouse":
        draw_crosshair(frame, play.app.mouse)
    elif play.aim != (0.0, 0.0):
        b, slot = play.session.world.b, play.session.player
        draw_crosshair(frame, play.view.pixel_of(b.x[slot] + play.aim[0], b.y[slot] + play.aim[1]))


def _hint(frame: pygame.Surface, play: Play) -> None:
    """Write the hint of the moment, unless somebody speaks there."""
    hint, app = play.hints.now, play.app
    if hint and app.settings.hints and (hint.urgent or play.view.talk.now is None):
        words = pieces(hint.words, binds(app.settings.keys), app.hands.sources.device == "pad")
        draw_hint(frame, words, HIGH if hint.urgent else FOOT)

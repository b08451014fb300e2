"""Marks that tell: rings of sounds and orders, the cross of a shot refused, thrown things, and verdicts over heads."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.sim import events as ev
from game.view import font, stamps
from game.view.camera import Camera
from game.view.cast import Person
from game.view.pixels import ADD, METRE, Colour, hexc

if TYPE_CHECKING:
    from game.session import Session

RING = 30  # ticks that a ripple grows
CROSS = 20  # ticks that a refused shot's cross stands
WORD = 80  # ticks that a verdict's word stands
ARC = 26.0  # pixels that a thrown thing rises at most
PALE, ORDER, TAKEN, SCREAM = (70, 76, 80), (208, 120, 24), (90, 80, 50), (80, 56, 50)
GLYPHS = {1: ("?", hexc("ffbf4d")), 2: ("-", hexc("8299ab")), 3: ("!", hexc("ffffff"))}  # verdicts


@dataclass(slots=True)
class Ring:
    x: float
    y: float
    colour: Colour
    most: int
    born: int


class Signals:
    """Keeps the marks of the last events for as long as they stand."""

    def __init__(self) -> None:
        self._rings: list[Ring] = []
        self._crosses: list[tuple[float, float, int]] = []
        self._thrown: list[tuple[ev.Thrown, int]] = []
        self._words: dict[int, tuple[str, Colour, int]] = {}

    def forget(self) -> None:
        """Take all marks away: time has gone back."""
        self._rings.clear()
        self._crosses.clear()
        self._thrown.clear()
        self._words.clear()

    def notice(self, events: list[ev.Event], tick: int) -> None:
        """Set a mark for each event that has one."""
        for e in events:
            if isinstance(e, ev.ShotRefused):
                self._crosses.append((e.x * METRE, e.y * METRE, tick))
            elif isinstance(e, ev.Thrown):
                self._thrown.append((e, tick))
            elif isinstance(e, ev.FaceMatched):
                self._words[e.who] = ("HIM", hexc("ffbf4d"), tick) if e.his else ("NOT HIM", hexc("8299ab"), tick)
            elif isinstance(e, ev.Scanned):
                self._words[e.who] = (
                    ("NOT A MAN", hexc("ffffff"), tick) if e.machine else ("CLEAR", hexc("8299ab"), tick)
                )
            else:
                self._ring(e, tick)

    def _ring(self, e: ev.Event, tick: int) -> None:
        if isinstance(e, ev.Whistled):
            self._rings.append(Ring(e.x, e.y, PALE, 46, tick))
        elif isinstance(e, ev.OrderGiven) and e.x >= 0:
            self._rings.append(Ring(e.x, e.y, ORDER, 18, tick))
        elif isinstance(e, ev.ItemTaken):
            self._rings.append(Ring(e.x, e.y, TAKEN, 14, tick))
        elif isinstance(e, ev.Screamed):
            self._rings.append(Ring(e.x, e.y, SCREAM, 40, tick))
        elif isinstance(e, ev.NoiseMade) and e.kind == "clatter":
            self._rings.append(Ring(e.x, e.y, PALE, 24, tick))

    def step(self, tick: int) -> None:
        """Take away what has stood long enough."""
        self._rings = [r for r in self._rings if tick - r.born < RING]
        self._crosses = [c for c in self._crosses if tick - c[2] < CROSS]
        self._thrown = [(e, at) for e, at in self._thrown if tick - at < e.ticks]
        self._words = {who: said for who, said in self._words.items() if tick - said[2] < WORD}

    def draw_low(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw the rings on the floor, under the people."""
        for r in self._rings:
            age = tick - r.born
            radius, fade = 3 + r.most * age // RING, 1 - age / RING
            colour = int(r.colour[0] * fade), int(r.colour[1] * fade), int(r.colour[2] * fade)
            at = int(r.x * METRE) - cam.x - radius - 1, int(r.y * METRE) - cam.y - radius - 1
            frame.blit(stamps.ripple(radius, colour), at, special_flags=ADD)

    def draw_high(self, frame: pygame.Surface, cam: Camera, session: "Session", people: list[Person]) -> None:
        """Draw thrown things on their arcs, crosses, and what is thought of whom."""
        tick = session.world.tick
        for e, at in self._thrown:
            t = (tick - at) / max(1, e.ticks)
            x = (e.x + (e.to_x - e.x) * t) * METRE - cam.x
            y = (e.y + (e.to_y - e.y) * t) * METRE - cam.y
            lift = 4 * ARC * t * (1 - t)
            frame.fill((10, 12, 18), (int(x) - 1, int(y), 3, 2))
            thing = stamps.shell(tick // 3 % 8, False)
            frame.blit(thing, (int(x) - 2, int(y - lift) - 2))
        for x, y, _ in self._crosses:
            _cross(frame, int(x) - cam.x, int(y) - cam.y)
        for p in people:
            if p.strength == 255:
                self._verdict(frame, p, cam, session.world.state.marks.get(p.slot, 0), tick)

    def _verdict(self, frame: pygame.Surface, p: Person, cam: Camera, verdict: int, tick: int) -> None:
        x, y = int(p.x) - cam.x, int(p.y) - cam.y
        if p.slot in self._words:
            words, colour, at = self._words[p.slot]
            font.draw_text(frame, words, x, y - 30 - min(4, (tick - at) // 4), colour, align="centre")
        elif verdict in GLYPHS:
            glyph, colour = GLYPHS[verdict]
            font.draw_text(frame, glyph, x, y - 28, colour, align="centre")


def _cross(frame: pygame.Surface, x: int, y: int) -> None:
    """Draw the mark of a shot refused: red on a pale keyline."""
    for colour, wide in (((255, 220, 210), 3), ((255, 58, 40), 1)):
        pygame.draw.line(frame, colour, (x - 5, y - 5), (x + 5, y + 5), wide)
        pygame.draw.line(frame, colour, (x - 5, y + 5), (x + 5, y - 5), wide)

"""Marks that tell: rings of sounds and orders, the cross of a shot refused, thrown things and where they would land."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.agent.command import THROW
from game.content.lines import REFUSED
from game.sim import events as ev
from game.sim.systems.arms import THROW_AGAIN, THROW_MOST, lands
from game.view import font, stamps
from game.view.camera import Camera
from game.view.pixels import ADD, METRE, Colour, hexc

if TYPE_CHECKING:
    from game.session import Session

RING = 30  # ticks that a ripple grows
CROSS, WHY_FOR = 20, 60  # ticks that a refused shot's cross stands, and the words that say why
WHY, NO = 16, hexc("ff7a52")  # pixels from the player down to them; their colour
ARC = 26.0  # pixels that a thrown thing rises at most
PALE, ORDER, TAKEN, SCREAM = (70, 76, 80), (208, 120, 24), (90, 80, 50), (80, 56, 50)
DOTS, DOT, READY, NOT_YET = 12, hexc("0a0c12"), hexc("ffbf4d"), hexc("566b82")  # of a throw that is only aimed
STEPS = 120  # ticks in which steps that are too even are shown


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
        self._crosses: list[tuple[ev.ShotRefused, int]] = []
        self._thrown: list[tuple[ev.Thrown, int]] = []
        self._even: dict[int, int] = {}  # slot -> until when its steps are shown

    def forget(self) -> None:
        """Take all marks away: time has gone back."""
        self._rings.clear()
        self._crosses.clear()
        self._thrown.clear()
        self._even.clear()

    def notice(self, events: list[ev.Event], tick: int) -> None:
        """Set a mark for each event that has one."""
        for e in events:
            if isinstance(e, ev.ShotRefused):
                self._crosses.append((e, tick))
            elif isinstance(e, ev.ShotFired):
                self._crosses = [c for c in self._crosses if c[0].by != e.by]  # nobody is in the way any more
            elif isinstance(e, ev.Thrown):
                self._thrown.append((e, tick))
            elif isinstance(e, ev.Told) and e.kind == "even_steps":
                self._even[e.who] = tick + STEPS
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
        elif isinstance(e, ev.Stepped) and tick < self._even.get(e.who, 0):
            self._rings.append(Ring(e.x, e.y, PALE, 7, tick))

    def step(self, tick: int) -> None:
        """Take away what has stood long enough."""
        self._rings = [r for r in self._rings if tick - r.born < RING]
        self._crosses = [c for c in self._crosses if tick - c[1] < WHY_FOR]
        self._thrown = [(e, at) for e, at in self._thrown if tick - at < e.ticks]

    def draw_low(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw the rings on the floor, under the people."""
        for r in self._rings:
            age = tick - r.born
            radius, fade = 3 + r.most * age // RING, 1 - age / RING
            colour = int(r.colour[0] * fade), int(r.colour[1] * fade), int(r.colour[2] * fade)
            at = int(r.x * METRE) - cam.x - radius - 1, int(r.y * METRE) - cam.y - radius - 1
            frame.blit(stamps.ripple(radius, colour), at, special_flags=ADD)

    def draw_high(self, frame: pygame.Surface, cam: Camera, session: "Session") -> None:
        """Draw thrown things on their arcs, the arc of one that is only aimed, and crosses."""
        tick = session.world.tick
        _aimed(frame, cam, session)
        for e, at in self._thrown:
            t = (tick - at) / max(1, e.ticks)
            x = (e.x + (e.to_x - e.x) * t) * METRE - cam.x
            y = (e.y + (e.to_y - e.y) * t) * METRE - cam.y
            lift = 4 * ARC * t * (1 - t)
            frame.fill((10, 12, 18), (int(x) - 1, int(y), 3, 2))
            thing = stamps.shell(tick // 3 % 8, False)
            frame.blit(thing, (int(x) - 2, int(y - lift) - 2))
        for click, since in self._crosses[-1:]:
            x, y = int(click.x * METRE) - cam.x, int(click.y * METRE) - cam.y
            if session.world.tick - since < CROSS:
                _cross(frame, x, y)
            if click.by == session.player:
                font.write(frame, REFUSED.get(click.why, ""), x, y + WHY, NO, "centre")


def _aimed(frame: pygame.Surface, cam: Camera, session: "Session") -> None:
    """Draw where something would fly while Throw is held: a dotted arc, and a ring where it comes down."""
    world, slot = session.world, session.player
    if slot < 0 or not world.state.command(slot).held & THROW:
        return
    x, y = world.b.x[slot], world.b.y[slot]
    dx, dy = world.state.throw_aim
    k = THROW_MOST / max(THROW_MOST, (dx * dx + dy * dy) ** 0.5)
    to_x, to_y = lands(world, x, y, x + dx * k, y + dy * k)
    colour = READY if world.tick - world.state.thrown_at >= THROW_AGAIN else NOT_YET
    for i in range(1, DOTS + 1):
        t = i / DOTS
        px, py = (x + (to_x - x) * t) * METRE - cam.x, (y + (to_y - y) * t) * METRE - cam.y - 4 * ARC * t * (1 - t)
        frame.fill(DOT, (int(px) - 1, int(py) - 1, 4, 4))
        frame.fill(colour, (int(px), int(py), 2, 2))
    at = int(to_x * METRE) - cam.x, int(to_y * METRE) - cam.y
    pygame.draw.circle(frame, DOT, at, 8, 3)
    pygame.draw.circle(frame, colour, at, 7, 1)


def _cross(frame: pygame.Surface, x: int, y: int) -> None:
    """Draw the mark of a shot refused: red on a pale keyline."""
    for colour, wide in (((255, 220, 210), 3), ((255, 58, 40), 1)):
        pygame.draw.line(frame, colour, (x - 5, y - 5), (x + 5, y + 5), wide)
        pygame.draw.line(frame, colour, (x - 5, y + 5), (x + 5, y - 5), wide)

"""The hunter at the end: the grenade that blinks in it, its flight over the rail, and the faces that it wears in the steel."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.content.looks import LOOKS
from game.sim import events as ev
from game.sim.systems.pools import FACE_TICKS
from game.sim.systems.shatter import FLING_TICKS
from game.sim.tables import THROWN
from game.view import drops, stamps
from game.view.camera import Camera
from game.view.cast import Person
from game.view.light import StandingLight
from game.view.pixels import ADD, METRE, Colour, hexc
from game.view.sparks import Sparks

if TYPE_CHECKING:
    from game.session import Session

STANDS = FACE_TICKS + 14  # ticks of one face: the next comes before it is gone
RISES, SINKS = 0.32, 0.3  # shares of that in which it comes up, and goes under
HALF = 0.3  # how far it stays under at its highest: nobody gets out of there
FACES = 10_000  # slots from here on are faces, not bodies
ARC, TURN = 20.0, 3  # pixels that a flying body rises; ticks to a turn of a sixteenth
BRIGHT = 0.75  # least brightness of metal over steel, whose light would turn it green
SLOW, FAST, SOON = 10, 4, 20  # ticks of a blink, and of one when little time is left
BLINK: Colour = hexc("ffd9a0")
LED: Colour = hexc("ff5a2a")
POSES = ("handsup", "hurt", "grab", "cower")


@dataclass(slots=True)
class Face:
    """A face in the steel: where (world pixels), whose, since when."""

    x: float
    y: float
    look: str
    at: int
    number: int


class Remains:
    """What is left of the hunter, from the grenade on."""

    def __init__(self, sparks: Sparks) -> None:
        self._sparks = sparks
        self._faces: list[Face] = []
        self._fuse: dict[int, int] = {}  # slot -> tick on which it goes off
        self._count = 0

    def forget(self) -> None:
        """Nothing has happened yet."""
        self._faces.clear()
        self._fuse.clear()
        self._count = 0

    def notice(self, events: list[ev.Event], tick: int) -> None:
        """Remember a grenade that sticks, and every face that the steel brings up."""
        self._faces = [f for f in self._faces if 0 <= tick - f.at < STANDS]
        for e in events:
            if isinstance(e, ev.Embedded):
                self._fuse[e.whom] = tick + e.ticks
            elif isinstance(e, (ev.Flung, ev.Burst)):
                self._fuse.pop(e.whom, None)
            elif isinstance(e, ev.Melting):
                self._count += 1
                self._faces.append(Face(e.x * METRE, e.y * METRE, e.look, tick, self._count))

    def burn(self, session: "Session") -> None:
        """Let sparks fly off what lies in steel."""
        for k, d in enumerate(drops.drops(session)):
            if d.hot and (session.world.tick + k * 3) % 5 == 0:
                self._sparks.emit(d.x, d.y, 2, -math.pi / 2, 1.2, (20, 110), "warm" if k % 3 else "cool", (0.2, 0.7))

    def join(self, session: "Session", people: list[Person]) -> list[Person]:
        """Return who is on the stage, back to front, with a flung body in the air and the faces in the steel."""
        for person in people:
            if person.slot == session.hunter and person.strength == 255:
                self.flies(session, person)
        faces = self.faces(session)
        return sorted(people + faces, key=lambda p: (not p.lying, p.y + (24 if p.held else 0))) if faces else people

    def faces(self, session: "Session") -> list[Person]:
        """Return the faces to draw: each comes up as chrome, is somebody for a moment, and goes under as chrome."""
        out = []
        for face in self._faces:
            share = (session.world.tick - face.at) / STANDS
            if not 0 <= share < 1 or face.look not in LOOKS:
                continue
            up = min(1.0, share / RISES, (1 - share) / SINKS)
            row = LOOKS[face.look]
            way = (face.number * 5 + 3) % 16
            out.append(
                Person(
                    slot=FACES + face.number,
                    sheet=row.sheet,
                    x=face.x + 9 * math.cos(face.number * 2.4),
                    y=face.y + 7 * math.sin(face.number * 2.4),
                    aim=way,
                    heading=way,
                    legs="hurt",
                    pose=POSES[face.number % len(POSES)],
                    step=0.0,
                    glow=max(row.glow, BRIGHT),
                    chrome=max(0.0, 1.0 - 1.5 * up * up),
                    sunk=1.0 - (1 - HALF) * up,
                )
            )
        return out

    def flies(self, session: "Session", person: Person) -> None:
        """Let a flung body turn over in the air, half of it chrome already."""
        b, tick = session.world.b, session.world.tick
        if b.act[person.slot] != THROWN:
            return
        share = min(1.0, max(0.0, 1 - (b.act_until[person.slot] - tick) / FLING_TICKS))
        rise = ARC * math.sin(math.pi * share)
        person.y -= rise
        person.late, person.glow = (0.0, rise), max(person.glow, BRIGHT)
        person.aim = person.heading = (person.aim + tick // TURN) % 16
        person.pose, person.legs, person.chrome, person.band = "handsup", "hurt", 0.35 + 0.5 * share, False

    def draw_low(
        self,
        frame: pygame.Surface,
        session: "Session",
        cam: Camera,
        light: StandingLight,
        everybody: bool = False,
    ) -> None:
        """Draw its pools, under everybody's feet."""
        if session.world.blobs:
            drops.draw(frame, session, cam, light, everybody)

    def draw_high(self, frame: pygame.Surface, session: "Session", cam: Camera) -> None:
        """Draw the light of the grenade that is in it."""
        b, tick = session.world.b, session.world.tick
        for slot, at in self._fuse.items():
            left = at - tick
            if not b.here[slot] or not b.seen[slot] or left < 0:
                continue
            if left % (period := FAST * 2 if left < SOON else SLOW * 2) < period // 2:
                x, y = int(b.x[slot] * METRE) - cam.x, int(b.y[slot] * METRE) - cam.y
                frame.blit(stamps.glow(16, LED, 0.8), (x - 16, y - 16), special_flags=ADD)
                frame.fill(LED, (x - 2, y - 2, 4, 4))
                frame.fill(BLINK, (x - 1, y - 1, 2, 2))

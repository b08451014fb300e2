"""What burns, flies and lands for a moment: the tick's events turned into flashes, tracers, shells, sparks, smoke and stains."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.content.actors import ACTOR_IDS, ACTORS
from game.content.blades import BLADES
from game.content.looks import LOOK_IDS, LOOKS
from game.content.weapons import WEAPONS
from game.sim import events as ev
from game.sim.tables import FLEE
from game.view import stamps
from game.view.camera import Camera
from game.view.debris import Debris, cases
from game.view.floors import Floors
from game.view.light import Lamp
from game.view.pixels import ADD, METRE, Colour, H, W
from game.view.poses import SHOULDERED
from game.view.sheets import sheet
from game.view.sparks import Sparks

if TYPE_CHECKING:
    from game.session import Session

BLADE_IDS = frozenset(blade.id for blade in BLADES)
FLASH = 3  # ticks of muzzle light
SMOKE = 64  # ticks that a puff lasts
HURRIED = 22  # level of a step that raises dust
LETS_GO = 0.5  # share of those who take fright who let go of what they carry
SHAKE_REACH = 12.0  # metres within which other people's guns shake the view
MUZZLE_LIGHT: Colour = (255, 208, 144)
BIG = (20, 150.0, 1.0)  # a shotgun's star in pixels, its light's radius and power
SMALL = (11, 84.0, 0.7)
SPLASH = {
    "metal": "cool",
    "flesh": "flesh",
    "machine": "warm",
    "glass": "cool",
    "wood": "wood",
    "card": "wood",
    "plant": "dust",
}
HURT_SHAKE, RAM_SHAKE, BLAST_SHAKE, SLASH_SHAKE, SHUTTER_SHAKE = 0.25, 0.6, 0.8, 0.3, 0.3
STREAK = 26  # pixels of a shot's tail


@dataclass(slots=True)
class Flash:
    x: float
    y: float
    angle: float
    big: bool
    born: int


class Effects:
    """Keeps what the last events left in the air; has its own dice."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.sparks, self._rng = Sparks(rng), rng
        self.blood = True  # the player's option: False draws sparks instead
        self.flash = 1.0  # the player's slider: how bright what flashes is, 0..1
        self.flashes: list[Flash] = []
        self.debris = Debris(rng)
        self._puffs: list[tuple[float, float, int]] = []

    def forget(self) -> None:
        """Clear the air: time has gone back."""
        self.sparks.forget()
        self.debris.forget()
        self.flashes.clear()
        self._puffs.clear()

    def notice(self, session: "Session", events: list[ev.Event], cam: Camera, floors: Floors) -> None:
        """Turn events into things in the air and marks on the ground."""
        for e in events:
            if isinstance(e, ev.ShotFired):
                self._fire(session, e, cam)
            elif isinstance(e, ev.ShotHit):
                self._hit(e, session.world.tick, floors)
            elif isinstance(e, ev.BodyHurt):
                self._hurt(session, e, cam, floors)
            elif isinstance(e, ev.BodyDowned):
                if _made_of(session.world.b, e.whom) == "flesh":
                    self._bleed(floors, session.world.tick + e.whom, e.x * METRE, e.y * METRE, 12)
            else:
                self._rest(session, e, cam)

    def _fire(self, session: "Session", e: ev.ShotFired, cam: Camera) -> None:
        tick, b = session.world.tick, session.world.b
        big = WEAPONS[e.weapon].pellets > 1 if e.weapon in WEAPONS else False
        x, y = e.x * METRE, e.y * METRE
        if e.by >= 0:
            points = sheet(LOOKS[LOOK_IDS[b.look[e.by]]].sheet).points
            ahead, aside = points.get(SHOULDERED.get(e.weapon, "pistol"), [28.0, 0.0])
            x = b.x[e.by] * METRE + e.dx * ahead - e.dy * aside
            y = b.y[e.by] * METRE + e.dy * ahead + e.dx * aside
        angle = math.atan2(e.dy, e.dx)
        if not any(
            f.born == tick and abs(f.x - x) + abs(f.y - y) < 4 for f in self.flashes
        ):  # one flash for all pellets
            self.flashes.append(Flash(x, y, angle, big, tick))
            back = 8 if big else 4
            aside = angle + 1.6 + self._rng.normal() * 0.2
            self.debris.throw(cases(big), x - e.dx * back * 2, y - e.dy * back * 2, aside, 1.6, tick)
            if big:
                self._puffs.append((x + e.dx * 10, y + e.dy * 10, tick))
            own = e.by == session.player
            near = session.player < 0 or math.dist((b.x[session.player], b.y[session.player]), (e.x, e.y)) < SHAKE_REACH
            if e.weapon in WEAPONS and (own or near):
                cam.shake(WEAPONS[e.weapon].shake * (1.0 if own else 0.4))

    def _hit(self, e: ev.ShotHit, tick: int, floors: Floors) -> None:
        x, y, back = e.x * METRE, e.y * METRE, math.atan2(-e.dy, -e.dx)
        kind = SPLASH.get(e.what, "warm") if self.blood or e.what != "flesh" else "warm"
        count = 5 if e.what == "metal" else 7
        self.sparks.emit(x, y, count, back, 1.1, (20, 140), kind, (0.15, 0.5))
        if e.what in ("wall", "stone", "wood", "card"):
            self.sparks.emit(x, y, 6, back, 1.4, (10, 50), "dust", (0.3, 0.8))
            floors.stamp(stamps.scar(int(x * 7 + y) % 32), x - e.dx * 6, y - e.dy * 6)
        if e.what == "flesh":
            self._bleed(floors, tick * 31 + e.whom, x + e.dx * 14, y + e.dy * 14, 5)

    def _hurt(self, session: "Session", e: ev.BodyHurt, cam: Camera, floors: Floors) -> None:
        x, y = e.x * METRE, e.y * METRE
        if e.whom == session.player:
            cam.shake(HURT_SHAKE)
        made = _made_of(session.world.b, e.whom)
        if made == "machine":
            self.sparks.emit(x, y, 10, self._rng.random() * 6.28, 0.9, (30, 150), "warm", (0.2, 0.6))
        elif made == "flesh":
            aside, below = self._rng.normal() * 5, self._rng.normal() * 5
            self._bleed(floors, session.world.tick * 17 + e.whom, x + aside, y + below, 7)

    def _bleed(self, floors: Floors, seed: int, x: float, y: float, reach: int) -> None:
        """Leave blood on the floor, or let sparks fly where the player wants none."""
        if self.blood:
            floors.stamp(stamps.blood(seed, reach=reach), x, y)
        else:
            self.sparks.emit(x, y, reach, self._rng.random() * 6.28, math.pi, (20, 90), "warm", (0.15, 0.4))

    def _rest(self, session: "Session", e: ev.Event, cam: Camera) -> None:
        if isinstance(e, ev.GlassBroke):
            self._break(session, e)
        elif isinstance(e, ev.Staggered):
            self.sparks.emit(
                e.x * METRE,
                e.y * METRE,
                18,
                0.0,
                math.pi,
                (30, 120),
                "cool" if _made_of(session.world.b, e.whom) == "metal" else "dust",
            )
        elif isinstance(e, ev.StrikeLanded) and e.whom >= 0:
            kind = {"machine": "warm", "metal": "cool"}.get(
                _made_of(session.world.b, e.whom), "flesh" if e.kind in BLADE_IDS else "dust"
            )
            self.sparks.emit(e.x * METRE, e.y * METRE, 14, math.atan2(e.dy, e.dx), 0.8, (40, 170), kind)
            if session.player in (e.by, e.whom):
                cam.shake(SLASH_SHAKE)
        elif isinstance(e, ev.VehicleRolled):
            cam.shake(RAM_SHAKE)
            self.sparks.emit(
                e.x * METRE, e.y * METRE, 30, math.atan2(e.y - e.to_y, e.x - e.to_x), 0.9, (10, 60), "dust", (0.4, 1.1)
            )
        elif isinstance(e, ev.NoiseMade) and e.kind == "blast":
            cam.shake(BLAST_SHAKE)
        elif isinstance(e, ev.DoorMoved):
            self._rattle(session, e, cam)
        elif isinstance(e, ev.Stepped) and e.level >= HURRIED:
            self.sparks.emit(e.x * METRE, e.y * METRE, 1, 0.0, math.pi, (6, 26), "dust", (0.2, 0.5))
        elif isinstance(e, ev.NoiseMade) and e.kind == "clatter":
            self.sparks.emit(e.x * METRE, e.y * METRE, 5, 0.0, math.pi, (15, 60), "dust")

    def _break(self, session: "Session", e: ev.GlassBroke) -> None:
        """Let a pane burst along its length."""
        way = math.atan2(e.dy, e.dx)
        self.debris.burst(e.x * METRE, e.y * METRE, way, session.world.tick)
        pane = next((p for p in session.level.panes if p.block == e.block), None)
        for i in range(4):
            x, y = (pane.x + pane.w * (i + 0.5) / 4, pane.y + pane.h * (i + 0.5) / 4) if pane else (e.x, e.y)
            self.sparks.emit(x * METRE, y * METRE, 12, way, 1.3, (20, 190), "cool", (0.3, 0.9))

    def _rattle(self, session: "Session", e: ev.DoorMoved, cam: Camera) -> None:
        """A shutter throws sparks from its rails and can be felt."""
        spot = session.level.ground.doors[e.door]
        if spot.kind != "shutter":
            return
        x0, y0, x1, y1 = spot.x, spot.y + spot.h / 2, spot.x + spot.w, spot.y + spot.h / 2
        if spot.h > spot.w:
            x0, y0, x1, y1 = spot.x + spot.w / 2, spot.y, spot.x + spot.w / 2, spot.y + spot.h
        for x, y in ((x0, y0), (x1, y1)):
            self.sparks.emit(x * METRE, y * METRE, 9, 0.0, math.pi, (20, 110), "warm", (0.2, 0.6))
            self.sparks.emit(x * METRE, y * METRE, 6, 0.0, math.pi, (10, 40), "dust", (0.3, 0.8))
        b, player = session.world.b, session.player
        if player >= 0 and math.dist((b.x[player], b.y[player]), (e.x, e.y)) < SHAKE_REACH:
            cam.shake(SHUTTER_SHAKE)

    def frighten(self, b: Any, first: int, count: int, tick: int) -> None:
        """Let those of the crowd (slots from `first`) who take fright on this tick drop what they carry."""
        for slot in range(first, count):
            if b.fright_at[slot] == tick > 0 and b.mood[slot] == FLEE and self._rng.random() < LETS_GO:
                way = math.atan2(b.fy[slot], b.fx[slot])
                self.debris.drop(b.x[slot] * METRE, b.y[slot] * METRE, way, tick)

    def step(self, tick: int, floors: Floors) -> None:
        """Move everything one tick; what lies still is stamped into the ground."""
        self.sparks.step()
        self.flashes = [f for f in self.flashes if tick - f.born < FLASH]
        self._puffs = [p for p in self._puffs if tick - p[2] < SMOKE]
        self.debris.step(tick, floors)

    def lamps(self, tick: int) -> list[Lamp]:
        """Return the lamps that burn because of the last shots."""
        out = []
        for f in self.flashes if self.flash else ():
            _, radius, power = BIG if f.big else SMALL
            out.append(
                Lamp(
                    x=f.x,
                    y=f.y,
                    radius=radius,
                    colour=MUZZLE_LIGHT,
                    power=power * self.flash * (1 - 0.2 * (tick - f.born)),
                )
            )
        return out

    def draw_low(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        """Draw what tumbles through the air, under the people."""
        self.debris.draw(frame, cam, tick)

    def draw_high(self, frame: pygame.Surface, cam: Camera, s: Any, tick: int) -> None:
        """Draw what shines through the fog of sight: smoke, shots in flight (columns `s`), muzzle stars, sparks."""
        for x, y, born in self._puffs:
            frame.blit(
                stamps.puff((tick - born) // (SMOKE // stamps.PUFFS)),
                (int(x) - cam.x - 32, int(y - (tick - born) * 0.2) - cam.y - 32),
            )
        self._draw_shots(frame, cam, s)
        for f in self.flashes if self.flash else ():
            length = int((BIG if f.big else SMALL)[0] * self.flash)
            at = int(f.x) - cam.x, int(f.y) - cam.y
            halo = stamps.glow(length * 3, (255, 192, 96), 0.2)
            frame.blit(halo, (at[0] - length * 3, at[1] - length * 3), special_flags=ADD)
            burst = stamps.star(
                max(4, length - 3 * (tick - f.born)),
                round(f.angle / (2 * math.pi) * stamps.STAR_WAYS) % stamps.STAR_WAYS,
            )
            frame.blit(burst, (at[0] - burst.get_width() // 2, at[1] - burst.get_height() // 2))
        self.sparks.draw(frame, cam)

    @staticmethod
    def _draw_shots(frame: pygame.Surface, cam: Camera, s: Any) -> None:
        out = []
        for i, here in enumerate(s.here):
            if not here:
                continue
            x, y = s.x[i] * METRE - cam.x, s.y[i] * METRE - cam.y
            if not (-STREAK < x < W + STREAK and -STREAK < y < H + STREAK):
                continue
            gone = math.dist((s.x[i], s.y[i]), (s.from_x[i], s.from_y[i])) * METRE
            length = int(min(STREAK, gone - 16))
            if length > 3:
                way = round(math.atan2(s.vy[i], s.vx[i]) / (2 * math.pi) * stamps.STREAK_WAYS) % stamps.STREAK_WAYS
                out.append((stamps.streak(length, way), (int(x) - length - 2, int(y) - length - 2)))
        if out:
            frame.fblits(out, ADD)


def _made_of(b: Any, slot: int) -> str:
    return ACTORS[ACTOR_IDS[b.actor[slot]]].body if slot >= 0 else ""

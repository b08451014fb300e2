"""What the machine's sight writes on the picture: whom it has made out and how sure it is, eyes, sounds, devices, itself."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.agent.command import RUN, SNEAK
from game.agent.doubt import CLEARED, DOUBTFUL, MACHINE, MATCH_TICKS
from game.content.looks import LOOK_IDS, LOOKS
from game.sim import events as ev
from game.sim.systems.suspicion import SCAN_SURE
from game.view import font
from game.view.camera import Camera
from game.view.cast import Person
from game.view.eyes import Cones
from game.view.labels import Label, bracket, write
from game.view.pixels import METRE, Colour, H, W, hexc
from game.view.plates import on_screen, plate
from game.view.verdicts import scanned, searching, sureness

if TYPE_CHECKING:
    from game.hud import Hud
from game.session import Session

PALE, WARM, HOT, DIM = hexc("ffd0a8"), hexc("ff7a52"), hexc("ffffff"), hexc("b41a1a")
MOST_MARKS = 9  # people who bear a label
WATCHFUL = ("police", "guard", "machine")  # roles whose eyes matter
RIPPLE, LOUD = 40, 4.0  # ticks that a sound spreads; pixels a level
VERDICTS = {DOUBTFUL: "DOUBTFUL", CLEARED: "CLEARED", MACHINE: "MARKED"}
TELL_TICKS = 300  # how long a tell stands in somebody's read-out
TELLS = {
    "even_steps": "GAIT  TOO EVEN",
    "stare": "BLINK  NONE",
    "no_breath": "BREATH  NONE",
    "late_reflection": "SHADOW  LATE",
}
FOCUS_COS, FOCUS_REACH = 0.9, 8.0  # whose doubt stands in the corner: whoever the eye rests on
HEX_ROWS, HEX_TICKS = 9, 24
BAR = 20  # segments of the doubt in the corner


@dataclass(slots=True)
class Ripple:
    x: float
    y: float
    most: float  # pixels
    born: int
    hot: bool


class Optic:
    """Remembers sounds and tells for as long as the machine shows them."""

    def __init__(self) -> None:
        self._ripples: list[Ripple] = []
        self._tells: dict[int, tuple[str, int]] = {}
        self._cones = Cones()

    def forget(self) -> None:
        """Drop everything: time has gone back."""
        self._ripples.clear()
        self._tells.clear()

    def notice(self, session: "Session", events: list[ev.Event]) -> None:
        """Take in the sounds and tells of a tick."""
        tick, b, player = session.world.tick, session.world.b, session.player
        self._ripples = [r for r in self._ripples if 0 <= tick - r.born < RIPPLE]
        for e in events:
            if isinstance(e, ev.Told):
                self._tells[e.who] = TELLS.get(e.kind, ""), tick
            elif isinstance(e, ev.NoiseMade | ev.Stepped) and player >= 0:
                gap = math.dist((e.x, e.y), (b.x[player], b.y[player]))
                if gap < e.level:
                    even = isinstance(e, ev.Stepped) and e.kind == "machine"
                    # then it gives nobody away
                    shown = isinstance(e, ev.Stepped) and b.seen[e.who] and not b.known[e.who]
                    hot = isinstance(e, ev.NoiseMade) or (even and not shown)
                    self._ripples.append(Ripple(e.x, e.y, min(e.level, 40) * LOUD, tick, hot))

    # ------------------------------------------------------------------ showing
    def draw(
        self,
        frame: pygame.Surface,
        session: "Session",
        people: list[Person],
        hud: "Hud",
        cam: Camera,
        taken: list[pygame.Rect],
    ) -> None:
        """Write everything; labels keep clear of what is `taken` and of each other."""
        shown = [p for p in people if p.strength == 255 and on_screen(p.x - cam.x, p.y - cam.y)]
        self._draw_ripples(frame, cam, session.world.tick)
        self._draw_cones(frame, session, shown, cam)
        taken += self._panels(frame, session, shown, hud)
        others = [p for p in shown if p.slot != session.player]
        others.sort(key=lambda p: (-_rank(session, p), math.dist((p.x, p.y), cam.centre)))
        for p in others[:MOST_MARKS]:
            label = self._label(session, p)
            bracket(frame, int(p.x) - cam.x, int(p.y) - cam.y, label, taken)
            write(frame, int(p.x) - cam.x, int(p.y) - cam.y, label, taken)
        self._devices(frame, session, cam, taken)

    def _draw_ripples(self, frame: pygame.Surface, cam: Camera, tick: int) -> None:
        for r in self._ripples:
            share = (tick - r.born) / RIPPLE
            tone = (PALE if r.hot else WARM) if share < 0.4 else DIM
            at = int(r.x * METRE) - cam.x, int(r.y * METRE) - cam.y
            pygame.draw.circle(frame, tone, at, int(6 + r.most * math.sqrt(share)), 1)

    def _draw_cones(self, frame: pygame.Surface, session: "Session", shown: list[Person], cam: Camera) -> None:
        """Draw the eyes that matter: of those who look like the law, and of what is known for what it is."""
        world, b = session.world, session.world.b
        ours = [s for s in (session.player, session.ward) if s >= 0]
        eyes = []
        for p in shown:
            watchful = p.role in WATCHFUL or b.known[p.slot]
            if watchful and p.slot not in ours and not p.lying:
                sees = any(bool(world.sees_now[p.slot, s]) for s in ours)
                eyes.append((b.x[p.slot], b.y[p.slot], b.fx[p.slot], b.fy[p.slot], sees))
        self._cones.draw(frame, world.opaque, eyes, cam)

    def _label(self, session: "Session", p: Person) -> Label:
        """Return what the machine can tell of somebody: never more than the player's side knows."""
        b, tick = session.world.b, session.world.tick
        if p.slot == session.ward:
            pulse = f"PULSE {84 + int(60 * min(1.0, b.fear[p.slot]))}"
            return Label([_name(p, b), "TAKEN" if p.held else "WARD", pulse], strong=p.held, size=16)
        if b.known[p.slot]:
            return Label(["IT", "NOT A MAN", "SHAPE  COPIED"], strong=True, size=20)
        share = scanned(session, p.slot)
        if share >= 0:
            return Label([_name(p, b), "SCANNING"], bar=share, strong=True, size=18)
        told, at = self._tells.get(p.slot, ("", -TELL_TICKS))
        rows = [told] if tick - at < TELL_TICKS else []
        doubt = sureness(session, p.slot)
        if 0 < b.matched[p.slot] < MATCH_TICKS and searching(session):
            return Label(["MATCHING", *rows], bar=b.matched[p.slot] / MATCH_TICKS)
        if searching(session):
            rows.append("NOT HIM" if b.matched[p.slot] else "UNKNOWN")
        elif session.world.doubt[session.player, p.slot] <= -SCAN_SURE:
            rows.append("CLEAR")
        if p.lying:
            rows.append("DOWN")
        if p.slot in session.world.state.marks:
            rows.append(VERDICTS[session.world.state.marks[p.slot]])
        named = p.role in WATCHFUL or len(rows) != 1 or doubt > 0
        return Label([_name(p, b), *rows] if named else rows, bar=doubt if doubt > 0 else -1.0)

    # ------------------------------------------------------------------ itself
    def _panels(self, frame: pygame.Surface, session: "Session", shown: list[Person], hud: "Hud") -> list[pygame.Rect]:
        b, player, tick = session.world.b, session.player, session.world.tick
        light = session.world.b.light[player] if player >= 0 else 0.0
        faces = sum(1 for n in b.matched[: session.world.count] if n >= MATCH_TICKS)
        left = [
            "OPTIC 2  LIVE",
            f"LIGHT ON ME {light * 100:3.0f} %{'  DARK' if light < 0.2 else ''}",
            f"MY STEPS  {_steps(b, player)}",
            f"FACES CHECKED  {faces}",
        ]
        right = [f"POWER {hud.health} %", hud.objective.upper(), f"ORDER  {hud.order}" if hud.order else ""]
        if hud.magazine:
            right.insert(1, f"{hud.weapon}  {hud.rounds} / {hud.spare}")
        right = [r for r in [*right, "KEEP HIM BREATHING"] if r]
        who = _focus(session, shown)
        wide = max(max(font.width(s) for s in right), 122) + 14
        tall = 8 + 10 * len(right) + (24 if who is not None else 0)
        boxes = [pygame.Rect(6, 4, 126, 8 + 10 * len(left)), pygame.Rect(W - 12 - wide, 4, wide, tall)]
        for box, rows in zip(boxes, (left, right), strict=True):
            frame.blit(plate(box.w, box.h, strength=0.7), box)
            for i, words in enumerate(rows):
                font.draw_text(frame, words, box.x + 4, 7 + 10 * i, PALE if i == 0 else WARM, shadow=False)
        if who is not None:
            _doubt(frame, who, b, sureness(session, who.slot), boxes[1].x + 4, 10 + 10 * len(right))
        dice = np.random.default_rng(tick // HEX_TICKS)
        for i in range(HEX_ROWS):
            words = " ".join(f"{v:04X}" for v in dice.integers(0, 65536, 2).tolist())
            font.draw_text(frame, words, 10, 60 + 10 * i, DIM if i % 5 else WARM, shadow=False)
        for i in range(0, H, 12):
            frame.fill(hexc("e83a2a"), (632 if i % 60 == 0 else 636, i, 8, 1))
        return [*boxes, pygame.Rect(6, 56, 60, 10 * HEX_ROWS)]

    @staticmethod
    def _devices(frame: pygame.Surface, session: "Session", cam: Camera, taken: list[pygame.Rect]) -> None:
        """Name the things that hands can use, and say how long a heavy door has left."""
        world = session.world
        for device in world.ground.devices:
            x, y = (device.x + device.w / 2) * METRE - cam.x, (device.y + device.h / 2) * METRE - cam.y
            if on_screen(x, y, 8):
                used = device.name in world.state.used
                label = Label([device.name.replace("_", " ").upper(), *(["USED"] if used else [])], size=8)
                bracket(frame, int(x), int(y), label, taken)
                write(frame, int(x), int(y), label, taken)
        for k in world.heavy_doors:
            spot, back = world.ground.doors[k], world.d.back_at[k]
            x, y = (spot.x + spot.w / 2) * METRE - cam.x, (spot.y + spot.h / 2) * METRE - cam.y
            if on_screen(x, y, 8) and back > world.tick:
                verb = "OPENS" if world.d.shut[k] else "SHUTS"
                write(frame, int(x), int(y), Label([f"{verb} IN {(back - world.tick) / 60:.0f} S"], size=8), taken)


def _rank(session: "Session", p: Person) -> int:
    """Return how much somebody matters to the machine."""
    b = session.world.b
    if b.known[p.slot] or p.slot == session.ward:
        return 4
    if scanned(session, p.slot) >= 0:
        return 3
    if 0 < b.matched[p.slot] < MATCH_TICKS or sureness(session, p.slot) > 0:
        return 2
    return 1 if p.role in WATCHFUL else 0


def _focus(session: "Session", shown: list[Person]) -> Person | None:
    """Return whom the player's eye rests on."""
    world, player = session.world, session.player
    if player < 0:
        return None
    near = [
        p
        for p in shown
        if p.slot not in (player, session.ward)
        and world.gap(player, p.slot) < FOCUS_REACH
        and world.ahead(player, p.slot) > FOCUS_COS
    ]
    return min(near, key=lambda p: world.gap(player, p.slot), default=None)


def _name(p: Person, b: Any) -> str:
    return LOOKS[LOOK_IDS[b.look[p.slot]]].name


def _steps(b: Any, player: int) -> str:
    """Return how loud the player's own steps are."""
    if player < 0 or b.vx[player] ** 2 + b.vy[player] ** 2 < 1e-8:
        return "NONE"
    return {RUN: "LOUD", SNEAK: "SOFT"}.get(b.gait[player], "HEARD")


def _doubt(frame: pygame.Surface, p: Person, b: Any, share: float, x: int, y: int) -> None:
    """Draw how far the evidence has come against the one in focus."""
    font.draw_text(frame, f"DOUBT  {_name(p, b)}", x, y, PALE, shadow=False)
    for i in range(BAR):
        lit: Colour = PALE if i < round(share * BAR) else hexc("480810")
        frame.fill(lit, (x + 6 * i, y + 12, 4, 6))

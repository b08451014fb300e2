"""Checks every percept against what its senses could have told: lines of sight, gauges, the ways of sounds, who said what.

It works from the events and the geometry, never from the rules that wrote the percept.
"""

from math import sqrt
from typing import Any, NamedTuple

import numpy as np

from game.agent.command import SNEAK
from game.agent.percept import Noise, Percept, Track, Word
from game.core.ground import Rectangle
from game.core.sight import attention, clear, rate, visibility
from game.session import Session
from game.sim import events as E
from game.sim.kernels.look import KNOWS
from game.sim.kernels.sighted import NEAR
from game.sim.places import HEIGHTENED_TICKS
from game.sim.systems import percepts, senses
from game.sim.systems.forms import MEMORY
from game.sim.world import World

REACH, NEAR_REACH = 20.0, 16.0  # metres (T1000.md 2.1)
BACK = 4  # cells that a sound can be followed back
SINCE = 2  # cells that somebody may have gone since a sound came in
STEPS = 2.0  # metres that somebody goes between two looks, thrown off or not, and the rounding to cells
GAUGE, FADE, LOOK = 1.6, 0.015, 0.1
DOOR_NEAR, DOOR_FAR = 2.5, 16.0  # metres
EXACT = 1e-9
FRESH_LOOK = 6  # ticks
SPEED = 40.0  # metres a second at which a sound comes at most
LONGEST = 150  # ticks that a sound is on its way and in an ear at most


class Fault(NamedTuple):
    """Something that a mind was told and could not have perceived."""

    tick: int
    slot: int
    what: str


class Heard(NamedTuple):
    """An event that one body may hear of: when it was reported, and where that body was then."""

    tick: int
    x: float
    y: float
    event: Any


class Auditor:
    """Looks on after each tick of a session, and keeps the faults that it finds in the percepts of some slots."""

    def __init__(self, session: Session, slots: list[int]) -> None:
        world = session.world
        self.slots = slots
        self.faults: list[Fault] = []
        self.looks = 0
        self._heard: dict[int, list[Heard]] = {slot: [] for slot in slots}
        self._since = dict.fromkeys(slots, 0)  # tick from which events are news to it
        # nobody knows anybody before the first look
        self._aware = {slot: world.aware[slot] * (world.tick > 1) for slot in slots}
        self._contact: dict[int, int] = {}
        self._doors: dict[int, dict[int, tuple[bool, int]]] = {slot: {} for slot in slots}
        self._stands: dict[int, set[Rectangle]] = {slot: set() for slot in slots}
        self._way: list[tuple[float, float]] = []  # where the ward was, tick by tick
        self._attempt = session.attempt

    def __call__(self, session: Session) -> None:
        """Take in the tick just lived."""
        world = session.world
        if world.ward >= 0:
            self._way.append((world.b.x[world.ward], world.b.y[world.ward]))
        for slot in self.slots:
            x, y = world.b.x[slot], world.b.y[slot]
            self._heard[slot] += [Heard(world.tick, x, y, event) for event in session.events]
            if world.looked(slot):
                if world.b.here[slot]:
                    self.looks += 1
                    self._check(world, slot, percepts.percept(world, slot))
                if slot in world.state.heard:  # else it rests, and what came stays in its ear
                    self._since[slot] = world.tick  # some of it may have come just after this look
                self._heard[slot] = [h for h in self._heard[slot] if world.tick - h.tick < LONGEST]

    def _fault(self, world: World, slot: int, what: str) -> None:
        self.faults.append(Fault(world.tick, slot, what))

    def _check(self, world: World, slot: int, percept: Percept) -> None:
        self._gauges(world, slot)
        for track in percept.tracks:
            why = seen_wrongly(world, slot, track)
            if why:
                self._fault(world, slot, f"sees {track.look or 'somebody'} {why}")
        for noise in percept.noises:
            if not any(could_be(slot, noise, h) and in_time(h, world.tick) for h in self._heard[slot]):
                self._fault(world, slot, f"hears {noise.kind} at {noise.level:.0f} that did not reach it so")
        for word in percept.words:
            if not self._was_said(world, slot, word):
                self._fault(world, slot, f"is told {word.kind} {word.topic} that nobody said to it")
        self._know_doors(world, slot, percept)
        self._know_stands(world, slot, percept)
        if slot != world.player and (percept.goal or percept.arrow or percept.things or percept.clock >= 0):
            self._fault(world, slot, "reads the player's screen")
        if slot != world.ward and percept.order is not None:
            self._fault(world, slot, "is under an order that was given to another")

    # ------------------------------------------------------------------ eyes
    def _gauges(self, world: World, slot: int) -> None:
        """Awareness grows as light, distance and posture have it, and fades without them: exactly."""
        before, now = self._aware[slot], world.aware[slot]
        keen = keenness(world, slot, self._contact.get(slot))
        alert = slot in self._contact and world.tick - 1 - self._contact[slot] < HEIGHTENED_TICKS
        for j in range(world.count):
            if j == slot:
                continue
            grows = 0.0 if world.b.down[slot] else growth(world, slot, j, REACH if alert else NEAR_REACH) * keen
            should = min(GAUGE, before[j] + grows * LOOK) if grows > 0.0 else max(0.0, before[j] - FADE)
            if abs(should - now[j]) > EXACT:
                self._fault(
                    world, slot, f"makes out {world.names[j]} by {now[j] - before[j]:.3f}, not {grows * LOOK:.3f}"
                )
        self._aware[slot] = now.copy()
        prey = [j for j in (world.player, world.ward) if j >= 0]
        if slot not in prey and any(now[j] >= KNOWS for j in prey):
            self._contact[slot] = world.tick - 1

    # ------------------------------------------------------------------ words
    def _was_said(self, world: World, slot: int, word: Word) -> bool:
        """Say whether somebody has said this since the last look where this ear could hear it."""
        past = self._heard[slot]
        events = [h.event for h in past if h.tick >= self._since[slot]]
        if word.kind == "radio":
            zone = world.ground.zone(word.place)
            at = zone.middle if zone else (-1.0, -1.0)
            calls = [e for e in events if isinstance(e, E.RadioCall)]
            said = any((e.speaker, e.place, e.look) == (word.speaker, word.place, word.topic) for e in calls)
            return slot in world.state.radios and said and (word.x, word.y) == at
        if word.kind == "answer":
            asked = any(isinstance(e, E.Asked) and e.by == slot for e in events)
            return asked and (word.topic == "no" or (word.age <= MEMORY and self._was_there(world, word)))
        if word.kind == "call":
            voices = [e for _, _, _, e in past if isinstance(e, E.Called) and e.heard and e.name == word.speaker]
            return slot == world.ward and (word.topic == "wrong" or bool(voices))
        if word.kind == "shout":
            return any(reaches(slot, h, world.tick) for h in past)
        return slot != world.hunter  # thoughts and gestures are for others

    def _was_there(self, world: World, word: Word) -> bool:
        """Say whether the ward was where a passer-by says, when he says it."""
        for tick in range(world.tick - 1 - word.age - FRESH_LOOK, world.tick - word.age + 1):
            if 0 <= tick < len(self._way):
                x, y = self._way[tick]
                if abs(x - word.x) < EXACT and abs(y - word.y) < EXACT:
                    return True
        return False

    # ------------------------------------------------------------------ doors
    def _know_doors(self, world: World, slot: int, percept: Percept) -> None:
        """The state of a door is known from the last time that it was in sight."""
        known = self._doors[slot]
        for door in percept.doors:
            k, at = door.index, world.tick - door.seen
            if door.seen <= 1:
                if not door_in_sight(world, slot, k) or door.shut != bool(world.d.shut[k]):
                    self._fault(world, slot, f"knows door {k} without having it in sight")
            elif known.get(k) != (door.shut, at):
                self._fault(world, slot, f"has news of door {k} that it did not see")
            known[k] = (door.shut, at)

    def _know_stands(self, world: World, slot: int, percept: Percept) -> None:
        """A vehicle off its place is known from where it was seen at rest."""
        for box in percept.stands:
            if box not in self._stands[slot] and not (at_rest(world, box) and in_sight(world, slot, box)):
                self._fault(world, slot, "knows where a vehicle stands without having it in sight")
            self._stands[slot].add(box)


def keenness(world: World, slot: int, contact: int | None) -> float:
    """Return how keen these eyes may be: after a contact, and the longer without one."""
    if world.actors[slot].body != "metal":
        return 1.0
    since = world.tick - 1 - (contact or 0)
    keen = senses.HEIGHTENED if contact is not None and since < HEIGHTENED_TICKS else 1.0
    return keen * (1.0 + min(senses.SHARPEN, since / senses.SHARPEN_TICKS)) * world.difficulty.look_rate


def growth(world: World, i: int, j: int, reach: float) -> float:
    """Return how fast i should make out j, a second."""
    b = world.b
    dx, dy = b.x[j] - b.x[i], b.y[j] - b.y[i]
    d = sqrt(dx * dx + dy * dy)
    if not b.here[j] or b.guise[j] or d >= reach:
        return 0.0
    speed = sqrt(b.vx[j] * b.vx[j] + b.vy[j] * b.vy[j]) * 60.0
    share = attention(dx, dy, d, b.fx[i], b.fy[i], speed > 0.3, i == world.player, reach)
    if share <= 0.0 or not clear(world.opaque, b.x[i], b.y[i], b.x[j], b.y[j]):
        return 0.0
    rows, cols = world.ground.low.shape
    low = world.ground.low[min(rows - 1, int(b.y[j] * 2.0)), min(cols - 1, int(b.x[j] * 2.0))]
    return float(rate(share, visibility(b.light[j], speed, b.gait[j] == SNEAK, low, d), d, reach))


def seen_wrongly(world: World, slot: int, track: Track) -> str:
    """Return what is wrong with a sighting, '' nothing."""
    b = world.b
    there = [j for j in range(world.count) if b.here[j] and b.x[j] == track.x and b.y[j] == track.y and j != slot]
    if not there:
        return "where nobody is"
    j = there[0]
    if growth(world, slot, j, REACH) <= 0.0:
        return "out of its sight"
    made_out = track.awareness >= KNOWS or track.distance < NEAR
    return "" if made_out or (track.look == "" and track.face < 0) else "before it has made them out"


# ---------------------------------------------------------------------- ears
def could_be(slot: int, noise: Noise, h: Heard) -> bool:
    """Say whether a sound is one that was made, fainter by at least its metres.

    It is heard from at most four cells off the place where its listener stood when it was made.
    """
    made = h.event
    if not isinstance(made, E.NoiseMade) or noise.kind != made.kind or made.by == slot:
        return False
    cells = abs(int(made.x) - int(h.x)) + abs(int(made.y) - int(h.y))
    off = abs(noise.x - h.x) + abs(noise.y - h.y)
    return noise.level <= made.level - max(0, cells - SINCE) and bool(off <= BACK + STEPS)


def in_time(h: Heard, now: int) -> bool:
    """Say whether a sound can have come from there by now."""
    return speed(h, now) <= SPEED


def speed(h: Heard, now: int) -> float:
    """Return at how many metres a second a sound that is heard now must have come, as the crow flies."""
    return sqrt((h.event.x - h.x) ** 2 + (h.event.y - h.y) ** 2) * 60.0 / (now - h.tick + 1)


def reaches(slot: int, h: Heard, now: int) -> bool:
    """Say whether an event is a shout of somebody else that can be heard by now, as the crow flies."""
    made = h.event
    if not isinstance(made, E.NoiseMade) or made.kind != "shout" or made.by == slot:
        return False
    return abs(made.x - h.x) + abs(made.y - h.y) <= made.level + STEPS and in_time(h, now)


def at_rest(world: World, box: Rectangle) -> bool:
    """Say whether a vehicle has come to rest on a rectangle."""
    return any(tuple(row) == box for row in world.rest_box.tolist())


def door_in_sight(world: World, slot: int, k: int) -> bool:
    """Say whether some part of a door lies in a clear line."""
    spot = world.ground.doors[k]
    return in_sight(world, slot, (spot.x, spot.y, spot.x + spot.w, spot.y + spot.h))


def in_sight(world: World, slot: int, box: Rectangle) -> bool:
    """Say whether some part of a rectangle lies in a clear line."""
    (x0, y0, x1, y1), b = box, world.b
    x, y = b.x[slot], b.y[slot]
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    d = sqrt((mx - x) ** 2 + (my - y) ** 2)
    if d < DOOR_NEAR:
        return True
    places = [(mx + (x - mx) * k / d, my + (y - my) * k / d) for k in np.arange(0.0, max(x1 - x0, y1 - y0) + 0.5, 0.05)]
    lines: Any = (clear(world.opaque, x, y, px, py) for px, py in places)
    return d < DOOR_FAR and any(lines)

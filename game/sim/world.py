"""The world of one run: records, grids, state, minds' memories; and the verbs that rules and effects are made of."""

from __future__ import annotations

from math import sqrt
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from game.agent import command as C
from game.agent.percept import Briefing, Noise, Touch, Word
from game.content.actors import ACTOR_IDS, ACTORS, TEAM_INDEX, Actor
from game.content.difficulty import Difficulty
from game.content.doors import DOORS
from game.content.lines import line
from game.content.looks import LOOK_IDS, LOOK_INDEX
from game.content.weapons import ITEMS, WEAPON_INDEX, WEAPONS
from game.core.dice import Dice, seed_of
from game.core.ground import Ground
from game.core.paths import Ways, ways_of
from game.core.sight import clear
from game.sim import events as E
from game.sim.effects import Objective, Trigger
from game.sim.kernels.sound import FAR, came_from, flood
from game.sim.sound_map import SoundMap
from game.sim.state import Alert, Clock, Ear, Gear, OrderGivenTo, Roll, State
from game.sim.tables import BODY, DOOR, FLEE, SHOT, Rows, columns, rows

MOST_SHOTS = 96
RESCUE_TRUST = 0.05
SHOUT_LOUD = 32
FRIGHT = ("pistol", "shotgun", "alarm", "bell")  # noises that make civilians run
HEARD_BY_TRIGGERS = ("pistol", "shotgun", "scream", "alarm", "siren")
ALARMS = {"crowd": ("alarm", 32), "fire": ("bell", 60), "noise": ("machine", 32), "siren": ("siren", 58)}  # kind, level
ORDER_CODES = {"FOLLOW": C.FOLLOW, "STAY": C.STAY, "HIDE": C.HIDE, "RUN_TO": C.RUN_TO}


class Grids(NamedTuple):
    """The arrays that kernels walk; `block_off` and `blocks` change in play, the rest are the ground's."""

    wall: Any
    door_cell: Any
    door_rect: Any
    blocks: Any
    block_height: Any
    block_pane: Any
    block_off: Any
    near_start: Any
    near_item: Any


class World:
    """All that the rules read and write. `level` facts come in as plain parts, so that sim never imports the reader."""

    def __init__(self, ground: Ground, names: list[str], kinds: list[str], seed: int, difficulty: Difficulty) -> None:
        self.ground, self.seed, self.difficulty = ground, seed, difficulty
        self.names, self.kinds = names, kinds
        self.count = n = len(names)
        self.tick = 0
        self.bodies: Rows = rows(BODY, n)
        self.shots: Rows = rows(SHOT, MOST_SHOTS)
        self.doors: Rows = rows(DOOR, max(1, len(ground.doors)))
        self.b = SimpleNamespace(**columns(self.bodies))
        self.s = SimpleNamespace(**columns(self.shots))
        self.d = SimpleNamespace(**columns(self.doors))
        self.aware: npt.NDArray[np.float64] = np.zeros((n, n))
        self.sees_now: npt.NDArray[np.int32] = np.zeros((n, n), np.int32)
        self.track: npt.NDArray[np.int32] = np.zeros((n, n), np.int32)
        self.next_track: npt.NDArray[np.int32] = np.zeros(n, np.int32)
        self.doubt: npt.NDArray[np.float64] = np.full((n, n), -6.0)  # observer's log-odds that a body is the machine
        self.judged: npt.NDArray[np.int32] = np.zeros((n, n), np.int32)  # the track that a doubt belongs to
        self.face_doubt: npt.NDArray[np.float64] = np.full((n, n), -6.0)  # and by face, for when it is met again
        self.face_at: npt.NDArray[np.int64] = np.zeros((n, n), np.int64)
        self.watchers: Any = np.zeros(0, np.int32)  # slots whose eyes count for tells
        self.state = State()
        self.memories: dict[int, Any] = {}  # slot -> the mind's Memory
        self.minds: dict[int, str] = {}  # slot -> row of content MINDS
        self.briefings: dict[int, Briefing] = {}
        self.acting: list[int] = []  # slots that take Commands: the player and whoever has a mind
        self.events: list[E.Event] = []
        self.actors: list[Actor] = [ACTORS[k] for k in kinds]
        self.triggers: tuple[Trigger, ...] = ()
        self.listening: list[Trigger] = []  # those that look for themselves
        self.objectives: dict[str, Objective] = {}
        self.items: tuple[Any, ...] = ()
        self.block_material: list[str] = []  # what each block is made of, for a shot
        self.props: dict[str, tuple[int, float, float, float, float]] = {}  # name -> block row, x, y, w, h
        self.ways: Ways = ways_of(ground)
        self.player = self.ward = self.hunter = -1
        self.errands: Any = None  # systems.crowd.Errands, derived
        self.heavy_doors = [i for i, d in enumerate(ground.doors) if not DOORS[d.kind].pushes]
        self.shut_mask = 0  # bit i: heavy door i is shut
        self.crowd_from = n  # civilians fill the slots from here on
        self._slots = {name: i for i, name in enumerate(names)}
        self._build_grids()
        self.given: dict[int, C.Command] = {}  # commands from outside, for this tick
        self.live_shots = 0

    # ------------------------------------------------------------------ grids
    def _build_grids(self) -> None:
        g = self.ground
        door_cell = np.zeros(g.wall.shape, np.int16)
        rect = np.zeros((max(1, len(g.doors)), 4))
        for i, d in enumerate(g.doors):
            rect[i] = d.x, d.y, d.x + d.w, d.y + d.h
            r0, r1, c0, c1 = (
                int(d.y * 2 + 0.01),
                int((d.y + d.h) * 2 + 0.99),
                int(d.x * 2 + 0.01),
                int((d.x + d.w) * 2 + 0.99),
            )
            door_cell[r0:r1, c0:c1] = i + 1
        near_start, near_item = g.near_start, g.near_item if len(g.near_item) else np.zeros(1, np.int32)
        blocks = g.blocks.copy() if len(g.blocks) else np.zeros((1, 4))
        heights = g.block_height if len(g.block_height) else np.zeros(1)
        panes = g.block_pane if len(g.block_pane) else np.zeros(1, np.uint8)
        self.opaque = g.opaque.copy()
        self.block_off = np.zeros(len(blocks), np.uint8)
        self.g = Grids(g.wall, door_cell, rect, blocks, heights, panes, self.block_off, near_start, near_item)
        self.sound = SoundMap(g)
        self.lamp_light: dict[str, npt.NDArray[np.float64]] = {}  # group -> light of its lamps
        self.light = np.zeros(g.wall.shape)
        self._far: npt.NDArray[np.int32] = np.zeros((g.height, g.width), np.int32)
        self._back: npt.NDArray[np.int32] = np.zeros((g.height, g.width), np.int32)
        self._ring: npt.NDArray[np.int32] = np.zeros((64, g.height * g.width + 1), np.int32)

    def refresh(self) -> None:
        """Rebuild every derived grid from the records and the state: after loading, or when a door or lamp changed."""
        self.refresh_doors()
        self.refresh_light()
        self.block_off[:] = 0
        self.block_off[list(self.state.broken)] = 1

    def refresh_doors(self) -> None:
        """Let shut doors stop sight and sound."""
        g = self.ground
        self.opaque[...] = g.opaque
        for i in range(len(g.doors)):
            if self.d.shut[i] and self.d.opaque[i]:
                self.opaque[self.g.door_cell == i + 1] = 1
        self.sound.set_doors([bool(self.d.shut[i]) for i in range(len(g.doors))])
        self.shut_mask = sum(1 << i for i in range(len(g.doors)) if self.d.shut[i] and not self.d.pushes[i])

    def doors_key(self) -> bytes:
        """Return how all doors stand, to see whether grids must be rebuilt."""
        return np.asarray(self.doors)["shut"].tobytes()

    def refresh_light(self) -> None:
        """Add up the light of all groups that are on."""
        self.light[...] = 0.0
        for group, share in self.lamp_light.items():
            if group not in self.state.lamps_off:
                self.light += share
        np.minimum(self.light, 1.0, out=self.light)

    # ------------------------------------------------------------------ who and where
    def slot(self, name: str) -> int:
        """Return the slot of a name, -1 if there is nobody of that name."""
        return self._slots.get(name, -1)

    def who(self, name: str) -> list[int]:
        """Return the slots that a word of the trigger language means; `all` is the living player's side."""
        if name == "all":
            return [s for s in (self.player, self.ward) if s >= 0 and self.b.here[s]]
        if name in TEAM_INDEX:
            team = TEAM_INDEX[name]
            return [s for s in range(self.count) if self.b.team[s] == team and self.b.here[s]]
        slot = self.slot(name)
        return [slot] if slot >= 0 and self.b.here[slot] else []

    def gap(self, a: int, b: int) -> float:
        """Return the metres between two bodies' middles."""
        dx, dy = self.b.x[a] - self.b.x[b], self.b.y[a] - self.b.y[b]
        return sqrt(dx * dx + dy * dy)

    def clear_between(self, a: int, b: int) -> bool:
        """Say whether nothing opaque stands between two bodies."""
        return bool(clear(self.opaque, self.b.x[a], self.b.y[a], self.b.x[b], self.b.y[b]))

    def near(self, a: int, b: int, metres: float) -> bool:
        """Say whether two bodies are within reach, no wall between."""
        return self.gap(a, b) <= metres and self.clear_between(a, b)

    def sees(self, a: int, b: int) -> bool:
        """Say whether a has made out b."""
        return bool(self.sees_now[a, b]) and self.aware[a, b] >= 1.0

    def path(self, a: int, b: int) -> float:
        """Return the metres that a has to walk to b."""
        return self.ways.to(self.b.x[b], self.b.y[b], self.shut_mask).distance(self.b.x[a], self.b.y[a])

    def look(self, slot: int) -> str:
        """Return whom a body looks like."""
        return LOOK_IDS[int(self.b.look[slot])]

    def look_index(self, look: str) -> int:
        return LOOK_INDEX[look]

    def actor(self, slot: int) -> Actor:
        return self.actors[slot]

    def looked(self, slot: int) -> bool:
        """Say whether a body's eyes had their turn on the last tick (ten times a second, staggered)."""
        return (self.tick - 1) % 6 == slot % 6

    def alive(self, slot: int) -> bool:
        """Say whether a body is in the world and on its feet."""
        return slot >= 0 and bool(self.b.here[slot]) and not self.b.down[slot]

    def able(self, slot: int) -> bool:
        """Say whether a body can begin something: on its feet, not stunned, not held, in the middle of nothing."""
        b = self.b
        return self.alive(slot) and b.stun_until[slot] <= self.tick and b.held_by[slot] < 0 and not b.act[slot]

    def begin(self, slot: int, act: int, ticks: int, target: int = -1) -> None:
        """Put a body in the middle of something for some ticks."""
        self.b.act[slot], self.b.act_until[slot], self.b.target[slot] = act, self.tick + ticks, target

    def ahead(self, slot: int, other: int) -> float:
        """Return the cosine between where a body faces and where another stands."""
        d = self.gap(slot, other)
        if d < 1e-9:
            return 1.0
        b = self.b
        return float(((b.x[other] - b.x[slot]) * b.fx[slot] + (b.y[other] - b.y[slot]) * b.fy[slot]) / d)

    def dice(self, slot: int, purpose: str) -> Dice:
        """Return a stream; put it back with `keep` after use."""
        key = f"{slot}/{purpose}"
        state = self.state.dice.get(key)
        return Dice(seed_of(self.seed, slot, purpose) if state is None else state)

    def keep(self, slot: int, purpose: str, dice: Dice) -> None:
        self.state.dice[f"{slot}/{purpose}"] = dice.state

    def ear(self, slot: int) -> Ear:
        return self.state.ears.setdefault(slot, Ear())

    def report(self, event: E.Event) -> None:
        """Tell the view, the audio and the report that something happened."""
        self.events.append(event)

    # ------------------------------------------------------------------ sound and words
    def noise(self, kind: str, x: float, y: float, level: int, by: int) -> None:
        """Make a noise: whoever it reaches through air and doors hears it, as loud as what is left of it."""
        self.report(E.NoiseMade(kind, x, y, level, by))
        g = self.ground
        sx, sy = min(g.width - 1, max(0, int(x))), min(g.height - 1, max(0, int(y)))
        flood(self.sound.cost, level, sx, sy, self._far, self._back, self._ring)
        far, b = self._far, self.b
        for slot in self.state.ears:
            if slot == by or not b.here[slot]:
                continue
            cx, cy = int(b.x[slot]), int(b.y[slot])
            cost = int(far[cy, cx])
            if cost < FAR:
                c = int(came_from(self._back, cx, cy, 4))
                at_x, at_y = c % g.width + 0.5, c // g.width + 0.5
                self.ear(slot).noises.append(Noise(float(level - cost), kind, at_x, at_y))
        if kind in FRIGHT:
            self.frighten(x, y, far)
        if kind in HEARD_BY_TRIGGERS:
            self.state.due.append(("hear", by, x, y))

    def frighten(self, x: float, y: float, far: npt.NDArray[np.int32]) -> None:
        """Send every civilian whom the noise reached running."""
        b, civilian = self.b, TEAM_INDEX["civilian"]
        for slot in range(self.crowd_from, self.count):
            calm = b.here[slot] and b.team[slot] == civilian and b.mood[slot] < FLEE
            if calm and far[int(b.y[slot]), int(b.x[slot])] < FAR:
                b.mood[slot], b.wait_until[slot] = FLEE, 0
                b.fright_x[slot], b.fright_y[slot], b.fright_at[slot] = x, y, self.tick

    def alarm(self, what: str, place: str, by: int) -> None:
        """A cry, a bell, a noise or a siren, at a room or where it was set off; cries and bells make the crowd run."""
        zone = self.ground.zone(place) if place else None
        x, y = zone.middle if zone else (self.b.x[by], self.b.y[by]) if by >= 0 else (-1.0, -1.0)
        if x >= 0:
            kind, level = ALARMS[what]
            self.noise(kind, x, y, level, by)
        if what in ("crowd", "fire"):
            self.report(E.CrowdAlarmed(x, y))

    def radio(self, place: str, look: str, speaker: str = "dispatch") -> None:
        """Send a call that whoever carries a radio hears: somebody like this, seen in a room."""
        zone = self.ground.zone(place)
        x, y = zone.middle if zone else (-1.0, -1.0)
        self.report(E.RadioCall(speaker, place, look))
        for slot in self.state.radios:
            if self.alive(slot):
                self.ear(slot).words.append(Word("radio", speaker, look, place, x, y))

    def say(self, who: str, key: str) -> None:
        """Show a line of the words table, spoken by somebody here or on a card."""
        slot = self.slot(who)
        if slot >= 0 and not self.alive(slot):
            return
        self.state.lines.append((self.tick, who, key))
        self.report(E.Said(who, slot, key, line(who, key, self.kinds[slot] if slot >= 0 else "")))
        if slot >= 0:
            self.noise("voice", self.b.x[slot], self.b.y[slot], 22, slot)

    def shout(self, slot: int, topic: str, x: float, y: float) -> None:
        """Let somebody cry out what they saw and where: whoever the sound reaches understands it."""
        if not self.alive(slot):
            return
        self.noise("shout", self.b.x[slot], self.b.y[slot], SHOUT_LOUD, slot)
        word = Word("shout", self.look(slot), topic, self.ground.room_at(x, y), x, y)
        for other in self.state.ears:
            cx, cy = int(self.b.x[other]), int(self.b.y[other])
            if other != slot and self.b.here[other] and self._far[cy, cx] < FAR:
                self.ear(other).words.append(word)

    def touch(self, slot: int, dx: float, dy: float, kind: str) -> None:
        """Let a mind feel something at an offset from its body."""
        if slot in self.state.ears:
            self.ear(slot).touches.append(Touch(dx, dy, kind))

    def alert(self, who: int, whom: int, sense: str, kind: str = "") -> None:
        """Note that somebody noticed somebody, for the cause line and the after-level page."""
        d, light = self.gap(who, whom), self.b.light[whom]
        name, other = self.names[who], self.names[whom]
        self.state.alerts.append(Alert(self.tick, name, other, sense, d, light, kind))
        self.report(E.Alerted(who, whom, sense, d, light, kind))

    # ------------------------------------------------------------------ the seizure, the Clock, the proof
    def start_clock(self, cause: str, ticks: int) -> None:
        """Start the countdown that loses the mission; one that runs already and ends sooner stays."""
        clock = self.state.clock
        if clock is None or clock.ends > self.tick + ticks:
            self.state.clock = Clock(cause, self.tick, self.tick + ticks)
            self.report(E.ClockStarted(cause, ticks))

    def stop_clock(self) -> None:
        if self.state.clock is not None:
            self.report(E.ClockStopped(self.state.clock.cause))
            self.state.clock = None

    def release(self, holder: int, how: str) -> None:
        """Let go of whoever a body has seized."""
        b, whom = self.b, self.b.holds[holder]
        if whom < 0:
            return
        b.holds[holder], b.held_by[whom] = -1, -1
        b.act[holder] = 0
        self.stop_clock()
        self.state.rescues += 1
        self.state.trust = min(1.0, self.state.trust + RESCUE_TRUST)
        self.report(E.Freed(b.x[whom], b.y[whom], whom, how))

    def prove(self, slot: int) -> None:
        """The player's side knows now what this body is."""
        if not self.b.known[slot]:
            self.b.known[slot] = 1
            self.state.proofs += 1
            self.state.early_proofs += not self.state.face_struck
            self.state.proof_at = self.tick

    # ------------------------------------------------------------------ verbs of the trigger language
    def counted(self, kind: str) -> int:
        """Return how many of a kind: taken items, used devices, or `dead`: people down by anybody's hand."""
        if kind == "dead":
            return len(self.state.human_cost) + self.state.victims
        return self.state.counts.get(kind, 0)

    def learn(self, fact: str) -> None:
        """Note a private fact."""
        if fact not in self.state.facts:
            self.state.facts[fact] = self.tick
            self.report(E.FactLearned(fact))

    def camera(self, what: str, where: str, ticks: int) -> None:
        """Point the player's eyes: `ping` somebody, `lead` to a place, or look at a place (`what`) for some ticks."""
        place = where if what in ("ping", "lead") else what
        slot, zone = self.slot(place), self.ground.zone(place)
        if slot >= 0:
            x, y = self.b.x[slot], self.b.y[slot]
        elif zone:
            x, y = zone.middle
        else:
            return
        pointed = what in ("ping", "lead")
        shown = ticks if pointed or not where.isdecimal() else int(where)
        self.report(E.CameraCued(what if pointed else "show", place, x, y, shown))

    def bring_in(self, name: str) -> None:
        """Let somebody who waits outside come in."""
        slot = self.slot(name)
        if slot >= 0 and not self.b.here[slot] and slot != self.hunter:
            self.b.here[slot] = 1
            self.report(E.CameIn(name, self.b.x[slot], self.b.y[slot], slot))

    def wish_to_be(self, who: str, place: str) -> None:
        """Put a place into somebody's head, as a thought of their own (a `word` that only they hear)."""
        slot, zone = self.slot(who), self.ground.zone(place)
        if slot in self.state.ears and slot != self.hunter and zone:
            x, y = zone.middle
            self.ear(slot).words.append(Word("thought", who, "go", place, x, y))

    def mount(self, prop: str, by: int) -> None:
        """Somebody gets on a parked vehicle."""
        if by >= 0:
            self.report(E.Mounted(prop, self.b.x[by], self.b.y[by], by))

    def branch(self, mission: str) -> None:
        """Win, and let the story go on there."""
        self.state.next_mission = mission
        self.win(mission)

    def set_flag(self, name: str) -> None:
        if name not in self.state.flags:
            self.state.flags[name] = self.tick
            self.report(E.FlagSet(name))
            self.state.due.append(("flag", -1, -1.0, -1.0))

    def set_objective(self, name: str) -> None:
        objective = self.objectives.get(name)
        self.state.objective = name
        self.report(E.ObjectiveSet(name, objective.text if objective else ""))

    def set_timer(self, name: str, start: bool) -> None:
        if start:
            self.state.timers[name] = self.tick
        else:
            self.state.timers.pop(name, None)

    def give(self, slot: int, kind: str, n: int = 0) -> bool:
        """Give somebody a weapon or rounds; return whether there was a use for it."""
        if kind not in ITEMS:
            return False
        weapon, rounds, _ = ITEMS[kind]
        row, gear = WEAPONS[weapon], self.state.gear.setdefault(slot, Gear())
        rounds = n or rounds
        if weapon not in gear.owned:
            gear.owned.append(weapon)
            gear.rounds[weapon] = min(rounds, row.magazine)
            gear.spare[weapon] = rounds - gear.rounds[weapon] + 2 * row.magazine
            if row.sort == "gun" or gear.weapon in ("", "fists"):
                self.draw(slot, weapon)
        else:
            gear.spare[weapon] = gear.spare.get(weapon, 0) + rounds
        return True

    def draw(self, slot: int, weapon: str) -> None:
        """Take a weapon in hand."""
        gear = self.state.gear[slot]
        if gear.weapon != weapon:
            gear.weapon = weapon
            self.b.weapon[slot] = WEAPON_INDEX[weapon]
            self.b.ready_at[slot] = max(self.b.ready_at[slot], self.tick + 12)
            self.report(E.WeaponDrawn(weapon, slot))

    def set_door(self, name: str, shut: bool, by: int = -1) -> None:
        """Move a door; one with a delay goes back to where it rests. What a level says at the start is that rest."""
        for i, spot in enumerate(self.ground.doors):
            if spot.name != name:
                continue
            if by < 0 and self.tick == 0:
                self.d.rest[i] = int(shut)
            self.move_door(i, shut)
            away = bool(self.d.shut[i]) != bool(self.d.rest[i])
            self.d.back_at[i] = self.tick + spot.delay if spot.delay and away else -1

    def move_door(self, i: int, shut: bool) -> None:
        """Open or shut a door, unless it is so already."""
        if bool(self.d.shut[i]) == shut:
            return
        spot = self.ground.doors[i]
        self.d.shut[i], self.d.moved_at[i] = int(shut), self.tick
        self.refresh_doors()
        self.report(E.DoorMoved(i, shut, spot.x + spot.w / 2, spot.y + spot.h / 2))

    def set_lamps(self, group: str, on: bool, beat: bool = False) -> None:
        """Switch the lights of a group, or let them beat slowly (a picture only: to the rules they are on)."""
        if beat and group not in self.state.lamps_beat:
            self.state.lamps_beat.append(group)
            self.report(E.LampsSet(group, True))
        off = group in self.state.lamps_off
        if on and off:
            self.state.lamps_off.remove(group)
        elif not on and not off:
            self.state.lamps_off.append(group)
        else:
            return
        self.refresh_light()
        self.report(E.LampsSet(group, on))

    def roll(self, prop: str, zone: str, by: int) -> None:
        """Set a parked vehicle rolling toward an area."""
        spot, target = self.props.get(prop), self.ground.zone(zone)
        if spot is None or target is None or prop in self.state.rolled:
            return
        _, x, y, w, h = spot
        cx, cy = x + w / 2, y + h / 2
        tx, ty = target.middle
        d = max(1e-6, sqrt((tx - cx) * (tx - cx) + (ty - cy) * (ty - cy)))
        self.state.rolled[prop] = (cx, cy)
        self.state.rolling.append(Roll(prop, (tx - cx) / d, (ty - cy) / d, min(d, 8.0), by))
        self.report(E.VehicleRolled(prop, cx, cy, tx, ty))

    def music(self, cue: str) -> None:
        self.report(E.MusicCued(cue))

    def want_checkpoint(self, name: str) -> None:
        """Ask for a checkpoint; it is taken at the next quiet moment."""
        self.state.checkpoint_wanted = name

    def order(self, slot: int, word: str, x: float = -1.0, y: float = -1.0) -> None:
        """Give a ward an order."""
        self.state.orders[slot] = OrderGivenTo(ORDER_CODES[word], x, y, self.tick)
        self.report(E.OrderGiven(word, x, y, self.player))

    def win(self, ending: str) -> None:
        if not self.state.outcome:
            self.state.outcome, self.state.reason = "won", ending
            self.report(E.Won(ending))

    def lose(self, cause: str) -> None:
        if not self.state.outcome:
            self.state.outcome, self.state.reason = "lost", cause
            self.report(E.Lost(cause))

    def become(self, slot: int, look: str) -> None:
        """Change whom a body looks like."""
        self.b.look[slot] = LOOK_INDEX[look]

    def kind_name(self, slot: int) -> str:
        return ACTOR_IDS[int(self.b.actor[slot])]

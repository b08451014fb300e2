"""The ground floor of a world: its records and grids, who is where, and what is in the way."""

from __future__ import annotations

from math import sqrt
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from game.agent import command as C
from game.agent.doubt import MATCH_TICKS
from game.agent.percept import Briefing, CallPlace, Guise
from game.content.actors import ACTORS, ONE_ARM, TEAM_INDEX, Actor
from game.content.difficulty import Difficulty
from game.content.doors import DOORS
from game.content.looks import LOOK_IDS, LOOK_INDEX
from game.core.dice import Dice, seed_of
from game.core.ground import Ground, near_table
from game.core.paths import Ways, ways_of
from game.core.sight import clear
from game.sim import events as E
from game.sim.kernels.inside import around
from game.sim.kernels.motion import DOOR as FIRST_DOOR
from game.sim.kernels.motion import FREE, PIT, ROOMY, WALL
from game.sim.kernels.sound import room
from game.sim.sound_map import SoundMap
from game.sim.state import Ear, State
from game.sim.tables import BODY, DOOR, NOTHING, RELOADING, SHOT, Rows, columns, rows
from game.sim.trigger import Objective, Trigger

MOST_SHOTS = 96
HEIGHTENED_TICKS = 25 * 60  # after a contact for which eyes are keener and see farther (T1000.md 2.1)
LOOK = 6  # ticks between two looks of one pair of eyes


class Grids(NamedTuple):
    """The arrays that kernels walk; `block_off` and `blocks` change in play, the rest are the ground's."""

    wall: Any
    solid: Any  # i2 [2h, 2w]: what keeps bodies out of a half cell, kernels.motion ROOMY .. DOOR
    door_cell: Any
    door_rect: Any
    blocks: Any
    block_height: Any
    block_pane: Any
    block_off: Any
    near_start: Any
    near_item: Any


def solid_cells(ground: Ground, door_cell: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """Return what keeps bodies out of each half cell, i2 [2h, 2w], as kernels.motion names it; at the map's edge none is roomy."""
    solid = np.where(door_cell > 0, door_cell + np.int16(FIRST_DOOR - 1), np.int16(FREE))
    solid = np.where(ground.wall != 0, np.int16(WALL), np.where(ground.pit != 0, np.int16(PIT), solid))
    rows, columns = solid.shape
    beside = [solid[1 + r : rows - 1 + r, 1 + c : columns - 1 + c] != FREE for r in (-1, 0, 1) for c in (-1, 0, 1)]
    solid[1:-1, 1:-1][~np.any(beside, axis=0)] = ROOMY
    return solid


class Places:
    """The records, grids and state of a world, and where and who everybody is."""

    def __init__(self, ground: Ground, names: list[str], kinds: list[str], seed: int, difficulty: Difficulty) -> None:
        self.ground, self.seed, self.difficulty = ground, seed, difficulty
        self.names, self.kinds = names, kinds
        self.count = len(names)
        self.tick = 0
        self._make_tables()
        self.state = State()
        self.memories: dict[int, Any] = {}  # slot -> the mind's Memory
        self.minds: dict[int, str] = {}  # slot -> row of content MINDS
        self.briefings: dict[int, Briefing] = {}
        self.guises: tuple[Guise, ...] = ()  # where the hunter may lie as a thing
        self.calls: tuple[CallPlace, ...] = ()
        self.acting: list[int] = []  # slots that take Commands: the player and whoever has a mind
        self.events: list[E.Event] = []
        self.actors: list[Actor] = [ACTORS[k] for k in kinds]
        self.triggers: tuple[Trigger, ...] = ()
        self.listening: list[Trigger] = []  # those that look for themselves
        # `listening`, state.fired and its length, and those of the first who may yet fire; derived from the others
        self.still_listening: tuple[list[Trigger], dict[int, int], int, list[Trigger]] = ([], {}, -1, [])
        self.asides: list[Objective] = []  # optional objectives
        self.objectives: dict[str, Objective] = {}
        self.items: tuple[Any, ...] = ()
        self.hazards: tuple[Any, ...] = ()  # systems.hazards.Hazard
        self.steam: dict[tuple[int, ...], npt.NDArray[np.float64]] = {}  # rows of hazards -> their rectangles; derived
        self.hot = ground.tagged("hot")
        self.block_material: list[str] = []  # what each block is made of, for a shot
        self.props: dict[str, tuple[int, float, float, float, float]] = {}  # name -> block row, x, y, w, h
        self.prop_kinds: dict[str, str] = {}  # name -> row of content PROPS
        self.prop_turns: dict[str, int] = {}  # name -> degrees
        self.ways: Ways = ways_of(ground)
        self.keeper = self.ward = self.hunter = -1  # keeper: the body that the level gives the player
        self.ours: tuple[int, ...] = ()  # slots of the player's side
        self.errands: Any = None  # systems.crowd.Errands, derived
        self.heavy_doors = [i for i, d in enumerate(ground.doors) if not DOORS[d.kind].pushes]
        self.heavy = np.array(self.heavy_doors, np.int64)  # for kernels
        self.shut_mask = 0  # bit i: heavy door i is shut
        self.crowd_from = self.count  # civilians fill the slots from here on
        self._slots = {name: i for i, name in enumerate(names)}
        self._people = {name: i for name, i in self._slots.items() if name != "all" and name not in TEAM_INDEX}
        self._lying: tuple[list[int], int, list[Any]] = [], -1, []  # state.taken, its length, and what is left; derived
        self._build_grids()
        self._make_room()
        self.plan: tuple[Any, ...] = ()  # the rules of each tick, made at the first step
        self.blobs = [i for i, kind in enumerate(kinds) if ACTORS[kind].pool]

    def _make_tables(self) -> None:
        """Make the records, and the tables of who knows what of whom."""
        n = self.count
        self.bodies: Rows = rows(BODY, n)
        self.shots: Rows = rows(SHOT, MOST_SHOTS)
        self.doors: Rows = rows(DOOR, max(1, len(self.ground.doors)))
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
        self.keen = np.ones(n)  # how sharp everybody's eyes are, on one look
        self.on_edge_until = np.zeros(n, np.int64)  # and until when they see farther; follows from state.contact
        self.watchers: Any = np.zeros(0, np.int32)  # slots whose eyes count for tells
        self.priors: Any = np.zeros((n, 2))  # what each thinks of a stranger, and of one in the police's look

    def _make_room(self) -> None:
        """Make the lists and the scratch that rules and kernels work with: derived, or good within a tick."""
        n = self.count
        self.heavy_seen = np.zeros_like(self.heavy)  # scratch
        self.listeners = np.zeros(0, np.int64)  # whose ears there are, for kernels; derived
        self.chains = np.zeros((2, max(n, self.ground.height + 2)), np.int64)  # scratch
        self.reached = np.zeros((n, 4), np.int64)  # scratch
        self.doors_moved = np.zeros(len(self.ground.doors), np.int32)  # scratch
        self.given: dict[int, C.Command] = {}  # commands from outside, for this tick
        self.obeyed: dict[int, C.Command] = {}  # the Commands that records already say; derived
        self.feet: Any = np.zeros(0, np.int64)  # `acting` for kernels
        self.away, self.amid = np.zeros(n, np.int64), np.zeros(n, np.int64)  # scratch
        self.mindless: list[int] = []  # of `acting`: who has no mind of his own
        self.fresh: list[int] = []  # who was given a Command on the last tick; derived
        self.stirred: list[int] = []  # who may be told something else than on the last tick: within a tick
        self.turns: list[list[int]] = [[] for _ in range(LOOK)]  # `acting` by the tick on which they look
        self.turning: list[Any] = []  # the same for kernels
        # within a tick: who presses something, has just let go, or is in the middle of something
        self.busy: list[int] = []
        self.live_shots = 0
        self.went_off: list[tuple[float, float, int, int, float, float]] = []  # x, y, by, whom, dx, dy: within a tick

    # ------------------------------------------------------------------ grids
    def _build_grids(self) -> None:
        g = self.ground
        door_cell = np.zeros(g.wall.shape, np.int16)
        rect = np.zeros((max(1, len(g.doors)), 4))
        for i, d in enumerate(g.doors):
            rect[i] = d.x, d.y, d.x + d.w, d.y + d.h
            door_cell[d.cells] = i + 1
        self.door_cells = [np.flatnonzero(door_cell == i + 1) for i in range(len(g.doors))]
        near_start, near_item = g.near_start, g.near_item if len(g.near_item) else np.zeros(1, np.int32)
        blocks = g.blocks.copy() if len(g.blocks) else np.zeros((1, 4))
        heights = g.block_height if len(g.block_height) else np.zeros(1)
        panes = g.block_pane if len(g.block_pane) else np.zeros(1, np.uint8)
        self.opaque = g.opaque.copy()
        self.block_off = np.zeros(len(blocks), np.uint8)
        self.g = Grids(
            g.wall,
            solid_cells(g, door_cell),
            door_cell,
            rect,
            blocks,
            heights,
            panes,
            self.block_off,
            near_start,
            near_item,
        )
        self.sound = SoundMap(g)
        self.lamp_light: dict[str, npt.NDArray[np.float64]] = {}  # group -> light of its lamps
        self.light = np.zeros(g.wall.shape)
        self._moved = False  # a vehicle stands elsewhere than in the ground's blocks
        self.at_rest: tuple[str, ...] = ()  # those that stand still there
        self.rest_box = np.zeros((0, 4))  # and their rectangles
        self._far, self._back, self._ring = room(g.height, g.width)

    def refresh(self) -> None:
        """Rebuild every derived grid from the records and the state: after loading, or when a door or lamp changed."""
        self.mindless = [s for s in self.acting if s not in self.minds]
        self.forget_told()
        self.feet = np.array(self.acting, np.int64)
        self.turns = [[s for s in self.acting if s % LOOK == k] for k in range(LOOK)]
        self.turning = [np.array(turn, np.int64) for turn in self.turns]
        self.refresh_doors()
        self.refresh_light()
        self.refresh_blocks()

    def forget_told(self) -> None:
        """What the records say now, nobody has been told since: everybody is looked at on the next tick."""
        self.obeyed.clear()
        self.fresh, self.busy = self.acting, self.acting
        self.listeners = np.array(list(self.state.ears), np.int64)
        self.on_edge_until[:] = 0
        for slot, at in self.state.contact.items():
            self.on_edge_until[slot] = at + HEIGHTENED_TICKS

    def refresh_blocks(self) -> None:
        """Let broken panes and vehicles on their way block nothing, and those that have come to rest block where they stand."""
        self.block_off[:] = 0
        self.block_off[[*self.state.broken, *self.state.rails]] = 1
        moved = {prop: at for prop, at in self.state.rolled.items() if self.props[prop][0] >= 0}
        if not moved and not self._moved:
            return
        self._moved = bool(moved)
        blocks = self.ground.blocks.copy()
        rests = {}
        for prop, (x, y) in moved.items():
            row, _, _, w, h = self.props[prop]
            blocks[row] = x - w / 2, y - h / 2, x + w / 2, y + h / 2
            driven = prop in self.state.rides and bool(self.state.rides[prop].riders)
            self.block_off[row] = driven or any(r.prop == prop for r in self.state.rolling)
            if not self.block_off[row]:
                rests[prop] = row
        self.at_rest, self.rest_box = tuple(rests), blocks[list(rests.values())]
        start, item = near_table(blocks, self.ground.width, self.ground.height)
        # as the ground's are: kernels would be compiled again for others, in the middle of play
        start.setflags(write=False)
        item.setflags(write=False)
        self.g = self.g._replace(blocks=blocks, near_start=start, near_item=item)

    def refresh_doors(self) -> None:
        """Let shut doors stop sight and sound."""
        g = self.ground
        self.opaque[...] = g.opaque
        flat = self.opaque.reshape(-1)
        for i in range(len(g.doors)):
            if self.d.shut[i] and self.d.opaque[i]:
                flat[self.door_cells[i]] = 1
        self.sound.set_doors([bool(self.d.shut[i]) for i in range(len(g.doors))])
        self.shut_mask = sum(1 << i for i in range(len(g.doors)) if self.d.shut[i] and not self.d.pushes[i])

    def refresh_door(self, k: int) -> None:
        """Do the same where one door has moved."""
        cells, shut = self.door_cells[k], bool(self.d.shut[k])
        opaque = self.ground.opaque.reshape(-1)
        self.opaque.reshape(-1)[cells] = 1 if shut and self.d.opaque[k] else opaque[cells]
        self.sound.set_door(k, [bool(s) for s in self.d.shut])
        if not self.d.pushes[k]:
            self.shut_mask = self.shut_mask | 1 << k if shut else self.shut_mask & ~(1 << k)

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
    @property
    def player(self) -> int:
        """The slot of the body that the player drives now, -1 none: his own, or one that was handed to him."""
        return self.state.player

    def slot(self, name: str) -> int:
        """Return the slot of a name, -1 if there is nobody of that name."""
        return self._slots.get(name, -1)

    def who(self, name: str) -> list[int]:
        """Return the slots that a word of the trigger language means; `all` is the living player's side."""
        one = self._people.get(name)
        if one is not None:
            return [one] if self.b.here[one] else []
        if name == "all":
            return [s for s in self.ours if self.b.here[s]]
        if name in TEAM_INDEX:
            team = TEAM_INDEX[name]
            return [s for s in range(self.count) if self.b.team[s] == team and self.b.here[s]]
        return []

    def lying(self) -> list[Any]:
        """Return the items that nobody has taken yet, in map order."""
        taken = self.state.taken
        of, count, left = self._lying
        if of is not taken or count != len(taken):
            left = [item for item in self.items if item.id not in taken]
            self._lying = taken, len(taken), left
        return left

    def gap(self, a: int, b: int) -> float:
        """Return the metres between two bodies' middles."""
        dx, dy = self.b.x[a] - self.b.x[b], self.b.y[a] - self.b.y[b]
        return sqrt(dx * dx + dy * dy)

    def around(self, slot: int, metres: float) -> list[int]:
        """Return who is here and may be so near to a body, in order: all who are, and some who are a little farther off."""
        found: list[int] = self.chains[0, : around(self.bodies, self.count, slot, metres, self.chains[0])].tolist()
        return found

    def near_point(self, slot: int, x: float, y: float, metres: float) -> bool:
        """Say whether a body stands so near to a place."""
        dx, dy = self.b.x[slot] - x, self.b.y[slot] - y
        return bool(dx * dx + dy * dy < metres * metres)

    def clear_between(self, a: int, b: int) -> bool:
        """Say whether nothing opaque stands between two bodies."""
        return bool(clear(self.opaque, self.b.x[a], self.b.y[a], self.b.x[b], self.b.y[b]))

    def clear_from(self, x: float, y: float, slot: int) -> bool:
        """Say whether nothing opaque stands between a place and a body."""
        return bool(clear(self.opaque, x, y, self.b.x[slot], self.b.y[slot]))

    def in_steel(self, slot: int) -> bool:
        """Say whether a body lies over molten steel."""
        return self.steel_at(self.b.x[slot], self.b.y[slot])

    def steel_at(self, x: float, y: float) -> bool:
        """Say whether a place on the map lies over molten steel."""
        pit, row, col = self.ground.pit, int(y * 2), int(x * 2)
        return 0 <= row < pit.shape[0] and 0 <= col < pit.shape[1] and bool(pit[row, col])

    def near(self, a: int, b: int, metres: float) -> bool:
        """Say whether two bodies are within reach, no wall between."""
        return self.gap(a, b) <= metres and self.clear_between(a, b)

    def sees(self, a: int, b: int) -> bool:
        """Say whether a has made out b."""
        return bool(self.sees_now[a, b]) and self.aware[a, b] >= 1.0

    def trust_of(self, slot: int) -> float:
        """Return how far somebody of the player's side trusts him; 0 where nobody asks."""
        return self.state.trust if slot == self.ward else self.state.trusts.get(self.names[slot], 0.0)

    def met(self) -> bool:
        """Say whether the player knows his ward: by the photograph, by an order given, or by a hand on him."""
        ward, b = self.ward, self.b
        return ward >= 0 and (b.matched[ward] >= MATCH_TICKS or ward in self.state.orders or b.held_by[ward] >= 0)

    def path(self, a: int, b: int) -> float:
        """Return the metres that a has to walk to b, whichever way the doors stand that are about to go back to rest."""
        masks = {self.shut_mask, self.rest_mask()}
        x, y = self.b.x[b], self.b.y[b]
        return max(self.ways.to(x, y, mask).distance(self.b.x[a], self.b.y[a]) for mask in masks)

    def rest_mask(self) -> int:
        """Return how the heavy doors will stand when each that has a time to go back has gone back."""
        mask = self.shut_mask
        for k in self.heavy_doors:
            if self.d.back_at[k] >= 0:
                mask = mask | 1 << k if self.d.rest[k] else mask & ~(1 << k)
        return mask

    def look(self, slot: int) -> str:
        """Return whom a body looks like."""
        return LOOK_IDS[int(self.b.look[slot])]

    def look_index(self, look: str) -> int:
        return LOOK_INDEX[look]

    def actor(self, slot: int) -> Actor:
        return self.actors[slot]

    def looked(self, slot: int) -> bool:
        """Say whether a body's eyes had their turn on the last tick (ten times a second, staggered)."""
        return (self.tick - 1) % LOOK == slot % LOOK

    def alive(self, slot: int) -> bool:
        """Say whether a body is in the world and on its feet."""
        return slot >= 0 and bool(self.b.here[slot]) and not self.b.down[slot]

    def one_armed(self, slot: int) -> bool:
        """Say whether a body is a machine's with one arm left."""
        return self.actors[slot].body == "machine" and bool(self.b.health[slot] <= ONE_ARM)

    def able(self, slot: int) -> bool:
        """Say whether a body can begin something: on its feet, not stunned, not held, in the middle of nothing."""
        b = self.b
        return self.alive(slot) and b.stun_until[slot] <= self.tick and b.held_by[slot] < 0 and not b.act[slot]

    def hands_free(self, slot: int) -> bool:
        """Say whether a body can begin something; who only fills a gun breaks that off for it."""
        if self.b.act[slot] == RELOADING:
            self.b.act[slot] = NOTHING
            if not self.able(slot):
                self.b.act[slot] = RELOADING
        return self.able(slot)

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

"""One run: builds a World from a Level, feeds it commands, returns events; everything above the rules goes through here."""

from __future__ import annotations

import copy

import msgspec

from game.agent.command import IDLE, Command, checked
from game.agent.percept import CallPlace, Guise, Percept
from game.content.difficulty import DIFFICULTIES
from game.content.lines import CLOCKS, UNTIL_IT_WAKES, prompt
from game.content.minds import PURSUERS
from game.content.missions import ALL, mission
from game.content.props import PROPS
from game.content.questions import QUESTIONS, TOPIC_OF, answer
from game.content.weapons import WEAPONS
from game.core.sealed import Damaged, seal, unseal
from game.core.trouble import Trouble
from game.level.data import Level
from game.level.hunt import staged
from game.sim import build, pack
from game.sim import carried as carry
from game.sim.carried import Carried
from game.sim.effects import GiveItem
from game.sim.events import CheckpointReached, Event
from game.sim.step import step
from game.sim.systems import driving, senses
from game.sim.systems.devices import at_hand
from game.sim.systems.hazards import Hazard
from game.sim.tables import RELOADING
from game.sim.world import World

SEATS = ("t800", "john", "t1000")  # who can be played by something other than his own mind
RULES_VERSION = 2  # raised when the same commands would live another future
CAUSE_TICKS = 180  # how long a cause line stands
HUNTER_WAITS = 480  # ticks after a retry before the hunter moves (GAME.md 1)
QUIET_RANGE = 10.0  # metres: no checkpoint with the hunter in sight and nearer
MAGIC = b"SAVE"


class SaveError(Trouble):
    """A saved run that cannot be taken over."""


class Saved(msgspec.Struct, frozen=True, array_like=True):
    """What a save file says; `now` and `checkpoint` are moments as pack writes them."""

    rules_version: int
    content_hash: str
    seed: int
    difficulty: str
    pursuer: str
    attempt: int
    now: bytes
    checkpoint: bytes
    carried: Carried = Carried()

    @property
    def tick(self) -> int:
        """When it was saved."""
        return pack.tick_of(self.now)


def read_save(data: bytes) -> Saved:
    """Return what a saved run says; raises SaveError if it is damaged or of other rules."""
    try:
        _, plain = unseal(MAGIC, data)
        said = msgspec.msgpack.decode(plain, type=Saved)
    except (Damaged, msgspec.MsgspecError, RecursionError) as wrong:
        raise SaveError(f"this save is damaged: {wrong}; begin a new game") from wrong
    if said.rules_version != RULES_VERSION:
        raise SaveError(f"this save is of rules version {said.rules_version}, not {RULES_VERSION}; begin a new game")
    return said


class Hud(msgspec.Struct, frozen=True):
    """What the screen says beside the picture."""

    objective: str
    marker: tuple[float, float] | None  # where the objective is, if it is a place or somebody in sight
    health: int
    trust: float  # the ward's, 0..1; -1 without a ward
    order: str  # the ward's order, '' none
    weapon: str  # its name
    rounds: int
    magazine: int
    spare: int
    reloading: bool
    clock: int  # ticks left, -1 none
    clock_cause: str
    clock_cure: str
    cause: str  # the last alert's cause line, '' after 3 s
    prompt: str  # what Interact would do here, '' nothing
    progress: float  # 0..1 of what Interact is doing
    question: str = ""  # that the player is asked
    choices: tuple[str, ...] = ()  # and the answers, by their number


class Session:
    """A run of one level.

    level, seed, difficulty, pursuer, carried   as given; `carried` is what the missions before have left
    world       the world (read-only for everybody but the rules)
    events      what happened on the last tick
    player, ward, hunter   body slots, -1 none
    outcome     '' while it runs, then 'won' or 'lost'; `reason` says why
    attempt     0, then one more for each retry
    checkpoint_hash   the fingerprint of the moment a retry goes back to
    """

    def __init__(
        self,
        level: Level,
        seed: int = 0,
        difficulty: str = "standard",
        pursuer: str = "t1000",
        carried: Carried | None = None,
    ) -> None:
        if difficulty not in DIFFICULTIES:
            raise ValueError(f"difficulty {difficulty!r} is unknown: use {', '.join(DIFFICULTIES)}")
        if pursuer not in PURSUERS:
            raise ValueError(f"pursuer {pursuer!r} is unknown: use {', '.join(PURSUERS)}")
        if not 0 <= seed < 2**63:
            raise ValueError(f"seed {seed} is out of range: use 0 to 2**63 - 1")
        self._drawn = level  # as its file has it
        self.level, self.seed, self.difficulty, self.pursuer = staged(level, seed), seed, difficulty, pursuer
        self.carried = carried or Carried()
        self.attempt = 0
        self.events: list[Event] = []
        self._checked: dict[str, Command] = {}
        self.world = built(self.level, seed, difficulty, pursuer, self.carried)
        self._start = pack.snapshot(self.world)
        self._checkpoint = self._start

    @property
    def player(self) -> int:
        return self.world.player

    @property
    def ward(self) -> int:
        return self.world.ward

    @property
    def hunter(self) -> int:
        return self.world.hunter

    @property
    def outcome(self) -> str:
        return self.world.state.outcome

    @property
    def reason(self) -> str:
        return self.world.state.reason

    @property
    def checkpoint_hash(self) -> str:
        return seal_name(self._checkpoint)

    def step(self, commands: dict[str, Command] | None = None) -> list[Event]:
        """Live one tick; `commands` by seat name ('t800' …) replace a mind or drive the player. Raises ValueError on a bad one.

        The player's seat has the name of his own body, whichever body it drives.
        """
        given: dict[int, Command] = {}
        for seat, command in (commands or {}).items():
            slot = self._driven(seat)
            if slot not in given or seat == self.seat:
                if command is not self._checked.get(seat):  # a held Command is one object: once is enough
                    self._checked[seat] = checked(command)
                given[slot] = command
        if self.player >= 0 and self.player not in given:
            given[self.player] = IDLE
        if self.outcome:
            self.events = []
            return self.events
        self.events = step(self.world, given)
        if self.world.state.checkpoint_wanted and self._quiet():
            self._take_checkpoint()
        return self.events

    @property
    def seat(self) -> str:
        """The player's seat: the name of the body that the level gives him."""
        return self.world.names[self.world.keeper]

    def _driven(self, seat: str) -> int:
        """Return the body that a seat drives; raises ValueError where there is none."""
        slot = self.player if seat == self.seat else self.world.slot(seat)
        if slot not in self.world.acting:
            raise ValueError(f"seat {seat!r} is not in this level: use one of {', '.join(self.seats())}")
        return slot

    def seats(self) -> list[str]:
        """Return the names of those who take Commands here, the player's first."""
        acting = sorted(self.world.acting, key=lambda s: s != self.world.keeper)
        return [self.world.names[s] for s in acting]

    def _quiet(self) -> bool:
        """Say whether this is a moment to come back to: nobody seized, nobody down, the hunter not close."""
        world, b = self.world, self.world.b
        if world.state.clock is not None or not world.alive(self.player):
            return False
        hunter = self.hunter
        return hunter < 0 or not (b.seen[hunter] and world.gap(self.player, hunter) < QUIET_RANGE)

    def _take_checkpoint(self) -> None:
        state = self.world.state
        state.checkpoint, state.checkpoint_wanted = state.checkpoint_wanted, ""
        self.events.append(CheckpointReached(state.checkpoint))
        self._checkpoint = pack.snapshot(self.world)

    def percept(self, seat: str) -> Percept | None:
        """Return what the body of a seat perceives, if its turn was on the last tick (ten times a second), else None."""
        slot = self._driven(seat)
        return senses.percept(self.world, slot) if self.world.looked(slot) else None

    def retry(self) -> None:
        """Go back to the last checkpoint (or the start); the hunter forgets, waits, and its dice fall anew."""
        pack.restore(self.world, self._checkpoint)
        self.attempt += 1
        world = self.world
        world.state.dice = {
            key: state ^ (self.attempt * 0x9E3779B97F4A7C15 & (2**64 - 1)) for key, state in world.state.dice.items()
        }
        world.state.counts["attempt"] = self.attempt
        if self.hunter >= 0:
            world.memories[self.hunter] = build.blank(world.minds[self.hunter])
            world.b.wait_until[self.hunter] = world.tick + HUNTER_WAITS
            world.aware[self.hunter, :] = 0.0
            world.sees_now[self.hunter, :] = 0
        self.events = []

    def hud(self) -> Hud:
        """Return what the player's screen says."""
        world, state, slot = self.world, self.world.state, self.player
        gear = state.gear.get(slot)
        row = WEAPONS.get(gear.weapon) if gear else None
        clock = state.clock
        cause, cure = CLOCKS.get(clock.cause, (clock.cause, "")) if clock else ("", "")
        objective = world.objectives.get(state.objective)
        order = state.orders.get(self.ward) if self.ward >= 0 else None
        use = state.using.get(slot)
        device = world.ground.devices[use.device] if use else None
        hand = at_hand(world, slot) if slot >= 0 and not use else -1
        return Hud(
            objective=UNTIL_IT_WAKES if state.lent else objective.text if objective else "",
            marker=senses.marker(world, objective.marker) if objective else None,
            health=world.b.health[slot] if slot >= 0 else 0,
            trust=state.trust if self.ward >= 0 else -1.0,
            order=ORDER_WORDS[order.kind] if order else "",
            weapon=row.name if row else "",
            rounds=gear.rounds.get(row.id, 0) if gear and row else 0,
            magazine=row.magazine if row else 0,
            spare=gear.spare.get(row.id, 0) if gear and row else 0,
            reloading=slot >= 0 and world.b.act[slot] == RELOADING,
            clock=clock.ends - world.tick if clock else -1,
            clock_cause=cause,
            clock_cure=cure,
            cause=state.cause if world.tick - state.cause_at < CAUSE_TICKS else "",
            prompt=self._prompt(hand),
            question=QUESTIONS[TOPIC_OF[state.quiz.fact]].words if state.quiz else "",
            choices=tuple(answer(f) for f in state.quiz.options) if state.quiz else (),
            progress=1.0 - use.left / max(1, device.ticks) if use and device else 0.0,
        )

    def _prompt(self, hand: int) -> str:
        """Return what Interact would do: at the device of that index, or in and beside a vehicle."""
        word = driving.offer(self.world, self.player)
        return prompt(self.world.ground.devices[hand].name) if hand >= 0 else prompt(word) if word else ""

    def save(self) -> bytes:
        """Return the whole run as sealed bytes: the moment, its checkpoint and what it needs to begin again."""
        body = msgspec.msgpack.encode(
            Saved(
                RULES_VERSION,
                self.level.hash,
                self.seed,
                self.difficulty,
                self.pursuer,
                self.attempt,
                pack.to_bytes(pack.snapshot(self.world)),
                pack.to_bytes(self._checkpoint),
                self.carried,
            )
        )
        return seal(MAGIC, 1, body)

    def load(self, data: bytes) -> None:
        """Take over a saved run of the same level; raises SaveError and changes nothing if it is damaged or another level's."""
        said = read_save(data)
        if said.content_hash != self.level.hash:
            raise SaveError(f"this save is of another level than {self.level.id}, or the level has changed since")
        if said.difficulty not in DIFFICULTIES or said.pursuer not in PURSUERS:
            raise SaveError(
                f"this save names a difficulty or pursuer that does not exist: {said.difficulty}, {said.pursuer}"
            )
        level = staged(self._drawn, said.seed)
        try:
            world = built(level, said.seed, said.difficulty, said.pursuer, said.carried)
            moment, checkpoint = pack.from_bytes(world, said.now), pack.from_bytes(world, said.checkpoint)
            pack.restore(world, moment)
        except (ValueError, KeyError, IndexError, msgspec.MsgspecError, RecursionError) as wrong:
            raise SaveError(f"this save does not fit the level: {wrong}") from wrong
        self.level = level
        self.seed, self.difficulty, self.pursuer, self.attempt = said.seed, said.difficulty, said.pursuer, said.attempt
        self.world, self._checkpoint, self.carried, self.events = world, checkpoint, said.carried, []

    def stand_where(self, before: Session) -> None:
        """Stand player and ward where they stood in another run, where that is free here: for a level saved while it is played."""
        for slot, old in ((self.player, before.player), (self.ward, before.ward)):
            if slot >= 0 and old >= 0:
                x, y = float(before.world.b.x[old]), float(before.world.b.y[old])
                if self.level.ground.free(x, y):
                    self.world.b.x[slot], self.world.b.y[slot] = x, y

    def carry_on(self) -> Carried:
        """Return what this run leaves to the next mission."""
        return carry.carry_on(self.world, self.carried, self.level.id, self.level.par, self.attempt)

    def clone(self) -> Session:
        """Return an independent copy that will live the same future."""
        twin = copy.copy(self)
        twin.world = built(self.level, self.seed, self.difficulty, self.pursuer, self.carried)
        pack.restore(twin.world, pack.snapshot(self.world))
        twin.events = list(self.events)
        return twin

    def digest(self) -> str:
        """Return a fingerprint of everything that the rules will read."""
        return pack.digest(self.world)

    def digests(self) -> dict[str, str]:
        """Return the fingerprint of each part (bodies, shots, doors, state, minds …)."""
        return pack.digests(self.world)


ORDER_WORDS = ("", "FOLLOW", "STAY", "HIDE", "RUN TO", "ASK", "TRUST", "DISTRUST")


def seal_name(moment: pack.Snapshot) -> str:
    """Return the fingerprint of a moment."""
    import hashlib

    return hashlib.blake2b(pack.to_bytes(moment), digest_size=16).hexdigest()


ABSENT = "shopper"  # the kind of those who are only a face
BLOBS = 12  # pools that it may be in at once, strays of an earlier burst included


def can_burst(level: Level) -> bool:
    """Say whether anything in a level can burst the hunter: a grenade, or cold in which it turns to glass."""
    if any(h.kind == "cryo" for h in level.hazards):
        return True
    given = any(isinstance(effect, GiveItem) and effect.kind == "grenade" for t in level.triggers for effect in t.do)
    return given or any(item.kind == "grenade" for item in level.items)


def built(level: Level, seed: int, difficulty: str, pursuer: str, carried: Carried) -> World:
    """Set a level up as a world at tick 0."""
    start = level.start
    people = [
        build.Person(start.name or level.control, start.kind, "player", start.x, start.y, -1, start.gear, start.form)
    ]
    crowd: list[build.Person] = []
    for s in level.spawns:
        for i in range(s.count):
            name = s.name if s.count == 1 else f"{s.name}_{i + 1}"
            form = s.form if s.team == "hunter" else ""
            person = build.Person(name, s.kind, s.team, s.x, s.y, s.route, s.gear, form, later=s.when is not None)
            (crowd if s.team == "civilian" else people).append(person)
    if any(p.team == "hunter" for p in people) and can_burst(level):
        hunter = next(p for p in people if p.team == "hunter")
        people += [
            build.Person(f"blob_{i + 1}", "blob", "hunter", hunter.x, hunter.y, -1, (), "", later=True)
            for i in range(BLOBS)
        ]
    people += crowd
    told = mission(level.id)
    taken = carried.only(told.carries if told else ALL)
    if any(p.team == "hunter" for p in people):
        people += [
            build.Person(carry.face_name(i), ABSENT, "civilian", level.start.x, level.start.y, -1, (), look, later=True)
            for i, look in enumerate(carry.known_forms(taken))
        ]  # whose faces it brings along: they never come in
    world = World(level.ground, [p.name for p in people], [p.kind for p in people], seed, DIFFICULTIES[difficulty])
    world.triggers, world.items = level.triggers, level.items
    world.hazards = tuple(Hazard(h.kind, h.area, h.period, h.share, h.when, h.name) for h in level.hazards)
    world.guises = tuple(Guise(m.form, m.x + m.w / 2, m.y + m.h / 2, m.w, m.h) for m in level.mimics)
    world.calls = tuple(CallPlace(c.x, c.y, c.form) for c in level.lures)
    world.objectives = {o.id: o for o in level.objectives}
    by_corner = {(round(x0, 3), round(y0, 3)): i for i, (x0, y0, *_) in enumerate(level.ground.blocks.tolist())}
    materials = ["glass" if pane else "steel" for pane in level.ground.block_pane.tolist()]
    for p in level.props:
        row = by_corner.get((round(p.x, 3), round(p.y, 3)), -1)
        if row >= 0:
            materials[row] = PROPS[p.kind].material
        if p.name:
            world.props[p.name] = (row, p.x, p.y, p.w, p.h)
            world.prop_kinds[p.name], world.prop_turns[p.name] = p.kind, p.turn
    world.block_material = materials or ["wall"]
    routes = [(list(p.points), p.dwell) if p.kind in ("errand", "patrol") else ([], 0) for p in level.paths]
    build.place(world, people)
    build.hang_doors(world)
    build.wake(world, PURSUERS[pursuer], level.control)
    build.brief(world, routes)
    lamps = [
        build.Lamp(p.x, p.y, p.radius, p.power * (0.4 + 0.6 * build.brightness(p.colour)), p.group) for p in level.lamps
    ]
    build.light(world, build.brightness(level.ambient), lamps)
    build.finish(world, routes)
    carry.begin(world, taken)
    return world

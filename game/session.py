"""One run: builds a World from a Level, feeds it commands, returns events; everything above the rules goes through here."""

from __future__ import annotations

import copy

import msgspec

from game.agent.command import IDLE, Command, checked
from game.agent.percept import Percept
from game.content.difficulty import DIFFICULTIES
from game.content.minds import PURSUERS
from game.core.sealed import Damaged, seal, unseal
from game.core.trouble import Trouble
from game.hud import Hud, shown
from game.level.data import Level
from game.level.hunt import staged
from game.sim import build, pack
from game.sim import carried as carry
from game.sim.carried import Carried
from game.sim.events import CheckpointReached, Event
from game.sim.step import step
from game.sim.systems import percepts
from game.staging import built

RULES_VERSION = 8  # raised when the same commands would live another future
RETRY_HEALTH = 0.6  # share of health that the player's side has at least after a retry
HUNTER_WAITS = 480  # ticks after a retry before the hunter moves (GAME.md 1)
QUIET_RANGE = 10.0  # metres: no checkpoint with the hunter nearer, seen or behind a door
MOST_KNOWN = 64  # Commands that are known to be good; a policy's short list has some thirty
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


class Session:
    """A run of one level.

    level, seed, difficulty, pursuer, carried   as given; `carried` is what the missions before have left
    world       the world (read-only for everybody but the rules)
    events      what happened on the last tick
    player, ward, hunter   body slots, -1 none
    outcome     '' while it runs, then 'won' or 'lost'; `reason` says why
    attempt     0, then one more for each retry
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
        self._known: dict[int, Command] = {}  # Commands that have been checked, by identity
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

    def step(self, commands: dict[str, Command] | None = None) -> list[Event]:
        """Live one tick; `commands` by seat name ('t800' …) replace a mind or drive the player. Raises ValueError on a bad one.

        The player's seat has the name of his own body, whichever body it drives.
        """
        world = self.world
        state, own = world.state, world.names[world.keeper]
        player = state.player
        given: dict[int, Command] = {}
        if commands:
            known = self._known
            for seat, command in commands.items():
                slot = player if seat == own and player >= 0 else self._driven(seat)
                if slot not in given or seat == own:
                    if id(command) not in known:  # a held Command is one object: once is enough
                        self._remember(checked(command))
                    given[slot] = command
        if player >= 0 and player not in given:
            given[player] = IDLE
        if state.outcome:
            self.events = []
            return self.events
        self.events = events = step(world, given)
        if state.checkpoint_wanted and self._quiet():
            self._take_checkpoint()
        return events

    def _remember(self, command: Command) -> None:
        """Keep a Command that has been checked, so that its number means no other."""
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[id(command)] = command

    @property
    def seat(self) -> str:
        """The player's seat: the name of the body that the level gives him."""
        return self.world.names[self.world.keeper]

    def _driven(self, seat: str) -> int:
        """Return the body that a seat drives; raises ValueError where there is none."""
        world = self.world
        slot = world.state.player if seat == world.names[world.keeper] else world.slot(seat)
        if slot not in world.acting:
            raise ValueError(f"seat {seat!r} is not in this level: use one of {', '.join(self.seats())}")
        return slot

    def seats(self) -> list[str]:
        """Return the names of those who take Commands here, the player's first."""
        acting = sorted(self.world.acting, key=lambda s: s != self.world.keeper)
        return [self.world.names[s] for s in acting]

    def _quiet(self) -> bool:
        """Say whether this is a moment to come back to: nobody seized, nobody down, the hunter close to neither of the two."""
        world, b = self.world, self.world.b
        if world.state.clock is not None or not world.alive(self.player):
            return False
        hunter = self.hunter
        two = [slot for slot in (self.player, self.ward) if slot >= 0]
        return hunter < 0 or not b.here[hunter] or min(world.gap(slot, hunter) for slot in two) >= QUIET_RANGE

    def _take_checkpoint(self) -> None:
        state = self.world.state
        state.checkpoint, state.checkpoint_wanted = state.checkpoint_wanted, ""
        self.events.append(CheckpointReached(state.checkpoint))
        self._checkpoint = pack.snapshot(self.world)

    def percept(self, seat: str) -> Percept | None:
        """Return what the body of a seat perceives, if its turn was on the last tick (ten times a second), else None."""
        slot = self._driven(seat)
        return percepts.percept(self.world, slot) if self.world.looked(slot) else None

    def retry(self) -> None:
        """Go back to the last checkpoint (or the start), patched up; the hunter forgets, waits, and its dice fall anew."""
        pack.restore(self.world, self._checkpoint)
        self.attempt += 1
        world = self.world
        world.state.dice = {
            key: state ^ (self.attempt * 0x9E3779B97F4A7C15 & (2**64 - 1)) for key, state in world.state.dice.items()
        }
        world.state.counts["attempt"] = self.attempt
        world.patch_up(RETRY_HEALTH)
        if self.hunter >= 0:
            world.memories[self.hunter] = build.blank(world.minds[self.hunter])
            world.b.wait_until[self.hunter] = world.tick + HUNTER_WAITS
            world.aware[self.hunter, :] = 0.0
            world.sees_now[self.hunter, :] = 0
        self.events = []

    def hud(self) -> Hud:
        """Return what the player's screen says."""
        return shown(self.world)

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
            raise SaveError(
                f"this save is of another level than {self.level.id}, or the level has changed since; begin a new game"
            )
        if said.difficulty not in DIFFICULTIES or said.pursuer not in PURSUERS:
            raise SaveError(
                f"this save names a difficulty or pursuer that does not exist: {said.difficulty}, {said.pursuer}; begin a new game"
            )
        level = staged(self._drawn, said.seed)
        try:
            world = built(level, said.seed, said.difficulty, said.pursuer, said.carried)
            moment, checkpoint = pack.from_bytes(world, said.now), pack.from_bytes(world, said.checkpoint)
            pack.restore(world, moment)
        except (ValueError, KeyError, IndexError, msgspec.MsgspecError, RecursionError) as wrong:
            raise SaveError(f"this save does not fit the level: {wrong}; begin a new game") from wrong
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

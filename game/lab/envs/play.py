"""What all environments share: a session, who decides for the seats that no policy has, rewards, and moments to go back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
import numpy as np

from game.agent.command import Command, held_on
from game.content.difficulty import DIFFICULTIES
from game.core.dice import MOST_SEED
from game.core.trouble import Trouble
from game.lab.envs.levels import level_named
from game.lab.envs.rewards import earned, for_time
from game.lab.envs.vector import SIZE, Row, Scratch, fill
from game.lab.policy import Driver, policy
from game.lab.run import PARS, sits_in
from game.level.data import Level
from game.level.made import SCENARIOS, SPLITS, drawn
from game.session import Session
from game.sim import pack

MOST_SKIP = 60  # ticks
NEEDS_RESET = "this environment has no run: call reset() first"


class Moment(NamedTuple):
    """A moment of an environment's run; plain values, so that it can be kept, pickled, and taken over elsewhere."""

    level: str
    seed: int
    difficulty: str
    ticks: int
    over: bool
    world: pack.Snapshot
    others: dict[str, tuple[Any, int, Command]]  # seat -> memory, dice, Command of who decides there
    dice: dict[str, Any]  # of the environment itself: which seed comes next


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """How an environment is set up; see game/lab/README.md.

    bot      who plays the player's seat where no policy has it; pursuer: the same for the T-1000
    limit    ticks after which a run is cut off, 0: twice the level's par
    split    of a scenario without a number: "train" or "held_out", from which each seed draws its map
    """

    level: str
    difficulty: str = "standard"
    frame_skip: int = 4
    bot: str = "base"
    pursuer: str = "t1000"
    limit: int = 0
    split: str = "train"

    def __post_init__(self) -> None:
        check_difficulty(self.difficulty)
        if self.split not in SPLITS:
            raise ValueError(f"split {self.split!r} is unknown: use {', '.join(SPLITS)}")
        if type(self.frame_skip) is not int or not 1 <= self.frame_skip <= MOST_SKIP:
            raise ValueError(f"frame_skip is {self.frame_skip!r}: give a whole number of ticks from 1 to {MOST_SKIP}")
        if type(self.limit) is not int or self.limit < 0:
            raise ValueError(f"limit is {self.limit!r}: give a whole number of ticks, 0 for twice the level's par")


def check_difficulty(word: object) -> None:
    """Raise ValueError if there is no such difficulty."""
    if word not in DIFFICULTIES:
        raise ValueError(f"difficulty {word!r} is unknown: use {', '.join(DIFFICULTIES)}")


def check_seed(seed: object) -> int:
    """Return a seed; raises ValueError if it is none."""
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or not 0 <= seed <= MOST_SEED:
        raise ValueError(f"seed {seed!r} is out of range: give a whole number from 0 to 2**63 - 1")
    return int(seed)


def next_seed(dice: np.random.Generator) -> int:
    """Draw the seed of the next run."""
    return int(dice.integers(0, MOST_SEED, endpoint=True, dtype=np.int64))


class Play:
    """One run after another on a level; `seats` are the names of those whom policies drive."""

    def __init__(self, config: Config, seats: tuple[str, ...]) -> None:
        self.config, self.seats = config, seats
        self.session: Session | None = None
        self.level: Level = named(config.level, config.split, 0)
        self.ticks = 0
        self.over = True
        self.others: list[Driver] = []
        self.slots: dict[str, int] = {}

    @property
    def running(self) -> Session:
        """The run; raises ValueError before the first reset."""
        if self.session is None:
            raise ValueError(NEEDS_RESET)
        return self.session

    @property
    def limit(self) -> int:
        """Ticks after which a run is cut off."""
        return self.config.limit or PARS * self.level.par

    def begin(self, seed: int, difficulty: str = "") -> None:
        """Begin a run."""
        level = named(self.config.level, self.config.split, seed)
        self._take(level, self._session(level, seed, difficulty or self.config.difficulty))
        self.ticks, self.over = 0, False

    def _session(self, level: Level, seed: int, difficulty: str) -> Session:
        session = Session(level, seed, difficulty, sits_in(self.config.pursuer))
        missing = [s for s in self.seats if s not in session.seats()]
        if missing:
            raise ValueError(f"{missing[0]} is not in level {level.id}: choose a level with {missing[0]} in it")
        return session

    def _take(self, level: Level, session: Session) -> None:
        self.level, self.session = level, session
        self.slots = {seat: body_of(session, seat) for seat in self.seats}
        self.scratch = Scratch(session.world)
        self.told = [(name, s) for name in TOLD if (s := session.world.slot(name)) >= 0]
        self.others = []
        if session.seat not in self.seats:
            self.others.append(Driver(policy(self.config.bot), session, session.seat))
        if ":" in self.config.pursuer and session.hunter >= 0 and "t1000" not in self.seats:
            self.others.append(Driver(policy(self.config.pursuer), session, "t1000"))

    @property
    def going(self) -> Session:
        """The run; raises ValueError before the first reset and after its end."""
        session = self.running
        if self.over:
            raise ValueError("this run is over: call reset() to begin another")
        return session

    def step(self, commands: dict[str, Command], watch: Callable[[Session], None] | None = None) -> dict[str, float]:
        """Live frame_skip ticks, or to the end; return what each seat is paid.

        commands   of the seats; held on after the first tick, as a mind's are
        watch      called after every tick
        """
        session, slots, seats = self.going, self.slots, self.seats
        world = session.world
        state, keeper = world.state, world.names[world.keeper]
        paid = dict.fromkeys(seats, 0.0)
        lived, left = 0, self.limit - self.ticks
        most = min(self.config.frame_skip, left)
        while True:
            if lived:
                commands = {seat: held_on(command) for seat, command in commands.items()}
            if self.others:
                commands = commands | {driver.seat: driver.decide(session) for driver in self.others}
            events = session.step(commands)
            lived += 1
            if watch:
                watch(session)
            if keeper in slots:
                slots[keeper] = state.player  # whichever body he drives now; the others drive their own
            if events:
                for seat in seats:
                    paid[seat] += earned(seat, slots[seat], events, world)
            if state.outcome or lived >= most:
                break
        self.ticks += lived
        self.over = bool(state.outcome) or lived >= left
        for seat in seats:
            paid[seat] += for_time(seat, lived)
        return paid

    def fill(self, seat: str, out: Row) -> None:
        """Write what a seat perceives into a row f4 [SIZE]."""
        fill(self.running.world, self.slots[seat], out, self.scratch)

    def vector(self, seat: str) -> Row:
        """Return what a seat perceives as a fresh row f4 [SIZE]."""
        out = np.empty(SIZE, np.float32)
        self.fill(seat, out)
        return out

    def info(self) -> dict[str, Any]:
        """Return the hidden truth, for learning's books and for reports; no observation holds it."""
        session = self.running
        world = session.world
        b, clock, hunter = world.b, world.state.clock, world.hunter
        x, y, here = b.x, b.y, b.here
        where = {name: (x[s], y[s]) for name, s in self.told if here[s]}
        return {
            "seed": session.seed,
            "level": self.level.id,
            "ticks": self.ticks,
            "outcome": world.state.outcome,
            "reason": world.state.reason,
            "where": where,
            "objective": world.state.objective,
            "clock": clock.ends - world.tick if clock else -1,
            "hunter_wears": world.look(hunter) if hunter >= 0 else "",
        }

    def save(self, dice: dict[str, Any] | None = None) -> Moment:
        """Return the moment, the dice included; it is independent of what comes after."""
        session = self.running
        others = {}
        for driver in self.others:
            twin = driver.twin()
            others[twin.seat] = (twin.memory, twin.dice.state, twin.command)
        now = pack.snapshot(session.world)
        return Moment(
            self.level_name, session.seed, session.difficulty, self.ticks, self.over, now, others, dict(dice or {})
        )

    @property
    def level_name(self) -> str:
        """The name under which the level of this run can be loaded again."""
        return resolved(self.config.level, self.config.split, self.running.seed)

    def load(self, moment: Moment) -> None:
        """Go to a saved moment of this environment or of another that is set up alike; raises ValueError if it does not fit."""
        if not isinstance(moment, Moment):
            raise ValueError(f"load() takes what save() returned, not {type(moment).__name__}")
        session = self.session
        same = session is not None and (self.level_name, session.seed, session.difficulty) == moment[:3]
        if not same:
            level = level_named(moment.level)
            session = self._session(level, moment.seed, moment.difficulty)
        assert session is not None
        try:
            pack.restore(session.world, moment.world)
        except (ValueError, KeyError, IndexError) as wrong:
            raise ValueError(f"this moment is of another level or version: {wrong}") from wrong
        session.events = []
        self._take(session.level, session)
        for driver in self.others:
            if driver.seat in moment.others:
                twin = driver.twin()
                twin.memory, twin.dice.state, twin.command = moment.others[driver.seat]
                again = twin.twin()  # so that the moment stays as it was
                driver.memory, driver.dice, driver.command = again.memory, again.dice, again.command
        self.ticks, self.over = moment.ticks, moment.over

    def __getstate__(self) -> dict[str, Any]:
        return {"config": self.config, "seats": self.seats, "moment": self.save() if self.session else None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["config"], state["seats"])  # type: ignore[misc]
        if state["moment"] is not None:
            self.load(state["moment"])


def body_of(session: Session, seat: str) -> int:
    """Return the body that a seat drives now: the player's drives whichever he has been given."""
    return session.player if seat == session.seat else session.world.slot(seat)


TOLD = ("t800", "john", "sarah", "t1000")


def resolved(level: str, split: str, seed: int) -> str:
    """Return the level that a seed plays on: for a scenario without a number, a map of the split."""
    return drawn(level, split, seed) if level in SCENARIOS else level


def named(level: str, split: str, seed: int) -> Level:
    """Return the level that a seed plays on; raises ValueError if there is none."""
    if not isinstance(level, str):
        raise ValueError(f"level is {level!r}: give a mission's id, the path of a .tmx, or a scenario")
    try:
        return level_named(resolved(level, split, seed))
    except Trouble as e:
        raise ValueError(str(e)) from e

"""The mill's finale, begun a thousand times from the edge on: what ends the machine, who throws, and who lowers.

A run of the base bot without a hunter is brought to the edge once; each finale is a copy of that moment in which the
T-1000, thawed, comes from another hiding place with other dice. Every finale is lived with the level's triggers, and once
more without any.
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from typing import NamedTuple

from game.agent.command import IDLE
from game.core.dice import Dice, seed_of
from game.lab.policy import Driver, policy
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.hoist import hands_at_the_hoist
from game.lab.probe.statistics import share
from game.level.load import load
from game.session import HUNTER_WAITS, Session
from game.sim import build
from game.sim import events as E

LEVEL, BOT, HUNTER = "melt", "base", "t1000"
EDGE, HOIST, RELICS = "10.edge", "10.hoist", ("arm", "cpu")
RUNS, FULL_RUNS, JOBS = 1, 1000, 2
SOON, LATEST = 3600, 2  # ticks to the edge; pars that a finale may last
NEAREST, FARTHEST = 8.0, 45.0  # metres of way from where it comes to the boy
WHOLE = 1e-6


class Finale(NamedTuple):
    """How one finale went.

    outcome  won, lost, gone (without triggers nothing comes after it) or '' for time up
    wrong    what was not as it must be, in words, '' nothing
    error    the largest error of its mass
    """

    outcome: str
    wrong: str
    error: float
    ticks: int


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure what no finale may ever break, and how many come to an end."""
    runs = FULL_RUNS if asked.full else RUNS
    tasks = [(seed, triggers) for seed in range(runs) for triggers in (True, False)]
    if asked.full:
        with ProcessPoolExecutor(JOBS, mp_context=get_context("spawn")) as workers:
            finales = list(workers.map(played, tasks, chunksize=10))
    else:
        finales = [played(task) for task in tasks]
    for (seed, triggers), f in zip(tasks, finales, strict=True):
        asked.log.row("finale", seed=seed, triggers=triggers, **f._asdict())
    yield asked.figure("finale.ends", sum(bool(f.wrong) for f in finales), len(finales))
    yield asked.figure("finale.mass", max(f.error for f in finales), len(finales))
    ended = share(sum(f.outcome in ("won", "gone") for f in finales), len(finales))
    yield asked.figure("finale.melts", ended.value, len(finales))


def played(task: tuple[int, bool]) -> Finale:
    """Play one finale: its seed, and whether the level keeps its triggers."""
    seed, triggers = task
    session, driver = begun(seed, triggers)
    world, wrong, error = session.world, Wrongs(), 0.0
    until = world.tick + LATEST * session.level.par
    while not session.outcome and world.tick < until:
        session.step({session.seat: driver.decide(session)})
        error = max(error, abs(mass(session) - 1.0))
        wrong.look(session)
        if not triggers and HUNTER in world.state.gone:
            return Finale("gone", wrong.found, error, world.tick)
    if session.outcome == "won":
        wrong.at_the_end(session)
    return Finale(session.outcome, wrong.found, error, world.tick)


class Wrongs:
    """Looks on and finds what must not be: another end than the grenade and the steel, another thrower, other hands."""

    def __init__(self) -> None:
        self.found = ""
        self._thrown: dict[str, int] = {}
        self._hoisted = False

    def look(self, session: Session) -> None:
        """After a tick."""
        world = session.world
        for e in session.events:
            if isinstance(e, E.Gone):
                self._say(world.state.last_hit != "grenade", f"its last hit was {world.state.last_hit}")
                self._say(abs(world.state.melted - 1.0) > WHOLE, "it is gone, and not all of it has melted")
            elif isinstance(e, E.Melting):
                self._say(not world.steel_at(e.x, e.y), "it melts where there is no steel")
            elif isinstance(e, E.RelicMelted):
                self._thrown[e.thing] = e.by
        if not self._hoisted and world.state.objective == HOIST:
            self._hoisted = True
            self._say(bool(words := hands_at_the_hoist(session)), words)

    def at_the_end(self, session: Session) -> None:
        """After a finale that was won."""
        self._say(sorted(self._thrown) != list(RELICS), f"thrown: {sorted(self._thrown)}")
        self._say(any(by != session.ward for by in self._thrown.values()), "another than John threw")
        self._say(not self._hoisted, "nobody stood at the hoist")
        self._say(HUNTER not in session.world.state.gone, "won, and it is not gone")

    def _say(self, is_wrong: bool, words: str) -> None:
        if is_wrong:
            self.found = self.found or words


def mass(session: Session) -> float:
    """Return all of it: what stands, what lies about, and what has melted."""
    world, b = session.world, session.world.b
    return float(b.share[session.hunter] + sum(b.share[s] for s in world.blobs) + world.state.melted)


# ------------------------------------------------------------------ beginning
@lru_cache(maxsize=1)
def at_the_edge() -> tuple[Session, Driver]:
    """Return a run of the mill in which they have just come to the edge, the machine still where it was."""
    session = Session(load(LEVEL), 0)
    driver = Driver(policy(BOT), session, session.seat)
    while session.world.state.objective != EDGE and session.world.tick < SOON:
        session.step({session.seat: driver.decide(session), HUNTER: IDLE})
    return session, driver


def begun(seed: int, triggers: bool) -> tuple[Session, Driver]:
    """Return a finale at its beginning, and who plays it."""
    first, player = at_the_edge()
    session, driver = first.clone(), player.twin()
    world, dice = session.world, Dice(seed_of("finale", seed))
    session.seed = world.seed = seed
    world.state.dice = {key: state ^ dice.state for key, state in world.state.dice.items()}
    driver.dice = Dice(seed_of("bot", "finale", seed))
    if not triggers:
        world.triggers, world.listening = (), []
    place_hunter(session, dice)
    return session, driver


def place_hunter(session: Session, dice: Dice) -> None:
    """Let it come whole from one of the hiding places on their side of the mill that nobody of them sees."""
    world, b, hunter = session.world, session.world.b, session.hunter
    b.chill[hunter], b.stiff[hunter], b.stun_until[hunter] = 0.0, 0, 0
    b.wait_until[hunter] = world.tick + HUNTER_WAITS // 4
    world.memories[hunter] = build.blank(world.minds[hunter])
    places = []
    for zone in world.ground.tagged("hide"):
        b.x[hunter], b.y[hunter] = world.ways.middle(world.ways.snap(*zone.middle))
        unseen = not any(world.clear_between(slot, hunter) for slot in world.ours)
        if unseen and NEAREST <= world.path(hunter, world.ward) <= FARTHEST:
            places.append((b.x[hunter], b.y[hunter]))
    b.x[hunter], b.y[hunter] = places[dice.below(len(places))]

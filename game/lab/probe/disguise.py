"""Disguise: only touched forms, a fair idea of what others believe and none of those it cannot see, no melted face twice."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.agent.command import INTERACT, RUN, Command
from game.agent.doubt import SURE
from game.ai.memory import begin
from game.content.actors import ACTORS
from game.content.minds import MINDS
from game.lab.probe.drive import Driver
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.search import turn
from game.lab.probe.statistics import auc
from game.lab.probe.worlds import ground_of, hall, person, world_of
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim.kernels.sighted import FACING
from game.sim.step import step
from game.sim.systems.forms import CHANGE_TICKS, MOST_FORMS, TOUCH_REACH, TOUCH_TICKS, change
from game.sim.tables import CHANGE, NOTHING
from game.sim.world import World

LEVELS = ("closing_time",)
EPISODES, FULL_EPISODES, EPISODE = 400, 100_000, 90  # ticks of one
EPISODES_A_WORLD = 40
RUNS, FULL_RUNS, TICKS = 2, 50, 3600
HIDDEN, FULL_HIDDEN = 6, 60
DISTRUSTS = 2.0  # log-odds from which somebody keeps away (T1000.md 5.2)
NEAR = 12.0  # metres
SHOWN_WITHIN = 9.0  # metres
SLACK = 0.2  # metres that both may move in the last tick


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure D1, D2 and D4."""
    episodes = FULL_EPISODES if asked.full else EPISODES
    yield asked.figure("disguise.untouched", untouched(episodes, asked), episodes)
    runs = [
        Witnessed(name, seed) for name in asked.levels or LEVELS for seed in range(FULL_RUNS if asked.full else RUNS)
    ]
    for run in runs:
        asked.log.row("disguise.belief", level=run.level, seed=run.seed, rows=run.rows)
    rows = [row for run in runs for row in run.rows]
    a = auc([hat for hat, real in rows if real >= DISTRUSTS], [hat for hat, real in rows if real < DISTRUSTS])
    yield asked.figure("disguise.belief", a.value, len(rows), a.low, a.high)
    hidden = FULL_HIDDEN if asked.full else HIDDEN
    yield asked.figure("disguise.hidden", sum(believes_of_the_hidden(n) for n in range(hidden)), hidden)
    made = [Witnessed(run.level, run.seed, made_to_change=True) for run in runs]
    for run in made:
        asked.log.row("disguise.melted", level=run.level, seed=run.seed, melted=run.melted)
    after, worn = sum(run.melted[0] for run in made), sum(run.melted[1] for run in made)
    yield asked.figure("disguise.melted", worn / max(1, after), after)
    minutes = sum(run.ticks for run in runs) / 3600.0
    yield asked.figure("disguise.accused", sum(run.accused for run in runs) * 20.0 / max(1e-9, minutes), len(runs))


# ---------------------------------------------------------------------- D1
def untouched(episodes: int, asked: Asked) -> int:
    """Return how many forms were worn or kept that had not been touched, in episodes of wild commands."""
    wrong = 0
    for n in range(0, episodes, EPISODES_A_WORLD):
        world, dice = market(n), np.random.default_rng(n)
        touch = Touch(world)
        for _ in range(min(EPISODES_A_WORLD, episodes - n)):
            whim = wild(world, dice)
            for tick in range(EPISODE):
                step(world, {world.hunter: whim(tick)})
                touch.look(world)
        wrong += len(touch.wrong)
        for what in touch.wrong:
            asked.log.row("disguise.untouched", seed=n, what=what)
    return wrong


def market(seed: int) -> World:
    """Return a hall with a few people of every kind, the two of the story, and the machine."""
    kinds = ("shopper", "teen", "cook", "cleaner", "guard", "officer")
    people = [
        person(f"{k}_1", 4.0 + 2 * i, 4.0, k, "law" if k in ("guard", "officer") else "civilian")
        for i, k in enumerate(kinds)
    ]
    return world_of(
        ground_of(hall(20, 8)), person("t800", 3.0, 6.0), person("john", 5.0, 6.0), person("t1000", 10.0, 5.0), *people, seed=seed
    )  # fmt: skip


def wild(world: World, dice: np.random.Generator) -> Any:
    """Return what it does for an episode: runs at somebody with its hand out, asks for any form, now and then lets go."""
    whom, b = int(dice.integers(world.count)), world.b
    form, at, lets_go = int(dice.integers(-1, 8)), int(dice.integers(EPISODE)), int(dice.integers(1, 40))

    def command(tick: int) -> Command:
        dx, dy = b.x[whom] - b.x[world.hunter], b.y[whom] - b.y[world.hunter]
        d = max(1e-6, (dx * dx + dy * dy) ** 0.5)
        held = INTERACT if tick % lets_go or d < 0.5 else 0
        return Command(round(dx / d * 127), round(dy / d * 127), gait=RUN, held=held, form=form if tick == at else -1)

    return command


class Touch:
    """Counts for itself how long the machine has had its hand on whom, and keeps what it wears without that."""

    def __init__(self, world: World) -> None:
        self.wrong: list[str] = []
        self._touched = {world.hunter}
        self._near: dict[int, int] = {}
        self._known = 1

    def look(self, world: World) -> None:
        """Take in a tick."""
        b, hunter, gear = world.b, world.hunter, world.state.gear[world.hunter]
        out = bool(world.state.commands[hunter].held & INTERACT)
        for j in range(world.count):
            near = j != hunter and b.here[j] and world.gap(hunter, j) <= TOUCH_REACH + SLACK
            self._near[j] = self._near.get(j, 0) + 1 if near and out else 0
            if self._near[j] >= TOUCH_TICKS:
                self._touched.add(j)
        for face, look in zip(gear.faces, gear.forms, strict=True):
            if face not in self._touched:
                self.wrong.append(f"has the face of {world.names[face]} untouched")
            elif face != hunter and (ACTORS[world.kinds[face]].body != "flesh" or face == world.ward):
                self.wrong.append(f"has the form of {world.names[face]}, which it may not take")
            elif face != hunter and look not in ACTORS[world.kinds[face]].looks:
                self.wrong.append(f"has a form {look} that {world.names[face]} does not have")
        if b.face[hunter] not in gear.faces or len(gear.faces) > MOST_FORMS:
            self.wrong.append("wears what it has not got, or has too many")


# ---------------------------------------------------------------------- D2, D4
class Witnessed:
    """A run: what it thought that the two believed of it beside what they did believe, and melted faces worn near him.

    rows: (its estimate, the real log-odds) whenever witness and machine had each other in view; melted: ticks after the
    boy saw a face melt, and those in which it wore that face near him; accused: people whom the two took for the machine.
    made_to_change: once it is made to change before his eyes, which it does not do by itself (0 of 50 runs).
    """

    def __init__(self, level: str, seed: int, made_to_change: bool = False) -> None:
        self._to_make = made_to_change
        self.level, self.seed = level, seed
        self.rows: list[tuple[float, float]] = []
        self.melted = [0, 0]
        self._faces: set[int] = set()
        session = Session(load(level), seed)
        for _ in live(session, "base", TICKS):
            if session.hunter >= 0 and session.world.b.here[session.hunter]:
                self._melts(session)
                if self._to_make:
                    self._to_make = not changed_before_him(session)
                if session.world.looked(session.hunter):
                    self._asks(session)
        self.ticks, self.accused = session.world.tick, session.world.state.accused

    def _asks(self, session: Session) -> None:
        from game.ai.faces import BOY, GUARD, believed

        world, hunter = session.world, session.hunter
        memory = world.memories[hunter]
        face, look = world.b.face[hunter], world.look(hunter)
        for who, witness in ((BOY, session.ward), (GUARD, session.player)):
            if witness >= 0 and world.sees_now[hunter, witness] and world.sees(witness, hunter):
                self.rows.append((believed(memory, who, face, look), float(world.doubt[witness, hunter])))

    def _melts(self, session: Session) -> None:
        world, hunter, ward = session.world, session.hunter, session.ward
        b = world.b
        if ward < 0:
            return
        melting = b.act[hunter] == CHANGE and b.act_until[hunter] - world.tick > CHANGE_TICKS // 2
        if melting and world.sees(ward, hunter):  # later it is the new face that shows
            self._faces.add(b.face[hunter])
        elif self._faces:
            self.melted[0] += 1
            lies = b.face[hunter] in self._faces and not b.known[hunter]  # known, it has nothing to hide
            self.melted[1] += lies and world.gap(hunter, ward) < NEAR


def changed_before_him(session: Session) -> bool:
    """Let the machine change where the boy sees it, if it can now, knowing that it does; say whether it began to."""
    world, hunter, ward = session.world, session.hunter, session.ward
    b, faces = world.b, world.state.gear[hunter].faces
    free = b.act[hunter] == NOTHING and b.holds[hunter] < 0 and not b.guise[hunter] and world.able(hunter)
    others = [k for k, face in enumerate(faces) if face != b.face[hunter]]
    if ward < 0 or not free or not others or not in_each_others_view(world, hunter, ward):
        return False
    memory = world.memories[hunter]
    memory.ruse.face = faces[others[-1]]
    begin(memory, "change", world.tick)
    change(world, hunter, others[-1])
    return True


def in_each_others_view(world: World, hunter: int, ward: int) -> bool:
    """Say whether the boy has it in view and it can tell: it sees him, near, with his face to it."""
    near = world.gap(hunter, ward) < SHOWN_WITHIN and world.ahead(ward, hunter) > FACING
    return near and world.sees(ward, hunter) and world.sees(hunter, ward)


def believes_of_the_hidden(seed: int) -> bool:
    """Say whether it has an opinion of what a boy thinks who watches it change from behind, where it has no eyes."""
    told = []
    dice = np.random.default_rng(seed)
    x, y = float(dice.uniform(10.0, 15.0)), float(dice.uniform(2.0, 6.0))
    for there in (True, False):
        people = [person("john", x, y)] if there else []
        world = world_of(
            ground_of(hall(20, 8)), *people, person("t1000", 6.0, 4.0), person("packer_a", 2.0, 2.0), seed=seed
        )
        hunter, gear = world.hunter, world.state.gear[world.hunter]
        gear.forms.append("packer_a")
        gear.faces.append(world.slot("packer_a"))
        driver = Driver(hunter, MINDS["t1000"].decide, MINDS["t1000"].memory(), seed)
        if there:
            turn(world, world.ward, 6.0, 4.0)
        turn(world, hunter, 2.0, 4.0)
        for tick in range(180):
            driver.command(world)  # it only looks on: the hand on the wheel is another's
            driver.memory.doing = "change" if 60 <= tick < 120 else ""
            step(world, {hunter: Command(aim_x=-64, form=1 if tick == 60 else -1)})
        told.append(dict(driver.memory.beliefs))
        if there and world.doubt[world.ward, hunter] < SURE:
            raise AssertionError("he was to see it change")
    return told[0] != told[1] or bool(told[0])

"""No cheating: the percept log alone gives the same thoughts beside another world, and holds no more than senses tell."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from game.core.ground import Ground
from game.lab.probe.audit import Auditor, Fault
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.overhear import Diary, Recorded, recorded, relived, twin
from game.lab.probe.scramble import decoy, differences, scramble_all
from game.lab.probe.teleport import Leap, Steps
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim.world import World

LEVELS = ("yard", "closing_time")
RUNS, FULL_RUNS = 1, 25  # on each level
TICKS, FULL_TICKS = 1500, 7200
HIDDEN_EVERY = 10  # looks
GAME = Path(__file__).resolve().parents[2]
WORLDLY = ("game.sim", "game.session", "game.level", "game.lab", "game.app", "game.view")


class Watched(NamedTuple):
    """A recorded run, what an auditor found in it, steps too long, and the fields of percepts that changed with the unseen.

    changed lists, for each percept that was asked about, the fields that changed, if any did.
    """

    run: Recorded
    faults: list[Fault]
    looks: int
    leaps: list[Leap]
    changed: list[str]
    asked: int


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure O1 to O3."""
    differ = looks = faults = checked = changed = hidden = 0
    for name in asked.levels or LEVELS:
        level = load(name)
        for seed in range(FULL_RUNS if asked.full else RUNS):
            watched = watch(level, seed + 3, FULL_TICKS if asked.full else TICKS)
            run = watched.run
            hunter = run.diaries.get(run.session.hunter)
            same = list(replayed(level, hunter)) if hunter else []
            differ, looks = differ + same.count(False), looks + len(same)
            mine = [f for f in watched.faults if f.slot == run.session.hunter]
            faults, checked = faults + len(mine), checked + watched.looks
            changed, hidden = changed + len(watched.changed), hidden + watched.asked
            keep(asked, name, seed + 3, watched, same)
    yield asked.figure("honesty.replay", differ, looks)
    yield asked.figure("honesty.percepts", faults, checked)
    yield asked.figure("honesty.hidden", changed, hidden)
    found = worldly_imports()
    yield asked.figure("honesty.imports", len(found), len(list(minds_and_bots())))


def watch(level: Level, seed: int, ticks: int, slots: list[int] | None = None) -> Watched:
    """Record a run while an auditor looks on; slots: whose percepts are audited, None for the hunter's."""
    auditors: list[Auditor] = []
    steps, changed, asked = Steps(), [], 0
    dice = np.random.default_rng(seed)

    def look_on(session: Session) -> None:
        nonlocal asked
        if not auditors:
            auditors.append(Auditor(session, [session.hunter] if slots is None else slots))
        auditors[0](session)
        steps(session)
        hunter = session.hunter
        if hunter >= 0 and session.world.looked(hunter) and session.world.tick // 6 % HIDDEN_EVERY == 0:
            asked += 1
            found = differences(session.world, hunter, dice)
            if found:
                changed.append(" ".join(found))

    run = recorded(level, seed, ticks, watch=look_on)
    auditor = auditors[0]
    return Watched(run, auditor.faults, auditor.looks, steps.leaps, changed, asked)


def replayed(level: Level, diary: Diary) -> Iterator[bool]:
    """Live a diary again beside another world that changes at every look, on a map of its own."""
    return beside(decoy(level, diary.seed).world, diary, level.ground)


def beside(other: World, diary: Diary, ground: Ground) -> Iterator[bool]:
    """Live a diary again while another world is shuffled at every look."""
    dice = np.random.default_rng(diary.slot)
    return relived(diary, twin(ground), lambda: scramble_all(other, dice))


def keep(asked: Asked, level: str, seed: int, watched: Watched, same: list[bool]) -> None:
    """Leave the raw rows."""
    hunter = watched.run.diaries.get(watched.run.session.hunter)
    for look, equal in zip(hunter.looks if hunter else [], same, strict=False):
        row = {"tick": look.tick, "thought": look.thought, "same": equal}
        asked.log.row("honesty.replay", level=level, seed=seed, **row, percept=look.words.decode())
    for fault in watched.faults:
        asked.log.row("honesty.percepts", level=level, seed=seed, **fault._asdict())
    for fields in watched.changed:
        asked.log.row("honesty.hidden", level=level, seed=seed, fields=fields)


def minds_and_bots() -> Iterator[Path]:
    """Yield the sources that must know percepts only."""
    for room in ("agent", "ai", "bots", "core"):
        yield from sorted((GAME / room).glob("**/*.py"))


def worldly_imports() -> list[str]:
    """Return every import of the rules, or of what lies above them, in minds and bots."""
    found = []
    for path in minds_and_bots():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
            found += [f"{path.name}: {n}" for n in names if n.startswith(WORLDLY)]
    return found

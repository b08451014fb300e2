"""The hunter knows what it perceives and nothing else: its percept log alone gives the same scores, beliefs and commands."""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from game.agent.command import Command
from game.agent.percept import Percept
from game.ai import hunter
from game.ai.memory import HunterMemory
from game.content.minds import MINDS, Mind
from game.core.dice import Dice, seed_of
from game.lab.seat import live
from game.level.load import load
from game.session import Session

Log = list[tuple[Percept, Command, str]]


def fingerprint(memory: HunterMemory) -> str:
    """Return what it thinks, as a hash: scores, beliefs, faces, intent."""
    thought = (memory.intent, memory.why, memory.scores, memory.beliefs, memory.grabs, memory.leads, memory.asked)
    prey = memory.prey
    data = msgspec.msgpack.encode((*thought, prey.x, prey.y, prey.fixed))
    return hashlib.blake2b(data + prey.cell.tobytes() + prey.weight.tobytes() + prey.goal.tobytes()).hexdigest()


def recorded(monkeypatch: pytest.MonkeyPatch, level: str, seed: int, ticks: int) -> tuple[Session, Log]:
    """Play a level with the base bot and write down every percept of the hunter, what it did, and what it thought."""
    log: Log = []

    def write_down(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
        command = hunter.decide(percept, memory, dice)
        log.append((percept, command, fingerprint(memory)))
        return command

    monkeypatch.setitem(MINDS, "t1000", Mind(write_down, HunterMemory))
    session = Session(load(level), seed)
    for _ in live(session, "base", ticks, 0, None):
        pass
    return session, log


def relived(log: Log, dice: Dice) -> Iterator[tuple[Command, str]]:
    """Feed a percept log to a fresh mind: there is no world any more that it could look at."""
    memory = HunterMemory()
    for percept, _, _ in log:
        memory.speak = ""
        command = hunter.decide(percept, memory, dice)
        yield command, fingerprint(memory)


@pytest.mark.parametrize(
    ("level", "seed", "ticks"), [("levels/examples/yard.tmx", 4, 1500), ("levels/closing_time.tmx", 3, 2400)]
)
def test_the_percept_log_alone_gives_the_same_thoughts_and_commands(
    monkeypatch: pytest.MonkeyPatch, level: str, seed: int, ticks: int
) -> None:
    session, log = recorded(monkeypatch, level, seed, ticks)
    dice = Dice(seed_of(seed, session.hunter, "mind"))
    assert len(log) > 100
    for n, (did, thought) in enumerate(relived(log, dice)):
        assert (did, thought) == (log[n][1], log[n][2]), f"it knew more than it perceived at tick {log[n][0].tick}"


def test_a_percept_that_differs_shows_in_the_thoughts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself works: a boy a hand's breadth elsewhere is noticed."""
    session, log = recorded(monkeypatch, "levels/examples/yard.tmx", 4, 1200)
    n = next(i for i, (p, _, _) in enumerate(log) if any(t.look == "john" and t.awareness >= 1 for t in p.tracks))
    percept = log[n][0]
    moved: Any = tuple(msgspec.structs.replace(t, x=t.x + 0.1) if t.look == "john" else t for t in percept.tracks)
    log[n] = (msgspec.structs.replace(percept, tracks=moved), log[n][1], log[n][2])
    dice = Dice(seed_of(4, session.hunter, "mind"))
    assert any(thought != log[i][2] for i, (_, thought) in enumerate(relived(log, dice)))

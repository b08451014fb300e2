"""Writes down what minds are told and what they make of it, and lets them think again from the written words alone."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
import numpy as np

from game.agent.command import Command
from game.agent.percept import Briefing, Percept
from game.content import minds
from game.content.minds import MINDS, Mind
from game.core.dice import Dice, seed_of
from game.core.ground import Ground
from game.lab.seat import live
from game.level.data import Level
from game.session import Session

MAP = ("ground", "briefing")  # what a mind knows before it begins
Told: Any = msgspec.defstruct(
    "Told", [(f.name, f.type) for f in msgspec.structs.fields(Percept) if f.name not in MAP], frozen=True
)
SPOKEN = (("speak", ""), ("shout", None), ("radio", None))  # what the rules take out of a memory after each look


class Look(NamedTuple):
    """One look of one mind: the percept in words, what it did, and a fingerprint of all that it thought."""

    tick: int
    words: bytes
    command: Command
    thought: str


class Diary(NamedTuple):
    """All looks of one body in one run, and what it needs to live them again."""

    slot: int
    mind: str
    seed: int
    briefing: Briefing
    looks: list[Look]


class Recorded(NamedTuple):
    """A run that is over: its session and the diaries by slot."""

    session: Session
    diaries: dict[int, Diary]


def fingerprint(memory: Any) -> str:
    """Return a hash of everything in a memory: beliefs, particles, scores, intent."""
    return hashlib.blake2b(msgspec.msgpack.encode(memory, enc_hook=plain), digest_size=12).hexdigest()


def plain(value: Any) -> Any:
    """Let arrays be encoded."""
    if isinstance(value, np.ndarray):
        return value.tobytes()
    if isinstance(value, np.generic):
        return value.item()
    raise NotImplementedError(f"a memory that holds {type(value).__name__} cannot be compared")


def written(percept: Percept) -> bytes:
    """Return a percept as words, without map and briefing."""
    return msgspec.json.encode(Told(**{name: getattr(percept, name) for name in Told.__struct_fields__}))


_read = msgspec.json.Decoder(Told)


def percept_of(words: bytes, ground: Ground, briefing: Briefing) -> Percept:
    """Return the percept that was written down."""
    told = _read.decode(words)
    return Percept(ground=ground, briefing=briefing, **{n: getattr(told, n) for n in Told.__struct_fields__})


def recorded(level: Level, seed: int, ticks: int, watch: Callable[[Session], None] | None = None) -> Recorded:
    """Play a run with the base bot and keep a diary of every mind in it; `watch` looks on after each tick."""
    session = Session(level, seed, "standard")
    with overheard(session) as diaries:
        for _ in live(session, "base", ticks, 0, None):
            if watch is not None:
                watch(session)
    return Recorded(session, diaries)


@contextmanager
def overheard(session: Session) -> Iterator[dict[int, Diary]]:
    """Write down what every mind of a session thinks as long as this lasts."""
    world = session.world
    diaries = {
        slot: Diary(slot, mind, seed_of(world.seed, slot, "mind"), world.briefings[slot], [])
        for slot, mind in world.minds.items()
    }
    by_name: dict[str, list[int]] = {}
    for slot, mind in world.minds.items():
        by_name.setdefault(mind, []).append(slot)
    before = dict(MINDS)
    for name, slots in by_name.items():
        MINDS[name] = Mind(ear(MINDS[name], {id(world.memories[s]): diaries[s] for s in slots}), MINDS[name].memory)
    try:
        yield diaries
    finally:
        MINDS.clear()
        MINDS.update(before)


def ear(mind: Mind, diaries: dict[int, Diary]) -> Callable[[Percept, Any, Dice], Command]:
    """Return the mind's decision, overheard; a body is known by its memory."""

    def decide(percept: Percept, memory: Any, dice: Dice) -> Command:
        words = written(percept)
        command = mind.decide(percept, memory, dice)
        diaries[id(memory)].looks.append(Look(percept.tick, words, command, fingerprint(memory)))
        return command

    return decide


def relived(diary: Diary, ground: Ground, before_each: Callable[[], None]) -> Iterator[bool]:
    """Let a fresh mind live a diary again; yield for each look whether it thought and did the same."""
    mind = minds.MINDS[diary.mind]
    memory, dice = mind.memory(), Dice(diary.seed)
    for look in diary.looks:
        before_each()
        command = mind.decide(percept_of(look.words, ground, diary.briefing), memory, dice)
        yield command == look.command and fingerprint(memory) == look.thought
        unsaid(memory)


def unsaid(memory: Any) -> None:
    """Take what has been spoken out of a memory, as the rules do."""
    for name, nothing in SPOKEN:
        if hasattr(memory, name):
            setattr(memory, name, nothing)


@lru_cache(maxsize=8)
def twin(ground: Ground) -> Ground:
    """Return the same map as another object, so that nothing that was worked out for the first is at hand."""
    parts: dict[str, Any] = {name: getattr(ground, name) for name in Ground.__slots__}
    parts |= {name: value.copy() for name, value in parts.items() if isinstance(value, np.ndarray)}
    return Ground(**parts)

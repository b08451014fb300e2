"""What to run: each level with each bot, pursuer, difficulty and seed."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from game.content.difficulty import DIFFICULTIES
from game.content.minds import PURSUERS
from game.core.trouble import Trouble
from game.lab.omniscient import NAME
from game.lab.policy import policy
from game.level.load import load


class Job(NamedTuple):
    """One run."""

    level: str
    bot: str
    pursuer: str
    difficulty: str
    seed: int
    ticks: int = 0


def jobs(
    levels: Sequence[str],
    bots: Sequence[str],
    pursuers: Sequence[str],
    difficulties: Sequence[str],
    seeds: Iterable[int],
    ticks: int = 0,
) -> list[Job]:
    """Return every run; raises Trouble, before any has begun, where a word means nothing."""
    for level in levels:
        load(level)
    for name in (*bots, *(p for p in pursuers if ":" in p)):
        policy(name)
    for word in pursuers:
        if ":" not in word and word not in PURSUERS and word != NAME:
            raise Trouble(f"pursuer {word!r} is unknown: use {', '.join(PURSUERS)}, or package.module:function")
    for word in difficulties:
        if word not in DIFFICULTIES:
            raise Trouble(f"difficulty {word!r} is unknown: use {', '.join(DIFFICULTIES)}")
    return [Job(*words, ticks) for words in product(levels, bots, pursuers, difficulties, seeds)]

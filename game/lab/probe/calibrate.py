"""Calibration: is he where the T-1000 believes, as often as it believes?"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from game.core.ground import Ground
from game.core.posts import posts_of
from game.lab.probe.drive import Driver
from game.lab.probe.figure import Asked, Figure
from game.sim.world import World

EVERY = 30  # ticks between two rows
BINS = np.array([0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.000001])
FEWEST = 200  # rows of a bin that counts: chance alone moves its share by .035
FRESH = 20.0  # seconds since contact
FLOOR = 0.02  # share of a guess that is spread evenly, so that a place without a particle is not impossible


class Watcher:
    """Looks at a hunt, and keeps for each look the belief of every room and the one that he is in.

    rows: believed share of a room, whether he is there; scores: nats by which the guess beats an even one, fresh contact only.
    """

    def __init__(self, ground: Ground) -> None:
        posts = posts_of(ground)
        self.names = sorted({name for name in posts.room if name})
        index = {name: i for i, name in enumerate(self.names)}
        room_of_post = np.array([index.get(name, -1) for name in posts.room])
        self._room = np.where(posts.owner >= 0, room_of_post[posts.owner], -1)
        self.rows: list[tuple[float, bool]] = []
        self.scores: list[float] = []

    def __call__(self, world: World, driver: Driver) -> None:
        """Look once in a while, when he is out of its sight."""
        prey = driver.memory.prey
        if world.tick % EVERY or prey.fixed or not self.names:
            return
        room = int(self._room[world.ways.snap(world.b.x[world.ward], world.b.y[world.ward])])
        rooms = self._room[prey.cell]
        believed = np.bincount(rooms[rooms >= 0], prey.weight[rooms >= 0], len(self.names))
        self.rows += [(float(m), i == room) for i, m in enumerate(believed)]
        if room >= 0 and (world.tick - prey.seen_at) / 60.0 < FRESH:
            guess = (1.0 - FLOOR) * believed[room] + FLOOR / len(self.names)
            self.scores.append(float(np.log(guess * len(self.names))))


def calibration(asked: Asked, watchers: Iterable[Watcher]) -> Iterator[Figure]:
    """Measure B4."""
    rows: list[tuple[float, bool]] = []
    scores: list[float] = []
    for watcher in watchers:
        rows, scores = rows + watcher.rows, scores + watcher.scores
    if not rows:
        return
    believed, there = (np.array(column, np.float64) for column in zip(*rows, strict=True))
    gaps = []
    for low, high in pairwise(BINS):
        of_bin = (believed >= low) & (believed < high)
        if of_bin.sum() >= FEWEST:
            pair = float(believed[of_bin].mean()), float(there[of_bin].mean())
            gaps.append(abs(pair[0] - pair[1]))
            asked.log.row("search.calibration", believed=pair[0], true=pair[1], n=int(of_bin.sum()))
    yield asked.figure("search.calibration", max(gaps, default=float("nan")), len(rows))
    yield asked.figure("search.log_score", float(np.mean(scores)) if scores else float("nan"), len(scores))

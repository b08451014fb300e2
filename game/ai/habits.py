"""Where it has found him before: what a room is worth as a guess grows with each find there, and fades (T1000.md 10)."""

import numpy as np

from game.agent.percept import Percept, Track
from game.ai.memory import HunterMemory
from game.core.ground import Floats
from game.core.posts import Posts, posts_of

LOST_FOR = 300  # ticks without contact after which seeing him again is a find
LEARNS, EVEN = 4.0, 0.15  # what a find weighs beside a room's own one, and the share of a guess that stays even
FADES, FADES_EVERY = 0.85, 120 * 60  # what is left of a find, after so many ticks


def find(percept: Percept, memory: HunterMemory, prey: Track) -> None:
    """Note in which room he has come into sight, if he had been out of it for long; it knows only what it has seen."""
    if memory.prey.fixed or memory.prey.seen_at < 0 or percept.tick - memory.prey.seen_at < LOST_FOR:
        return
    room = percept.ground.room_at(prey.x, prey.y)
    if not memory.found:
        memory.fade_at = percept.tick + FADES_EVERY
    memory.found[room] = memory.found.get(room, 0.0) + 1.0
    memory.prey.habit = habit(posts_of(percept.ground), memory.found)


def fade(percept: Percept, memory: HunterMemory) -> None:
    """Let what it has learned of him fade in time."""
    if memory.found and percept.tick >= memory.fade_at:
        memory.fade_at = percept.tick + FADES_EVERY
        memory.found = {room: count * FADES for room, count in memory.found.items()}
        memory.prey.habit = habit(posts_of(percept.ground), memory.found)


def habit(posts: Posts, found: dict[str, float]) -> Floats:
    """Return the factor on how much he likes each post, f8 [posts]: a guess over rooms with some finds, 1 on average."""
    rooms = list(dict.fromkeys(posts.room))
    n, finds = len(rooms), sum(found.values())
    guess = {
        room: (1.0 - EVEN) * n * (1.0 + LEARNS * found.get(room, 0.0)) / (n + LEARNS * finds) + EVEN for room in rooms
    }
    return np.array([guess[room] for room in posts.room])

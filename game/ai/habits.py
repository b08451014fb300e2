"""Where it has found him before: whether he has haunts, and what a room is worth as a guess by it; that fades (T1000.md 10)."""

from collections import Counter

import numpy as np

from game.agent.percept import Percept, Track
from game.ai.memory import HunterMemory
from game.core.ground import Floats
from game.core.posts import Posts, posts_of

LOST_FOR = 300  # ticks without contact after which seeing him again is a find
FEW = 2.0  # how soon one who has haunts is taken to choose a new place: as often as after so many finds
ELSEWHERE = 0.65  # what is left of a find when he is found in another room
LIKELY, CHANGES = 0.3, 0.05  # how likely he has haunts before any find, and how much of that comes back with each
FADES, FADES_EVERY = 0.85, 120 * 60  # what is left of a find, after so many ticks


def find(percept: Percept, memory: HunterMemory, prey: Track) -> None:
    """Note in which room he has come into sight, if he had been out of it for long; it knows only what it has seen."""
    if memory.prey.fixed or memory.prey.seen_at < 0 or percept.tick - memory.prey.seen_at < LOST_FOR:
        return
    posts, room = posts_of(percept.ground), percept.ground.room_at(prey.x, prey.y)
    if not memory.found:
        memory.fade_at, memory.haunts = percept.tick + FADES_EVERY, LIKELY
    memory.haunts = weighed(memory.haunts, again(memory.found, room, shares(posts).get(room, 1.0)))
    memory.found = {other: count * ELSEWHERE for other, count in memory.found.items() if other != room} | {
        room: memory.found.get(room, 0.0) + 1.0
    }
    memory.prey.habit = habit(posts, memory.found, memory.haunts)


def fade(percept: Percept, memory: HunterMemory) -> None:
    """Let what it has learned of him fade in time."""
    if memory.found and percept.tick >= memory.fade_at:
        memory.fade_at = percept.tick + FADES_EVERY
        memory.found = {room: count * FADES for room, count in memory.found.items()}
        memory.prey.habit = habit(posts_of(percept.ground), memory.found, memory.haunts)


def weighed(haunts: float, likelier: float) -> float:
    """Return how likely he has haunts after a find that is so much likelier if he has, 0..1.

    A share goes back to the first guess, so that neither is ever sure (the fixed share of Herbster and Warmuth, 1998).
    """
    after = haunts * likelier / (haunts * likelier + 1.0 - haunts)
    return (1.0 - CHANGES) * after + CHANGES * LIKELY


def shares(posts: Posts) -> dict[str, float]:
    """Return how likely one without haunts is in each room: its share of the posts; no room is one too, and the largest."""
    return {room: count / posts.n for room, count in Counter(posts.room).items()}


def again(found: dict[str, float], room: str, share: float) -> float:
    """Return how much likelier one who has haunts is in a room next than one without: a Polya urn, each find draws more."""
    return (found.get(room, 0.0) / share + FEW) / (sum(found.values()) + FEW)


def habit(posts: Posts, found: dict[str, float], haunts: float) -> Floats:
    """Return the factor on how much he likes each post, f8 [posts]: a guess over rooms with some finds, 1 on average.

    haunts: how likely he has some, as his finds tell; else every post is as good.
    """
    guess = {room: 1.0 - haunts + haunts * again(found, room, share) for room, share in shares(posts).items()}
    return np.array([guess[room] for room in posts.room])

"""Where it has found him before, and what a room is worth as a guess by it; he may change his haunts (T1000.md 10)."""

from collections import Counter

import numpy as np

from game.agent.percept import Percept, Track
from game.ai.memory import HunterMemory
from game.core.ground import Floats
from game.core.posts import Posts, posts_of

LOST_FOR = 300  # ticks without contact after which seeing him again is a find
FEW = 2.0  # how soon one who has haunts is taken to choose a new place: as often as after so many finds
CHANGES = 0.1  # how likely he has other haunts from one find to the next
LIKELY, UNSURE = 0.3, 0.05  # how likely he has haunts before any find, and how much of that comes back with each
# How much of a guess may follow finds: twice the right weight saves it few seconds, half of it costs minutes.
TRUSTED = 0.7
FADES, FADES_EVERY = 0.85, 120 * 60  # how likely he has still the same haunts after so many ticks


def find(percept: Percept, memory: HunterMemory, prey: Track) -> None:
    """Note in which room he has come into sight, if he had been out of it for long; it knows only what it has seen."""
    if memory.prey.fixed or memory.prey.seen_at < 0 or percept.tick - memory.prey.seen_at < LOST_FOR:
        return
    posts, room = posts_of(percept.ground), percept.ground.room_at(prey.x, prey.y)
    if not memory.found:
        memory.fade_at, memory.haunts = percept.tick + FADES_EVERY, LIKELY
    tells = told(memory, room, shares(posts).get(room, 1.0))
    memory.haunts = weighed(memory.haunts, sum(tells))
    memory.haunts_since = [much / sum(tells) for much in tells] + [0.0]
    memory.found.append(room)
    changed(memory, CHANGES)
    memory.prey.habit = habit(posts, memory)


def fade(percept: Percept, memory: HunterMemory) -> None:
    """Let what it has learned of him fade in time."""
    if memory.found and percept.tick >= memory.fade_at:
        memory.fade_at = percept.tick + FADES_EVERY
        changed(memory, 1.0 - FADES)
        memory.prey.habit = habit(posts_of(percept.ground), memory)


def changed(memory: HunterMemory, chance: float) -> None:
    """Allow for it that he has had other haunts from now on, of which no find tells yet."""
    memory.haunts_since = [likely * (1.0 - chance) for likely in memory.haunts_since]
    memory.haunts_since[-1] += chance


def weighed(haunts: float, likelier: float) -> float:
    """Return how likely he has haunts after a find that is so much likelier if he has, 0..1.

    A share goes back to the first guess, so that neither is ever sure (the fixed share of Herbster and Warmuth, 1998).
    """
    after = haunts * likelier / (haunts * likelier + 1.0 - haunts)
    return (1.0 - UNSURE) * after + UNSURE * LIKELY


def told(memory: HunterMemory, room: str, share: float) -> list[float]:
    """Return how much likelier one who has haunts is in a room next than one without: the sum, by how old they may be.

    Weighing it anew by each find is the run length of Adams and MacKay (Bayesian online changepoint detection, 2007).
    """
    return [likely * again(memory.found[k:], room, share) for k, likely in enumerate(memory.haunts_since)]


def again(found: list[str], room: str, share: float) -> float:
    """Return that of one who has the same haunts as at some finds: a Polya urn, each find draws more."""
    return (found.count(room) / share + FEW) / (len(found) + FEW)


def shares(posts: Posts) -> dict[str, float]:
    """Return how likely one without haunts is in each room: its share of the posts; no room is one too."""
    return {room: count / posts.n for room, count in Counter(posts.room).items()}


def habit(posts: Posts, memory: HunterMemory) -> Floats:
    """Return the factor on how much he likes each post, f8 [posts]: a guess over rooms with some finds, 1 on average."""
    trusted = TRUSTED * memory.haunts
    guess = {room: 1.0 - trusted + trusted * sum(told(memory, room, share)) for room, share in shares(posts).items()}
    return np.array([guess[room] for room in posts.room])

"""The numbers that a choice rests on, worked out once for each choice: how far, how sure, how guarded, how well known."""

from typing import NamedTuple

from game.agent.legs import distance_to
from game.agent.percept import DOWN, RUNNING, Percept, Track
from game.ai import belief
from game.ai.belief import me_cell
from game.ai.faces import BOY, GUARD, believed
from game.ai.memory import HunterMemory
from game.ai.notice import guard_track, prey_track
from game.core.curves import exp_neg, length, log
from game.core.paths import NOWHERE, ways_of
from game.core.posts import posts_of

ROUND_HIM = 6.0  # metres within which belief counts as one place
GUARDED_WITHIN = 4.0  # metres between the boy and his guard
FORGETS = 20.0  # seconds in which where the guard was last seen loses its meaning
UNKNOWN_GUARD = 0.35  # how likely he is beside the boy when nothing is known
PLACE = 12.0  # metres: a part of a room that big counts as a place of its own


class Odds(NamedTuple):
    """prey, guard: in sight, else None. x, y: where he is, or most likely is; loc: share of belief round there; gap:
    metres to walk; guarded: 0..1 that his guard stands beside him; boy, man: what each may believe of the face worn.
    """

    prey: Track | None
    guard: Track | None
    x: float
    y: float
    loc: float
    gap: float
    guarded: float
    boy: float
    man: float
    fast: bool
    lost: float

    @property
    def burned(self) -> bool:
        """Say whether the face worn is of no more use against him."""
        return self.boy >= 2.0 or (self.man >= 2.5 and self.guarded > 0.3)


def odds_of(percept: Percept, memory: HunterMemory) -> Odds:
    """Work the odds out."""
    me = percept.me
    prey, guard = prey_track(percept, memory), guard_track(percept)
    x, y = (prey.x, prey.y) if prey is not None else belief.likeliest(memory.prey, percept)
    return Odds(
        prey,
        guard,
        x,
        y,
        1.0 if prey is not None else belief.share_near(memory.prey, percept, x, y, ROUND_HIM),
        way(percept, x, y),
        guarded(percept, memory, prey, guard, x, y),
        believed(memory, BOY, me.face, me.look),
        believed(memory, GUARD, me.face, me.look),
        prey is not None and bool(prey.signs & RUNNING),
        (percept.tick - memory.prey.seen_at) / 60.0,
    )


def guarded(
    percept: Percept, memory: HunterMemory, prey: Track | None, guard: Track | None, x: float, y: float
) -> float:
    """Return how likely the guard is within arm's reach of the boy."""
    if guard is not None and guard.signs & DOWN:
        return 0.0
    if prey is not None and guard is not None:
        return 1.0 if length(prey.x - guard.x, prey.y - guard.y) < GUARDED_WITHIN else 0.0
    known = memory.guard.at
    if known < 0:
        return UNKNOWN_GUARD
    near = 1.0 if length(memory.guard.x - x, memory.guard.y - y) < GUARDED_WITHIN + 2.0 else 0.0
    keeps = exp_neg((percept.tick - known) / 60.0 / FORGETS)
    return float(near * keeps + UNKNOWN_GUARD * (1.0 - keeps))


def way(percept: Percept, x: float, y: float) -> float:
    """Return the metres to walk to a place: by the straight line, round doors known to be shut, or by the posts' table."""
    me, ways = percept.me, ways_of(percept.ground)
    d = float(length(x - me.x, y - me.y))
    if d < 12.0 and ways.straight(me.x, me.y, x, y):
        return d
    if any(door.shut for door in percept.doors):
        found = distance_to(percept, x, y)
        if found < NOWHERE:
            return found
    posts = posts_of(percept.ground)
    owner = int(posts.owner[ways.snap(x, y)])
    return max(d, posts.far[owner, me_cell(percept)] / 20.0) if owner >= 0 else d


def unsure(percept: Percept, memory: HunterMemory) -> float:
    """Return how little it knows of where he is: the entropy of its belief over places, in nats; 0 with him in sight."""
    if memory.prey.fixed:
        return 0.0
    places: dict[tuple[str, int, int], float] = {}
    posts = posts_of(percept.ground)
    for room, x, y, mass in zip(posts.room, posts.x.tolist(), posts.y.tolist(), memory.prey.mass.tolist(), strict=True):
        place = room, int(x / PLACE), int(y / PLACE)
        places[place] = places.get(place, 0.0) + mass
    return float(-sum(m * log(m) for m in places.values() if m > 0.0))

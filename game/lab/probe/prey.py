"""Four kinds of prey, who know the truth: one runs and hides, one roams, one flees when it sees or hears, one always evades."""

from collections.abc import Callable

import numpy as np

from game.agent.command import FULL, IDLE, RUN, Command
from game.core.ground import Floats
from game.core.posts import posts_of
from game.core.sight import clear
from game.sim.world import World

SHARE = 0.88  # of its run: four fifths of the hunter's
TO_METRES = 1 / 20.0  # of a post's path lengths
HEARS = 10.0  # metres to walk within which it knows that the hunter is near
SIGHT = 16.0
THINKS, EVADES = 60, 120  # ticks between two choices
ARRIVED = 0.6  # metres

Choose = Callable[["Prey", World, Floats, Floats], int]


class Prey:
    """Somebody who runs from post to post; `kind` says which one he chooses, `haunts` the posts that he hides at if he has some."""

    def __init__(self, slot: int, hunter: int, kind: str, seed: int, haunts: tuple[int, ...] = ()) -> None:
        self.haunts = haunts
        self.slot, self.hunter, self.goal = slot, hunter, -1
        self.dice = np.random.default_rng(seed)
        self._choose, self._chose_at = KINDS[kind], -1_000_000

    def command(self, world: World) -> Command:
        """Return the Command for this tick."""
        b, posts = world.b, posts_of(world.ground)
        x, y = b.x[self.slot], b.y[self.slot]
        if world.looked(self.slot) or self.goal == -1:
            mine, its = self._lengths(world, self.slot), self._lengths(world, self.hunter)
            self.goal = self._choose(self, world, mine, its)
        if self.goal < 0:
            return IDLE
        gx, gy = float(posts.x[self.goal]), float(posts.y[self.goal])
        if self.there(world):
            return IDLE
        sx, sy = world.ways.to(gx, gy).steer(x, y)
        size = max(1e-9, (sx * sx + sy * sy) ** 0.5)
        return Command(round(sx / size * FULL * SHARE), round(sy / size * FULL * SHARE), gait=RUN)

    def there(self, world: World) -> bool:
        """Say whether it has arrived."""
        posts, b = posts_of(world.ground), world.b
        dx, dy = posts.x[self.goal] - b.x[self.slot], posts.y[self.goal] - b.y[self.slot]
        return bool(dx * dx + dy * dy < ARRIVED * ARRIVED)

    def due(self, world: World, ticks: int) -> bool:
        """Say whether it is time to choose again, and begin to wait anew."""
        if world.tick - self._chose_at < ticks:
            return False
        self._chose_at = world.tick
        return True

    def _lengths(self, world: World, slot: int) -> Floats:
        """Return the metres to walk from somebody to every post."""
        cell = world.ways.snap(world.b.x[slot], world.b.y[slot])
        return posts_of(world.ground).far[:, cell].astype(np.float64) * TO_METRES


def hide(prey: Prey, _world: World, mine: Floats, _its: Floats) -> int:
    """Run to some place twelve to forty-five metres off, or to one of his own, and stay there."""
    if prey.goal < 0 and prey.haunts:
        return int(prey.dice.choice(np.array(prey.haunts)))
    if prey.goal < 0:
        near = np.flatnonzero((mine > 12.0) & (mine < 45.0))
        return int(prey.dice.choice(near if len(near) else np.flatnonzero(mine < 1000.0)))
    return prey.goal


def roam(prey: Prey, world: World, mine: Floats, _its: Floats) -> int:
    """Go from place to place."""
    if prey.goal < 0 or prey.there(world):
        return int(prey.dice.choice(np.flatnonzero((mine > 4.0) & (mine < 1000.0))))
    return prey.goal


def flee(prey: Prey, world: World, mine: Floats, its: Floats) -> int:
    """When the hunter is near or in view, run to where it is not and cannot see; else keep still."""
    b, posts = world.b, posts_of(world.ground)
    hx, hy, x, y = b.x[prey.hunter], b.y[prey.hunter], b.x[prey.slot], b.y[prey.slot]
    cell = world.ways.snap(x, y)
    near = bool(its[posts.owner[cell]] <= HEARS) if posts.owner[cell] >= 0 else True
    seen = (hx - x) ** 2 + (hy - y) ** 2 < SIGHT * SIGHT and clear(world.opaque, hx, hy, x, y)
    if not (near or seen) or not prey.due(world, THINKS):
        return prey.goal
    open_to = np.flatnonzero((mine > 6.0) & (mine < 30.0) & (its > mine))
    if not len(open_to):
        return prey.goal
    exposed = np.array([clear(world.opaque, hx, hy, float(posts.x[p]), float(posts.y[p])) for p in open_to], float)
    worth = its[open_to] - 0.5 * mine[open_to] + prey.dice.random(len(open_to)) * 5.0 - 15.0 * exposed
    return int(open_to[worth.argmax()])


def evade(prey: Prey, world: World, mine: Floats, its: Floats) -> int:
    """Always go where the hunter is far, and never past it."""
    if prey.goal >= 0 and not prey.there(world) and not prey.due(world, EVADES):
        return prey.goal
    worth = its - 0.6 * mine + prey.dice.random(len(mine)) * 6.0 - 40.0 * (its < mine)
    worth[mine > 1000.0] = -1e9
    return int(worth.argmax())


KINDS: dict[str, Choose] = {"hide": hide, "roam": roam, "flee": flee, "evade": evade}

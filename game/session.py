"""One run: builds a World from a Level, feeds it commands, returns events; everything above the rules goes through here."""

from __future__ import annotations

import msgspec

from game.agent.command import Command
from game.agent.percept import Percept
from game.level.data import Level
from game.sim.events import Event
from game.sim.world import World

SEATS = ("t800", "john", "t1000")  # who can be played by something other than his own mind


class Hud(msgspec.Struct, frozen=True):
    """What the screen says beside the picture."""

    objective: str
    marker: tuple[float, float] | None  # where the objective is, if it is a place or somebody in sight
    health: int
    trust: float  # the ward's, 0..1; -1 without a ward
    order: str  # the ward's order, '' none
    weapon: str  # its name
    rounds: int
    magazine: int
    spare: int
    reloading: bool
    clock: int  # ticks left, -1 none
    clock_cause: str
    clock_cure: str
    cause: str  # the last alert's cause line, '' after 3 s
    prompt: str  # what Interact would do here, '' nothing
    progress: float  # 0..1 of what Interact is doing


class Session:
    """A run of one level.

    level, seed, difficulty, pursuer   as given
    world       the world (read-only for everybody but the rules)
    events      what happened on the last tick
    player, ward, hunter   body slots, -1 none
    outcome     '' while it runs, then 'won' or 'lost'; `reason` says why
    attempt     0, then one more for each retry
    """

    level: Level
    world: World
    events: list[Event]
    seed: int
    difficulty: str
    pursuer: str
    player: int
    ward: int
    hunter: int
    outcome: str
    reason: str
    attempt: int

    def __init__(self, level: Level, seed: int = 0, difficulty: str = "standard", pursuer: str = "t1000") -> None:
        raise NotImplementedError

    def step(self, commands: dict[str, Command] | None = None) -> list[Event]:
        """Live one tick; `commands` by seat name ('t800' …) replace a mind or drive the player. Raises ValueError on a bad one."""
        raise NotImplementedError

    def percept(self, seat: str) -> Percept | None:
        """Return what the body of a seat perceives, if its turn is on this tick (ten times a second), else None."""
        raise NotImplementedError

    def hud(self) -> Hud:
        """Return what the player's screen says."""
        raise NotImplementedError

    def retry(self) -> None:
        """Go back to the last checkpoint (or the start) after a lost Clock, or at any time."""
        raise NotImplementedError

    def save(self) -> bytes:
        """Return the whole run as bytes (see CONTRACTS: magic, version, length, digest, packed world)."""
        raise NotImplementedError

    def load(self, data: bytes) -> None:
        """Take over a saved run of the same level; raises SaveError and changes nothing if it is damaged or another level's."""
        raise NotImplementedError

    def clone(self) -> Session:
        """Return an independent copy that will live the same future."""
        raise NotImplementedError

    def digest(self) -> str:
        """Return a fingerprint of everything that the rules will read."""
        raise NotImplementedError

    def digests(self) -> dict[str, str]:
        """Return the fingerprint of each part (bodies, shots, doors, state, minds, dice …)."""
        raise NotImplementedError

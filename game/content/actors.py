"""Who can stand in a level: one row a kind of person; a row names its mind in content/minds.py."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A kind of person.

    team      the side that is its own
    body      flesh, machine (the T-800: structure) or metal (the T-1000: cohesion)
    radius    metres; mass: who gives way in a crush
    walk, run, sneak   metres a second
    mind      row of content/minds.py; '' for the crowd, whose minds are a kernel
    hands     which devices' `user` words it satisfies
    looks     whom it can look like; the n-th spawn of a kind takes the n-th
    trust     of an ally, -.5..1, as the story begins
    leaves    told to, goes home
    heavy     its tread is heard as such
    pool      a part of the T-1000 that crawls back to the rest
    """

    id: str
    team: str = "civilian"
    body: str = "flesh"
    radius: float = 0.32
    mass: int = 4
    walk: float = 4.0
    run: float = 5.0
    sneak: float = 2.0
    health: int = 100
    mind: str = ""
    hands: tuple[str, ...] = ("any",)
    looks: tuple[str, ...]
    weapons: tuple[str, ...] = ()
    heavy: bool = False
    trust: float = 0.0
    leaves: bool = False
    pool: bool = False


ACTORS: dict[str, Actor] = {
    a.id: a
    for a in (
        Actor(
            id="t800",
            team="player",
            body="machine",
            radius=0.38,
            mass=12,
            hands=("any", "t800"),
            looks=("t800",),
            weapons=("fists",),
            heavy=True,
        ),
        Actor(
            id="sarah",
            team="ally",
            radius=0.3,
            mass=3,
            mind="ally",
            hands=("any", "sarah"),
            looks=("sarah",),
            health=60,
            weapons=("fists",),
            trust=0.2,
        ),
        Actor(
            id="john", team="ward", radius=0.26, mass=1, mind="ward", hands=("any", "john"), looks=("john",), health=60
        ),
        Actor(
            id="t1000",
            team="hunter",
            body="metal",
            radius=0.34,
            mass=10,
            run=5.5,
            mind="t1000",
            hands=(),
            looks=("officer",),
            weapons=("fists",),
            heavy=True,
        ),
        Actor(
            id="blob",
            team="hunter",
            body="metal",
            pool=True,
            radius=0.2,
            mass=1,
            walk=1.6,
            run=1.6,
            sneak=1.6,
            hands=(),
            looks=("chrome",),
        ),
        Actor(id="guard", team="law", walk=3.0, run=4.6, mind="guard", hands=(), looks=("guard",), weapons=("fists",)),
        Actor(
            id="officer",
            team="law",
            walk=3.0,
            run=4.6,
            mind="police",
            hands=(),
            looks=("constable",),
            weapons=("fists",),
        ),
        Actor(
            id="shopper",
            run=4.2,
            looks=("shopper_a", "shopper_b", "shopper_c", "shopper_d", "shopper_e", "shopper_f"),
            hands=(),
        ),
        Actor(id="teen", run=4.4, looks=("teen_a", "teen_b", "teen_c"), hands=()),
        Actor(id="assistant", run=4.2, looks=("assistant_a", "assistant_b"), hands=()),
        Actor(id="cook", run=4.2, looks=("cook",), hands=()),
        Actor(id="porter", run=4.2, looks=("porter",), hands=()),
        Actor(id="cleaner", run=4.2, looks=("cleaner",), hands=()),
        Actor(id="family", run=4.0, looks=("parent_a", "parent_b"), hands=()),
        Actor(id="packer", run=4.2, looks=("packer_a", "packer_b"), hands=()),
        Actor(id="driver", run=4.2, looks=("driver",), hands=()),
        Actor(id="clerk", run=4.2, looks=("clerk",), hands=()),
        Actor(id="worker", run=4.2, looks=("worker_a", "worker_b", "worker_c"), hands=(), leaves=True),
    )
}
# The most structure at which the machine is seen to be torn, and at which it has one arm left: slower, and long guns with it.
SKIN_TORN, ONE_ARM = 66, 33

ACTOR_IDS = tuple(ACTORS)
ACTOR_INDEX = {name: i for i, name in enumerate(ACTOR_IDS)}

# Teams: who is on whose side. A shot passes its own side; the player's side is PLAYER, WARD and ALLY.
TEAMS = ("player", "ward", "hunter", "civilian", "law", "ally")
TEAM_INDEX = {name: i for i, name in enumerate(TEAMS)}

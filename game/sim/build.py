"""Sets up a world: who stands where, what they carry, what they were told, how bright it is; from plain facts of a level."""

from typing import Any, NamedTuple

import numpy as np

from game.agent.percept import Briefing
from game.content.actors import ACTOR_INDEX, ACTORS, ONE_ARM, TEAM_INDEX
from game.content.doors import DOORS
from game.content.looks import LOOK_INDEX
from game.content.minds import MINDS
from game.content.weapons import ITEMS, WEAPON_INDEX
from game.core.dice import seed_of
from game.core.ground import Zone
from game.sim.kernels.lamps import shine
from game.sim.state import Ear, Gear
from game.sim.systems import cold, suspicion
from game.sim.systems.crowd import Errands
from game.sim.systems.suspicion import priors, watchers
from game.sim.world import World

SIDE = tuple(TEAM_INDEX[name] for name in ("player", "ward", "ally"))
TORN = ONE_ARM + 1  # structure of a machine that comes from a fight: the next blow costs the arm
BIG_ROOMS, FIRST_ROUND = 3, 60.0  # where a hunter without a better lead looks first; metres to walk
LUMA = (0.30, 0.59, 0.11)


class Lamp(NamedTuple):
    """A lamp as the rules know it."""

    x: float
    y: float
    radius: float
    power: float
    group: str


class Person(NamedTuple):
    """Somebody to place."""

    name: str
    kind: str
    team: str
    x: float
    y: float
    route: int
    gear: tuple[str, ...]
    form: str
    later: bool = False  # comes in when a trigger says so


def brightness(colour: tuple[float, float, float]) -> float:
    """Return how bright a colour looks, 0..1."""
    return sum(c * k for c, k in zip(colour, LUMA, strict=True))


def place(world: World, people: list[Person]) -> None:
    """Stand everybody where they begin, turned to whichever side is open."""
    b = world.b
    looks: dict[str, int] = {}
    for slot, p in enumerate(people):
        actor = ACTORS[p.kind]
        nth = looks[p.kind] = looks.get(p.kind, -1) + 1
        look = p.form or actor.looks[nth % len(actor.looks)]
        b.x[slot], b.y[slot] = p.x, p.y
        b.fx[slot], b.fy[slot] = facing(world, p.x, p.y)
        b.hx[slot], b.hy[slot] = b.fx[slot], b.fy[slot]
        b.radius[slot], b.mass[slot], b.health[slot] = actor.radius, actor.mass, actor.health
        b.cohesion[slot] = 1.0
        b.here[slot], b.actor[slot] = int(not p.later), ACTOR_INDEX[p.kind]
        b.team[slot], b.look[slot] = TEAM_INDEX[p.team], LOOK_INDEX[look]
        b.target[slot] = b.holds[slot] = b.held_by[slot] = b.weapon[slot] = -1
        b.route[slot], b.goal_x[slot] = p.route, 0.0 if p.route >= 0 else -1.0  # on the way to where he stands
        b.hurt_at[slot] = b.fired_at[slot] = -100000
        b.down_until[slot] = b.saw_at[slot] = b.fright_at[slot] = -1
        b.face[slot] = slot
        b.fuse_at[slot] = -1
        b.share[slot] = 1.0 if p.team == "hunter" and not actor.pool else 0.0
        b.fluid[slot] = int(actor.pool)
        b.dice[slot] = 1 + seed_of(world.seed, slot, "crowd") % 2147483645
        if p.team == "ally":
            world.state.trusts[p.name] = actor.trust
        if actor.weapons:
            world.state.gear[slot] = Gear(weapon=actor.weapons[0], owned=list(actor.weapons))
            b.weapon[slot] = WEAPON_INDEX[actor.weapons[0]]
        if "torn" in p.gear:
            b.health[slot] = TORN
        if "frozen" in p.gear:
            cold.begin_frozen(world, slot)
        if "radio" in p.gear:
            world.state.radios.append(slot)
        for kind in p.gear:
            if kind in ITEMS and actor.body == "flesh":
                world.give(slot, kind)
        if p.gear and actor.weapons and actor.body == "flesh":
            world.draw(slot, actor.weapons[0])  # carried, not in hand
    world.crowd_from = next((i for i, p in enumerate(people) if p.team == "civilian"), len(people))


def facing(world: World, x: float, y: float) -> tuple[float, float]:
    """Return the way out of four that stays free the longest."""
    best, most = (1.0, 0.0), -1
    for dx, dy in ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)):
        n = 0
        while n < 16 and world.ground.free(x + dx * (n + 1) * 0.5, y + dy * (n + 1) * 0.5):
            n += 1
        if n > most:
            best, most = (dx, dy), n
    return best


def wake(world: World, pursuer: str | None, control: str) -> None:
    """Give minds to whoever has one, and a seat to the player; without a pursuer the hunter never comes."""
    world.keeper, world.ward, world.hunter = world.slot(control), world.slot("john"), world.slot("t1000")
    world.state.player = world.keeper
    world.ours = tuple(s for s in range(world.count) if world.b.team[s] in SIDE)
    if world.ward == world.player:
        world.ward = -1
    if world.hunter >= 0 and pursuer is None:
        world.b.here[world.hunter] = 0
        world.hunter = -1
    for slot, actor in enumerate(world.actors):
        mind = pursuer if slot == world.hunter else actor.mind
        if mind and slot != world.player and (slot == world.hunter or actor.body != "metal"):
            world.minds[slot] = mind
            world.memories[slot] = MINDS[mind].memory()
    world.acting = sorted({*world.minds, *world.ours})
    for slot in world.acting:
        world.state.ears[slot] = Ear()
    if world.hunter >= 0:
        gear = world.state.gear[world.hunter]
        gear.forms, gear.faces = [world.look(world.hunter)], [world.hunter]
        if world.b.stiff[world.hunter]:
            suspicion.know_the_face(world)  # they have just shot it to pieces
    world.state.cells = world.difficulty.cells


def brief(world: World, routes: list[tuple[list[tuple[float, float]], int]]) -> None:
    """Tell everybody with eyes of their own what they know before it begins: nobody is told where anybody is."""
    exits = tuple(z.middle for z in world.ground.tagged("exit"))
    rooms = [z for z in world.ground.zones if "room" in z.tags]
    for slot in world.acting:
        kind = world.kinds[slot]
        route = world.b.route[slot]
        places, dwell = (tuple(routes[route][0]), routes[route][1]) if route >= 0 else ((), 0)
        if slot == world.hunter:
            leads = places or big_rooms(world, slot, rooms)
            bike = world.props.get("bike")
            ride = (bike[1] + bike[3] / 2, bike[2] + bike[4] / 2) if bike else None
            world.briefings[slot] = Briefing(
                "hunter",
                prey=("john", "t800"),
                leads=leads,
                exits=exits,
                ride=ride,
                guises=world.guises,
                calls=world.calls,
            )
        elif world.b.team[slot] == TEAM_INDEX["law"]:
            world.briefings[slot] = Briefing(
                "law", friends=("constable", "officer", "guard"), leads=places, exits=exits
            )
        elif world.b.team[slot] == TEAM_INDEX["ally"]:
            world.briefings[slot] = Briefing("ally", friends=("t800", "john"), leads=places, exits=exits)
        elif kind == "john":
            world.briefings[slot] = Briefing("ward", friends=("t800",), leads=places, exits=exits, dwell=dwell)
        else:
            world.briefings[slot] = Briefing("player", friends=("john",), leads=places, exits=exits)


def big_rooms(world: World, slot: int, rooms: list[Zone]) -> tuple[tuple[float, float], ...]:
    """Return the middles of the largest rooms open to everybody that one soon comes to, in that order."""
    x, y = world.b.x[slot], world.b.y[slot]
    far = {z.name: world.ways.to(*z.middle).distance(x, y) for z in rooms}
    public = [z for z in rooms if "restricted" not in z.tags and far[z.name] < FIRST_ROUND] or rooms
    big = sorted(public, key=lambda z: -z.w * z.h)[:BIG_ROOMS]
    return tuple(z.middle for z in sorted(big, key=lambda z: far[z.name]))


def light(world: World, ambient: float, lamps: list[Lamp]) -> None:
    """Bake what each group of lamps gives every half cell."""
    world.lamp_light = {"": np.full(world.ground.wall.shape, ambient)}
    for lamp in lamps:
        share = world.lamp_light.setdefault(lamp.group, np.zeros(world.ground.wall.shape))
        shine(share, world.ground.opaque, lamp.x, lamp.y, lamp.radius, lamp.power)


def hang_doors(world: World) -> None:
    """Hang every door: pushed ones shut, heavy ones open until the level says otherwise."""
    d = world.d
    for i, spot in enumerate(world.ground.doors):
        kind = DOORS[spot.kind]
        d.pushes[i], d.opaque[i] = int(kind.pushes), int(kind.opaque)
        d.shut[i] = d.rest[i] = int(kind.pushes or kind.waits_shut)
        d.back_at[i], d.moved_at[i] = -1, -1000


def finish(world: World, routes: list[tuple[list[tuple[float, float]], int]]) -> None:
    """Build everything that is derived."""
    world.errands = Errands(world, routes)
    world.watchers, world.priors = watchers(world), priors(world)
    world.asides = [o for o in world.objectives.values() if o.optional]
    world.listening = [t for t in world.triggers if t.on in ("enter", "leave", "timer")]
    world.refresh()


def blank(mind: str) -> Any:
    """Return the blank Memory of a mind."""
    return MINDS[mind].memory()

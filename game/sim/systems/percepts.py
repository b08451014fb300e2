"""Percepts: the only file that says what a mind is told: what its eyes and ears took in, how its body feels, and for the player's
seat what the screen says.
"""

import numpy as np

from game.agent import percept as P
from game.content.looks import LOOK_IDS
from game.content.vehicles import VEHICLES
from game.core.sight import clear
from game.sim.kernels.sighted import sighted
from game.sim.state import NO_EAR, Gear
from game.sim.systems import guise
from game.sim.tables import NOTHING, OCCUPIED, RELOADING
from game.sim.world import World

THING_REACH_2 = 10.0 * 10.0  # metres, squared: half a screen
LOOK_OR_NONE = (*LOOK_IDS, "")  # row -1: not made out
NO_GEAR, NO_ARROW = Gear(), (None, -1)

_whole, _real = np.zeros((512, 5), np.int64), np.zeros((512, 10))  # scratch


def tracks(world: World, slot: int, whom: int = -1) -> tuple[P.Track, ...]:
    """Return everybody in sight as one observer has them; with `whom` that body alone, as if it were in sight."""
    made = sighted(
        world.bodies,
        slot,
        world.count,
        world.aware,
        world.sees_now,
        world.track,
        world.doubt,
        world.tick,
        whom,
        _whole,
        _real,
    )
    return tuple(
        [
            P.Track(track, x, y, vx, vy, fx, fy, LOOK_OR_NONE[look], bits, aware, d, light, faces == 1, face, doubt)
            for (track, look, bits, faces, face), (x, y, vx, vy, fx, fy, aware, d, light, doubt) in zip(
                _whole[:made].tolist(), _real[:made].tolist(), strict=True
            )
        ]
    )


def me(world: World, slot: int) -> P.Me:
    """Return a body as it feels itself."""
    b, state = world.b, world.state
    gear = state.gear.get(slot) or NO_GEAR
    owned, rounds, spare = gear.owned, gear.rounds, gear.spare
    use = state.using.get(slot)
    act = b.act[slot]
    return P.Me(
        b.x[slot],
        b.y[slot],
        b.vx[slot] * 60.0,
        b.vy[slot] * 60.0,
        b.fx[slot],
        b.fy[slot],
        LOOK_IDS[b.look[slot]],
        b.health[slot],
        b.cohesion[slot],
        b.light[slot],
        gear.weapon,
        rounds.get(gear.weapon, 0),
        spare.get(gear.weapon, 0),
        tuple(owned) if owned else (),
        b.ready_at[slot] <= world.tick and act == NOTHING,
        act == RELOADING,
        b.stun_until[slot] > world.tick,
        bool(b.down[slot]),
        b.held_by[slot] >= 0,
        b.holds[slot] >= 0,
        world.ground.devices[use.device].name if use else "",
        use.left if use else 0,
        act in OCCUPIED,
        tuple(gear.forms) if gear.forms else (),
        tuple(gear.faces) if gear.faces else (),
        b.face[slot],
        world.trust_of(slot),
        tuple([w for w in owned if rounds.get(w, 0) + spare.get(w, 0) > 0]) if owned else (),
        tuple(gear.voices) if gear.voices else (),
        guise.shown(world, slot) if b.guise[slot] else "",
    )


def percept(world: World, slot: int) -> P.Percept:
    """Return all that one body perceives; for the player's seat also what the screen says."""
    state = world.state
    ear = state.heard.get(slot) or NO_EAR
    known = state.known_doors.get(slot)
    doors = tuple([P.DoorView(k, shut, world.tick - at) for k, (shut, at) in known.items()]) if known else ()
    order = state.orders.get(slot)
    screen = slot == world.player
    clock = state.clock
    return P.Percept(
        world.tick,
        me(world, slot),
        world.ground,
        world.briefings[slot],
        tracks(world, slot),
        tuple(ear.noises) if ear.noises else (),
        tuple(ear.touches) if ear.touches else (),
        tuple(ear.words) if ear.words else (),
        doors,
        order.as_order(world.tick) if order else None,
        goal(world) if screen else None,
        clock.ends - world.tick if screen and clock else -1,
        clock.cause if screen and clock else "",
        tuple([d.name for d in world.ground.devices if d.name in state.used]) if screen and state.used else (),
        *(arrow(world) if screen else NO_ARROW),
        tuple(state.facts) if screen else (),
        tuple(state.quiz.options) if screen and state.quiz else (),
        things(world) if screen else (),
        wheel(world, slot) if state.rides else None,
        state.pace.mood if slot == world.hunter else P.NEUTRAL,
        tuple(state.known_stands[slot].values()) if slot in state.known_stands else (),
    )


def wheel(world: World, slot: int) -> P.Wheel | None:
    """Return what somebody drives."""
    ride = next((r for r in world.state.rides.values() if r.riders[:1] == [slot]), None)
    if ride is None:
        return None
    return P.Wheel(ride.x, ride.y, ride.hx, ride.hy, ride.speed, VEHICLES[ride.kind].top, ride.lights)


def arrow(world: World) -> tuple[tuple[float, float] | None, int]:
    """Return the way to the ward and the metres, as the screen's arrow shows them: met or seized, and out of sight."""
    player, ward = world.state.player, world.ward
    if player == ward or not world.met() or world.sees_now[player, ward]:
        return NO_ARROW
    b = world.b
    d = max(1e-6, world.gap(player, ward))
    return ((b.x[ward] - b.x[player]) / d, (b.y[ward] - b.y[player]) / d), int(d + 0.5)


def things(world: World) -> tuple[P.Thing, ...]:
    """Return what lies in the player's view and has not been taken."""
    x, y = world.b.x[world.player], world.b.y[world.player]
    near = [i for i in world.lying() if (i.x - x) * (i.x - x) + (i.y - y) * (i.y - y) < THING_REACH_2]
    return tuple([P.Thing(i.kind, i.x, i.y) for i in near if clear(world.opaque, x, y, i.x, i.y)])


def goal(world: World) -> P.Goal | None:
    """Return the objective on the player's screen; a marker that is a person is known only while in sight."""
    objective = world.objectives.get(world.state.objective)
    if objective is None:
        return None
    place = marker(world, objective.marker)
    x, y = place or (-1.0, -1.0)
    return P.Goal(objective.id, objective.text, x, y, place is not None, objective.marker)


def marker(world: World, name: str) -> tuple[float, float] | None:
    """Return where a marker points on the player's screen, if he can know it."""
    if not name:
        return None
    slot = world.slot(name)
    if slot >= 0:
        return (world.b.x[slot], world.b.y[slot]) if world.b.seen[slot] and world.sees_now[world.player, slot] else None
    zone = world.ground.zone(name)
    if zone is not None:
        return zone.middle
    return next((d.middle for d in world.ground.devices if d.name == name), None)

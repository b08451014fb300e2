"""Hands on bodies: blades, the grab that seizes, the shove that breaks it; each with a wind-up that can be seen."""

from math import sqrt

import numpy as np

from game.agent import command as C
from game.content.actors import TEAM_INDEX
from game.content.blades import BLADES, Blade
from game.content.weapons import WEAPONS
from game.sim import events as E
from game.sim.kernels.walk import CARRYING
from game.sim.state import Entry
from game.sim.systems import guise, suspicion
from game.sim.systems.combat import CRACKED, hurt
from game.sim.tables import ACTS, BLADED, GRAB, NOTHING, RELOADING, SHOVING, SLASH, SPRING
from game.sim.world import World

GRAB_TICKS, GRAB_REACH = 36, 1.5
SHOVE_TICKS, SHOVE_REACH = 6, 1.5  # 44 px of the design, and an arm
SHOVE_AGAIN, STRIKE_AGAIN, GRAB_AGAIN = 20, 26, 60
SHOVE_STUN, BREAK_STUN, SHOVE_STEELS = 30, 60, 30
SHOVE_SPEED = 0.125  # metres a tick: .6 m until it stands
NUDGE_SPEED = 0.07
FRONT, WIDE = 0.5, 0.1  # cosines: what a slash and what an open hand reaches
LEAST_CLOCK, TRUST_PRICE = 2.5, 3.5  # seconds
MOST_PATH = 90.0  # metres
CARRIED = CARRYING * 60.0  # metres a second that a ward is carried away
CLOSE = 0.9  # metres: nearer than this it needs no aim
ARMS: dict[int, Blade] = dict(zip(BLADED, BLADES, strict=True))  # what it is in the middle of -> its blade
NEVER = -(1 << 62)
SPRING_RUSH = 18  # ticks in which it comes a step forward out of a thing
RUSH = {act: blade.rush for act, blade in ARMS.items()} | {SPRING: SPRING_RUSH}
RUSHES = np.array([RUSH.get(act, NEVER) for act in range(len(ACTS))])  # by act, for kernels
FIXED = np.array([ARMS[act].fixed if act in ARMS else NEVER for act in range(len(ACTS))])
KINDS = {GRAB: "grab", SHOVING: "shove", SPRING: "spring"} | {act: blade.id for act, blade in ARMS.items()}


def strike(world: World) -> None:
    """Begin the strikes that are wished for, and land those whose wind-up is over."""
    for slot in world.busy:
        act = world.b.act[slot]
        if act in KINDS:
            if world.b.act_until[slot] <= world.tick:
                world.b.act[slot] = NOTHING
                if act in ARMS:
                    land_blade(world, slot, ARMS[act])
                else:
                    LAND[act](world, slot)
        elif world.state.commands[slot].held & (C.FIRE | C.SHOVE) and has_hands(world, slot, act):
            wind_up(world, slot)


def has_hands(world: World, slot: int, act: int) -> bool:
    """Say whether somebody is in the middle of nothing, or of filling a gun that he leaves for a shove."""
    shoves = act == RELOADING and bool(world.state.pressed(slot) & C.SHOVE)
    return act == NOTHING or (shoves and world.hands_free(slot))


def wind_up(world: World, slot: int) -> None:
    """Begin a slash, a grab or a shove."""
    held = world.state.commands[slot].held
    if world.b.strike_at[slot] > world.tick or not world.able(slot):
        return
    if world.actors[slot].body == "metal":
        if world.b.holds[slot] >= 0:
            return
        if world.b.guise[slot]:
            if held & C.SHOVE:
                guise.leave(world, slot, guise.RISE_TICKS)
                start(world, slot, SPRING, guise.RISE_TICKS, GRAB_AGAIN)
            return
        if held & C.SHOVE:
            start(world, slot, GRAB, GRAB_TICKS, GRAB_AGAIN)
        elif held & C.FIRE:
            act = asked_for(world.state.commands[slot].weapon)
            start(world, slot, act, ARMS[act].ticks, STRIKE_AGAIN)
        return
    gear = world.state.gear.get(slot)
    bare = gear is not None and gear.weapon in WEAPONS and WEAPONS[gear.weapon].sort == "hand"
    if world.state.pressed(slot) & C.SHOVE or (bare and world.state.pressed(slot) & C.FIRE):
        start(world, slot, SHOVING, SHOVE_TICKS, SHOVE_AGAIN)


def asked_for(weapon: int) -> int:
    """Return the act of the blade that a Command asks for, the slash where it names none."""
    return next((act for act, blade in ARMS.items() if blade.slot == weapon), SLASH)


def start(world: World, slot: int, act: int, ticks: int, again: int) -> None:
    """Wind up, visibly and audibly."""
    b = world.b
    world.begin(slot, act, ticks)
    b.strike_at[slot] = world.tick + ticks + again
    world.report(E.StrikeBegan(KINDS[act], b.x[slot], b.y[slot], slot, ticks))
    if act in (GRAB, SPRING):  # the hand itself is proof, but too late: what counts is what they take it for now
        world.state.hand_trusted = act == SPRING or suspicion.trusts(world)
    if act == GRAB and slot == world.hunter and not b.known[slot]:
        suspicion.betray(world, slot)
    world.state.face_struck = world.state.face_struck or slot == world.hunter
    if act != SHOVING:
        world.noise("blade", b.x[slot], b.y[slot], 18, slot)


def reached(world: World, slot: int, reach: float, front: float) -> list[int]:
    """Return who stands in front within reach with nothing between, nearest first."""
    found = []
    for j in range(world.count):
        if j == slot or not world.alive(j):
            continue
        d = world.gap(slot, j)
        if d <= reach and (d < CLOSE or world.ahead(slot, j) >= front) and world.clear_between(slot, j):
            found.append((d, j))
    return [j for _, j in sorted(found)]


def land_blade(world: World, slot: int, blade: Blade) -> None:
    """A blade lands on the nearest body in its way that is not its own side."""
    b = world.b
    found = reached(world, slot, blade.reach, FRONT) if not blade.wide else pierced(world, slot, blade)
    victims = [j for j in found if b.team[j] != b.team[slot] and j != world.ward]
    whom = victims[0] if victims else -1
    world.report(E.StrikeLanded(blade.id, b.x[slot], b.y[slot], b.fx[slot], b.fy[slot], slot, whom))
    if whom >= 0:
        world.touch(whom, b.x[slot] - b.x[whom], b.y[slot] - b.y[whom], "blade")
        b.stun_until[whom] = max(b.stun_until[whom], world.tick + blade.pins)
        hurt(world, whom, slot, blade.wound)


def pierced(world: World, slot: int, blade: Blade) -> list[int]:
    """Return who stands in the line of a blade with nothing between, nearest first."""
    b, found = world.b, []
    for j in range(world.count):
        dx, dy = b.x[j] - b.x[slot], b.y[j] - b.y[slot]
        along, across = dx * b.fx[slot] + dy * b.fy[slot], abs(dx * b.fy[slot] - dy * b.fx[slot])
        near = j != slot and 0.0 < along <= blade.reach and across <= blade.wide + b.radius[j]
        if near and world.alive(j) and world.clear_between(slot, j):
            found.append((sqrt(dx * dx + dy * dy), j))
    return [j for _, j in sorted(found)]


def land_grab(world: World, slot: int) -> None:
    """Hands close on a ward within reach."""
    b, ward = world.b, TEAM_INDEX["ward"]
    prey = [j for j in reached(world, slot, GRAB_REACH, WIDE) if b.team[j] == ward and b.held_by[j] < 0]
    whom = prey[0] if prey else -1
    world.report(E.StrikeLanded("grab", b.x[slot], b.y[slot], b.fx[slot], b.fy[slot], slot, whom))
    if whom >= 0:
        seize(world, slot, whom)


def seize(world: World, slot: int, whom: int) -> None:
    """Take the ward, and start the Clock: long enough to get there (FEEL.md, HUNT.md 3)."""
    b = world.b
    trusted = world.state.hand_trusted
    b.holds[slot], b.held_by[whom] = whom, slot
    b.act[whom] = NOTHING
    world.touch(whom, b.x[slot] - b.x[whom], b.y[slot] - b.y[whom], "grab")
    world.state.seizures += 1
    world.report(E.Seized(b.x[whom], b.y[whom], slot, whom, trusted))
    world.state.ledger.append(Entry(world.tick, "seized", world.look(slot), world.names[whom], True))
    keeper = world.keeper
    # it may stand behind a counter
    way = max(world.path(keeper, whom), world.path(keeper, slot)) if keeper >= 0 else 0.0
    path = min(MOST_PATH, way)
    seconds = max(LEAST_CLOCK, world.difficulty.clock - (TRUST_PRICE if trusted else 0.0)) + path / 3.0
    if keeper >= 0 and b.down[keeper]:  # he has to get up first, and the way grows meanwhile
        seconds += max(0, b.down_until[keeper] - world.tick) / 60.0 * (1.0 + CARRIED / 3.0)
    world.start_clock("seized_trusted" if trusted else "seized", int(seconds * 60))
    world.noise("scream", b.x[whom], b.y[whom], 32, whom)
    world.prove(slot)


def land_shove(world: World, slot: int) -> None:
    """An open hand: pushes the T-1000 off and breaks its hold, moves others aside."""
    b = world.b
    found = reached(world, slot, SHOVE_REACH, WIDE)
    hunters = [j for j in found if world.actors[j].body == "metal"]
    whom = hunters[0] if hunters else (found[0] if found else -1)
    fx, fy = b.fx[slot], b.fy[slot]
    world.report(E.Shoved(b.x[slot], b.y[slot], fx, fy, slot, whom))
    world.noise("shove", b.x[slot], b.y[slot], 18, slot)
    if whom < 0:
        return
    d = max(0.1, world.gap(slot, whom))
    dx, dy = (b.x[whom] - b.x[slot]) / d, (b.y[whom] - b.y[slot]) / d
    world.touch(whom, -dx, -dy, "shove")
    if world.actors[whom].body != "metal":
        b.vx[whom], b.vy[whom] = b.vx[whom] + dx * NUDGE_SPEED, b.vy[whom] + dy * NUDGE_SPEED
        return
    if b.stiff[whom]:
        b.stiff[whom] = CRACKED
        return
    stun = SHOVE_STUN
    if b.holds[whom] >= 0:
        world.release(whom, "shove")
        stun = BREAK_STUN
    elif b.immune_until[whom] > world.tick:  # it stands: one cannot be shoved about for ever
        b.vx[whom], b.vy[whom] = dx * NUDGE_SPEED, dy * NUDGE_SPEED
        return
    b.immune_until[whom] = max(b.immune_until[whom], world.tick + stun + SHOVE_STEELS)
    b.vx[whom], b.vy[whom] = dx * SHOVE_SPEED, dy * SHOVE_SPEED
    b.stun_until[whom] = max(b.stun_until[whom], world.tick + stun)
    b.act[whom] = NOTHING


LAND = {GRAB: land_grab, SPRING: land_grab, SHOVING: land_shove}

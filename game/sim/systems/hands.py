"""Hands and feet: a Command becomes a wished velocity, a facing, a weapon in hand, an order to the ward."""

from math import sqrt

from game.agent import command as C
from game.content.weapons import WEAPONS
from game.sim.events import OrderGiven, Whistled
from game.sim.state import OrderGivenTo
from game.sim.tables import CHANGE, GRAB, RISING, SLASH
from game.sim.world import World

CARRYING = 2.0  # metres a second with somebody in its arms (FEEL.md)
STRIKING = 1.6  # and in the middle of a strike
WHISTLE_LOUD = 22
TORN, TORN_SPEED = 33, 0.9  # a T-800 with less structure is a tenth slower


def obey(world: World) -> None:
    """Turn the Commands of this tick into wishes."""
    for slot in world.acting:
        if not world.b.here[slot]:
            continue
        command = world.state.commands[slot]
        walk(world, slot, command)
        if command.held or command.order or command.weapon or world.state.before.get(slot):
            act(world, slot, command)


def pace(world: World, slot: int, gait: int) -> float:
    """Return how fast a body may go now, metres a second."""
    b, actor = world.b, world.actors[slot]
    speed = actor.walk
    if gait == C.RUN and b.slow_until[slot] <= world.tick and not b.aiming[slot]:
        speed = actor.run
    elif gait == C.SNEAK:
        speed = actor.sneak
    if b.holds[slot] >= 0:
        speed = min(speed, CARRYING)
    if b.act[slot] in (SLASH, GRAB):
        speed = min(speed, STRIKING)
    elif b.act[slot] in (CHANGE, RISING):
        return 0.0
    if actor.body == "machine" and b.health[slot] <= TORN:
        speed *= TORN_SPEED
    return speed


def walk(world: World, slot: int, command: C.Command) -> None:
    """Set the wished velocity and the facing."""
    b = world.b
    if b.stun_until[slot] > world.tick or b.down[slot] or b.held_by[slot] >= 0:
        b.wish_x[slot] = b.wish_y[slot] = 0.0
        return
    mx, my = command.move_x / C.FULL, command.move_y / C.FULL
    size = sqrt(mx * mx + my * my)
    if size > 1.0:
        mx, my = mx / size, my / size
    b.aiming[slot] = 1 if command.held & C.STEADY else 0
    b.gait[slot] = command.gait
    speed = pace(world, slot, command.gait) / 60.0 if size else 0.0
    b.wish_x[slot], b.wish_y[slot] = mx * speed, my * speed
    ax, ay = (command.aim_x, command.aim_y) if command.aim_x or command.aim_y else (command.move_x, command.move_y)
    d = sqrt(ax * ax + ay * ay)
    if d > 0:
        b.fx[slot], b.fy[slot] = ax / d, ay / d


def act(world: World, slot: int, command: C.Command) -> None:
    """Change weapons, whistle, give orders: things that need no wind-up."""
    pressed = world.state.pressed(slot)
    gear = world.state.gear.get(slot)
    if command.weapon and gear:
        mine = [w for w in gear.owned if WEAPONS[w].slot == command.weapon]
        if mine:
            world.draw(slot, mine[-1])
    if pressed & C.WHISTLE and world.alive(slot):
        world.report(Whistled(world.b.x[slot], world.b.y[slot], slot))
        world.noise("whistle", world.b.x[slot], world.b.y[slot], WHISTLE_LOUD, slot)
    new = (command.order, command.order_x, command.order_y) != world.state.order_before
    if command.order and new and slot == world.player and world.ward >= 0:
        order(world, command)


def order(world: World, command: C.Command) -> None:
    """Pass the player's order on to the ward, who hears it if sound carries that far."""
    x, y = command.order_x * 0.5, command.order_y * 0.5
    world.state.orders[world.ward] = OrderGivenTo(command.order, x, y, world.tick)
    world.report(OrderGiven(C.ORDERS[command.order], x, y, world.player))
    world.noise("voice", world.b.x[world.player], world.b.y[world.player], 22, world.player)

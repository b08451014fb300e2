"""Hands and feet: a Command becomes a wished velocity, a facing, a weapon in hand, an order to the ward."""

from math import sqrt

import numpy as np

from game.agent import command as C
from game.agent.doubt import CLEARED, MACHINE
from game.agent.percept import FALLEN, Word
from game.content.actors import ACTORS
from game.content.weapons import WEAPONS
from game.sim.events import OrderGiven, Whistled
from game.sim.kernels.walk import walk
from game.sim.state import OrderGivenTo
from game.sim.systems import strikes, talk
from game.sim.systems.suspicion import mark
from game.sim.world import World

WHISTLE_LOUD = 22
SPEEDS = np.array([[a.walk, a.run, a.sneak] for a in ACTORS.values()]) / 60.0  # in the order of the gaits
MACHINES = np.array([a.body == "machine" for a in ACTORS.values()], np.uint8)

VERDICTS = {C.TRUST: CLEARED, C.DISTRUST: MACHINE}
POINTED = 2.0  # metres from the cursor
SENT_TO = 1.0  # metres from a device
CALL_FRESH = 600  # ticks for which a call can be answered with a question


def pointed_at(world: World, x: float, y: float, all_of_them: bool = False) -> int:
    """Return whom the player's side sees nearest to a place, -1 nobody; his ward and allies only if `all_of_them`."""
    b = world.b
    found = []
    for j in range(world.count):
        dx, dy = b.x[j] - x, b.y[j] - y
        if (
            j != world.player
            and (all_of_them or j not in world.ours)
            and world.alive(j)
            and b.seen[j]
            and dx * dx + dy * dy < POINTED * POINTED
        ):
            found.append((dx * dx + dy * dy, j))
    return min(found)[1] if found else -1


def vouch(world: World, x: float, y: float, verdict: int) -> None:
    """Tell the ward to trust or to fear the face at a place."""
    whom = pointed_at(world, x, y)
    if whom >= 0:
        mark(world, whom, verdict)


def question(world: World, x: float, y: float) -> None:
    """The ward asks the face at a place something only a friend would know; a stranger owes no answer."""
    if world.alive(world.ward) and world.tick - world.state.lured_at < CALL_FRESH:
        ask_back(world)
        return
    whom = pointed_at(world, x, y, all_of_them=True)
    if whom >= 0:
        talk.put(world, whom)


def ask_back(world: World) -> None:
    """The ward asks a voice that has just called him what only the real one knows; it does not."""
    world.say(world.names[world.ward], "ask")
    world.state.lured_at = -1_000_000
    world.ear(world.ward).words.append(Word("call", "", "wrong"))


def obey(world: World) -> None:
    """Turn the Commands of this tick into wishes."""
    state, acts, obeyed = world.state, world.b.act, world.obeyed
    commands, before, busy = state.commands, state.before, []
    for slot in world.stirred:
        command = commands[slot]
        if obeyed.get(slot) is not command:
            intend(world, slot, command)
            obeyed[slot] = command
        if command.held or command.order or command.weapon or before.get(slot) or acts[slot] or slot in state.using:
            busy.append(slot)
    world.busy = busy
    walk(world.bodies, world.feet, SPEEDS, MACHINES, strikes.RUSHES, strikes.FIXED, world.tick)
    for slot in world.busy:
        if world.b.here[slot]:
            act(world, slot, state.commands[slot])


def intend(world: World, slot: int, command: C.Command) -> None:
    """Write what a Command asks of feet and eyes into its body's record."""
    b = world.b
    mx, my = command.move_x / C.FULL, command.move_y / C.FULL
    size = sqrt(mx * mx + my * my)
    if size > 1.0:
        mx, my = mx / size, my / size
    ax, ay = (command.aim_x, command.aim_y) if command.aim_x or command.aim_y else (command.move_x, command.move_y)
    d = sqrt(ax * ax + ay * ay)
    b.stick_x[slot], b.stick_y[slot] = mx, my
    b.turn_x[slot], b.turn_y[slot] = (ax / d, ay / d) if d > 0 else (0.0, 0.0)
    b.pace[slot], b.steady[slot] = command.gait, 1 if command.held & C.STEADY else 0


def act(world: World, slot: int, command: C.Command) -> None:
    """Change weapons, whistle, give orders: things that need no wind-up."""
    gear = world.state.gear.get(slot) if command.weapon else None
    if gear:
        mine = [w for w in gear.owned if WEAPONS[w].slot == command.weapon]
        if mine:
            world.draw(slot, mine[-1])
    if command.held & C.WHISTLE and world.state.pressed(slot) & C.WHISTLE and world.alive(slot):
        world.report(Whistled(world.b.x[slot], world.b.y[slot], slot))
        world.noise("whistle", world.b.x[slot], world.b.y[slot], WHISTLE_LOUD, slot)
    if command.order and slot == world.player and len(world.ours) > 1 and asks_anew(world, command):
        order(world, command)


def asks_anew(world: World, command: C.Command) -> bool:
    """Say whether an order is another than on the tick before."""
    return (command.order, command.order_x, command.order_y) != world.state.order_before


def meant(world: World, kind: int, x: float, y: float) -> list[int]:
    """Return who takes an order: all to follow; whose hands the device there wants; whom he points at; else the ward."""
    others = [s for s in world.ours if s not in (world.player, world.keeper) and world.b.here[s]]
    allies = [s for s in others if s != world.ward]
    if not allies or kind == C.FOLLOW:
        return others
    if kind == C.RUN_TO:
        near = [d.user for d in world.ground.devices if d.gap(x, y) < SENT_TO]
        wanted = [s for s in allies if world.kinds[s] in near]
        return wanted or [s for s in others if s == world.ward]
    pointed = [s for s in allies if kind == C.STAY and world.near_point(s, x, y, POINTED)]
    return pointed or [s for s in others if s == world.ward]


def tell_of_the_fallen(world: World, slot: int) -> None:
    """Whoever gives orders in the T-800's place says first where it lies: nobody is called off from beside it unknowing."""
    b, keeper = world.b, world.keeper
    place = world.ground.room_at(b.x[keeper], b.y[keeper])
    world.ear(slot).words.append(Word("shout", world.look(world.player), FALLEN, place, b.x[keeper], b.y[keeper]))


def order(world: World, command: C.Command) -> None:
    """Pass the player's order on to the ward; a word about a face, or a question to one, leaves the standing order."""
    x, y = command.order_x * 0.5, command.order_y * 0.5
    if command.order in VERDICTS:
        vouch(world, x, y, VERDICTS[command.order])
    elif command.order == C.ASK:
        question(world, x, y)
    else:
        for slot in meant(world, command.order, x, y):
            world.state.orders[slot] = OrderGivenTo(command.order, x, y, world.tick)
            if world.state.lent and slot in world.state.ears and world.b.down_until[world.keeper] < 0:
                tell_of_the_fallen(world, slot)
    world.report(OrderGiven(C.ORDERS[command.order], x, y, world.player))
    world.noise("voice", world.b.x[world.player], world.b.y[world.player], 22, world.player)

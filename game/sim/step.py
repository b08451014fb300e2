"""One tick: the rules in order, each only where it can ever act, and only on the ticks on which it looks."""

from collections.abc import Callable
from typing import NamedTuple

from game.agent.command import Command
from game.sim.events import Event
from game.sim.systems import (
    arms,
    cold,
    combat,
    countdown,
    crowd,
    devices,
    director,
    doors,
    doubles,
    driving,
    forms,
    going_home,
    hands,
    hazards,
    make_way,
    minds,
    motion,
    power,
    senses,
    shatter,
    strikes,
    suspicion,
    talk,
    triggers,
    vehicles,
)
from game.sim.world import World

CYCLE = 6  # ticks: a multiple of every rule's own


def hunted(world: World) -> bool:
    """Say whether the machine ever comes."""
    return world.hunter >= 0


class Rule(NamedTuple):
    """A row: the rule, whether there is anything for it in a world, and on one of how many ticks it looks (1, 2, 3 or 6)."""

    act: Callable[[World], None]
    can: Callable[[World], bool] | None = None  # None: in any
    every: int = 1


RULES = (
    Rule(minds.decide),  # minds look at what they perceived on the last tick, and choose
    Rule(hands.obey),
    Rule(crowd.decide, crowd.can),
    Rule(make_way.tell, make_way.can, make_way.EVERY),
    Rule(combat.fire),  # before moving: a shot leaves from where the shooter stood
    Rule(strikes.strike),
    Rule(forms.shape, hunted),
    Rule(arms.use),
    Rule(devices.use),
    Rule(power.restart),
    Rule(going_home.ask_to_leave, going_home.can),
    Rule(talk.go_on),
    Rule(vehicles.roll, vehicles.can),
    Rule(driving.drive, vehicles.can),  # before moving: who sits in a vehicle does not walk
    Rule(hazards.scald, hazards.can, hazards.EVERY),
    Rule(cold.thaw, cold.can),
    Rule(motion.move),
    Rule(combat.hit),  # after moving: a shot meets people where they are drawn
    Rule(shatter.tick, hunted),  # after the hits: what went off goes off now
    Rule(combat.heal),
    Rule(doors.move, doors.can, doors.EVERY),
    Rule(triggers.fire),  # after everything that can set one off
    Rule(countdown.run),
    Rule(senses.perceive),  # after everything that can be seen: it is thought about on the next tick
    Rule(director.pace, hunted, director.EVERY),  # after the senses: it counts what the player has perceived
    Rule(doubles.slip, hunted, doubles.EVERY),
    Rule(suspicion.weigh),  # judges what was seen before any mind does, so that a face just met is a stranger's
)


def planned(world: World) -> tuple[tuple[Callable[[World], None], ...], ...]:
    """Return the rules of each tick of a cycle: those that can act in this world, and look then."""
    able = [rule for rule in RULES if rule.can is None or rule.can(world)]
    return tuple(tuple(rule.act for rule in able if tick % rule.every == 0) for tick in range(CYCLE))


def step(world: World, given: dict[int, Command]) -> list[Event]:
    """Live one tick with the Commands given from outside (by slot); return what happened."""
    world.events = []
    world.given = given
    if not world.plan:
        world.plan = planned(world)
    for rule in world.plan[world.tick % CYCLE]:
        rule(world)
    state = world.state
    for slot in world.busy:
        state.before[slot] = state.commands[slot].held
    if world.player >= 0:
        command = state.commands[world.player]
        state.order_before = (command.order, command.order_x, command.order_y)
    world.tick += 1
    return world.events

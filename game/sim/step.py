"""One tick: the rules in order."""

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

RULES = (
    minds.decide,  # minds look at what they perceived on the last tick, and choose
    hands.obey,
    crowd.decide,
    combat.fire,  # before moving: a shot leaves from where the shooter stood
    strikes.strike,
    forms.shape,
    arms.use,
    devices.use,
    power.restart,
    going_home.ask_to_leave,
    talk.go_on,
    vehicles.roll,
    driving.drive,  # before moving: who sits in a vehicle does not walk
    hazards.scald,
    cold.thaw,
    motion.move,
    combat.hit,  # after moving: a shot meets people where they are drawn
    shatter.tick,  # after the hits: what went off goes off now
    combat.heal,
    doors.move,
    triggers.fire,  # after everything that can set one off
    countdown.run,
    senses.perceive,  # after everything that can be seen: it is thought about on the next tick
    director.pace,  # after the senses: it counts what the player has perceived
    doubles.slip,
    suspicion.weigh,  # judges what was seen before any mind does, so that a face just met is a stranger's
)


def step(world: World, given: dict[int, Command]) -> list[Event]:
    """Live one tick with the Commands given from outside (by slot); return what happened."""
    world.events = []
    world.given = given
    for rule in RULES:
        rule(world)
    state = world.state
    for slot in world.busy:
        state.before[slot] = state.commands[slot].held
    if world.player >= 0:
        command = state.commands[world.player]
        state.order_before = (command.order, command.order_x, command.order_y)
    world.tick += 1
    return world.events

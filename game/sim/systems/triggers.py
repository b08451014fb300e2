"""Triggers and objectives: ten times a second conditions are asked, and what happened sets off what listens for it."""

from game.sim.events import ObjectiveDone
from game.sim.trigger import Objective, Trigger
from game.sim.world import World

EVERY = 6  # ticks
NOBODY: list[int] = []
EVENT_KINDS = ("use", "shot", "see", "hear", "down", "ask")


def fire(world: World) -> None:
    """Set off what is due."""
    if world.tick == 0:
        for trigger in world.triggers:
            if trigger.on == "start":
                attempt(world, trigger, -1)
    if world.state.due:
        due, world.state.due = world.state.due, []
        for kind, slot, x, y in due:
            for trigger in world.triggers:
                if trigger.on == kind and meant(world, trigger, kind, slot, x, y):
                    attempt(world, trigger, slot)
    if world.tick % EVERY == 0:
        for trigger in still_listening(world):
            listen(world, trigger)
        objectives(world)


def still_listening(world: World) -> list[Trigger]:
    """Return the triggers that look for themselves and have not fired for good; worked out anew when another has fired."""
    listening, fired = world.listening, world.state.fired
    known, of, fires, still = world.still_listening
    if known is not listening or of is not fired or fires != len(fired):
        still = [t for t in listening if not (t.once and t.id in fired)]
        world.still_listening = listening, fired, len(fired), still
    return still


def meant(world: World, trigger: Trigger, kind: str, slot: int, x: float, y: float) -> bool:
    """Say whether something that happened is what a trigger listens for."""
    if kind in EVENT_KINDS:
        if trigger.area is not None and not trigger.area.holds(x, y):
            return False
        if trigger.who and slot not in world.who(trigger.who):
            return False
    return True


def listen(world: World, trigger: Trigger) -> None:
    """Ask one trigger of the kind that has to look for itself."""
    if trigger.on == "timer":
        attempt(world, trigger, -1)
        return
    area = trigger.area
    if area is None or (trigger.once and trigger.id in world.state.fired):
        return
    slots, x, y = world.who(trigger.who or "all"), world.b.x, world.b.y
    inside = [s for s in slots if area.holds(x[s], y[s])]
    before = world.state.inside.get(trigger.id, NOBODY)
    if not inside and not before:
        return
    if trigger.on == "enter":
        if trigger.who == "all":
            if slots and len(inside) == len(slots):
                attempt(world, trigger, inside[0])
        elif new := [s for s in inside if s not in before]:
            inside = inside if attempt(world, trigger, new[0]) else [s for s in inside if s in before]  # asked again
    elif gone := [s for s in before if s not in inside]:
        attempt(world, trigger, gone[0])
    if inside != before:
        world.state.inside[trigger.id] = inside


def may_fire(world: World, trigger: Trigger) -> bool:
    """Say whether a trigger has not fired for good or just now, and its condition holds."""
    last = world.state.fired.get(trigger.id)
    if last is not None and (trigger.once or world.tick - last < max(1, trigger.wait)):
        return False
    return trigger.when is None or trigger.when.holds(world)


def attempt(world: World, trigger: Trigger, by: int) -> bool:
    """Fire a trigger if it may fire and its condition holds; return whether it did."""
    if not may_fire(world, trigger):
        return False
    world.state.fired[trigger.id] = world.tick
    for effect in trigger.do:
        effect.happen(world, by)
    return True


def answers(world: World, device: int, slot: int) -> bool:
    """Say whether working a device would set anything off now, if a trigger listens for it at all."""
    x, y = world.ground.devices[device].middle
    listening = [t for t in world.triggers if t.on == "use" and meant(world, t, "use", slot, x, y)]
    elsewhere = not listening and not any(t.on == "use" and t.area and t.area.holds(x, y) for t in world.triggers)
    return elsewhere or any(may_fire(world, t) for t in listening)


def objectives(world: World) -> None:
    """Tick off the objective on screen and those at the side when they are done, and show the next."""
    for aside in world.asides:
        achieve(world, aside)
    objective = world.objectives.get(world.state.objective)
    if objective is not None and achieve(world, objective) and objective.next:
        world.set_objective(objective.next)


def achieve(world: World, objective: Objective) -> bool:
    """Tick an objective off if it is done and was not before; return whether it was."""
    if objective.id in world.state.done or not objective.done.holds(world):
        return False
    world.state.done[objective.id] = world.tick
    world.report(ObjectiveDone(objective.id))
    world.set_flag(objective.id)
    return True

"""Minds choose: whose turn the last look was gets its Percept and answers with a Command, held until its next turn."""

from typing import Any

from game.agent.command import IDLE, held_on
from game.agent.percept import Percept
from game.content.minds import MINDS
from game.sim.kernels.idle import idle
from game.sim.places import LOOK
from game.sim.state import Decision
from game.sim.systems.percepts import percept
from game.sim.world import World

MOST_DECISIONS, MOST_GROUNDS = 400, 4


def decide(world: World) -> None:
    """Give every body its Command for this tick: from outside, from its mind, or the one it had.

    Looked at are those alone who may be told something else than on the last tick (`fresh`, `stirred`).
    """
    state, given, last = world.state, world.given, world.fresh
    commands = state.commands
    if len(commands) < len(world.acting):
        begin(world)
        return
    for slot in last:
        if slot not in given:
            commands[slot] = held_on(commands[slot])
    away, amid = idle(world.bodies, world.feet, world.tick, world.away, world.amid)
    stirred = {*last, *given, *world.busy}
    if away or world.mindless:
        lost = [*world.mindless, *world.away[:away].tolist()]
        stirred.update(lost)
        for slot in lost:
            if slot not in given:
                commands[slot] = IDLE
    else:
        lost = NOBODY
    heard, fresh = state.heard, [*given]
    for slot in world.turns[(world.tick - 1) % LOOK]:
        if slot in heard and slot not in given and slot not in lost:
            think(world, slot)
            fresh.append(slot)
            stirred.add(slot)
    commands.update(given)
    if amid:
        stirred.update(world.amid[:amid].tolist())
    world.fresh, world.stirred = fresh, sorted(stirred)


NOBODY: list[int] = []


def begin(world: World) -> None:
    """Give every body its first Command."""
    commands, b = world.state.commands, world.b
    for slot in world.acting:
        if slot in world.given:
            commands[slot] = world.given[slot]
        elif slot not in world.minds or not b.here[slot] or b.down[slot] or b.wait_until[slot] > world.tick:
            commands[slot] = IDLE
        elif slot not in commands:
            think(world, slot)
    world.fresh = world.stirred = world.acting


def think(world: World, slot: int) -> None:
    """Let one mind decide, and speak what it has to say."""
    mind, memory = MINDS[world.minds[slot]], world.memories[slot]
    dice = world.dice(slot, "mind")
    told = percept(world, slot)
    world.state.commands[slot] = mind.decide(told, memory, dice)
    world.keep(slot, "mind", dice)
    if slot == world.hunter:
        log_decision(world, memory, told)
    utter(world, slot, memory)


def utter(world: World, slot: int, memory: Any) -> None:
    """Let a mind be heard: speak "who.key" (`self` for its own name), shout (topic, x, y), radio (room, topic)."""
    spoken = getattr(memory, "speak", "")
    if spoken:
        memory.speak = ""
        who, _, key = spoken.partition(".")
        world.say(world.names[slot] if who == "self" else who, key)
    shouted, sent = getattr(memory, "shout", None), getattr(memory, "radio", None)
    if shouted:
        memory.shout = None
        world.shout(slot, *shouted)
    if sent:
        memory.radio = None
        if slot in world.state.radios and sent[0]:
            world.radio(sent[0], sent[1], world.look(slot))


def log_decision(world: World, memory: Any, told: Percept) -> None:
    """Note when the hunter changes its mind: the debug overlay, the cause line and the ledger read this."""
    log = world.state.decisions
    if not log or log[-1].intent != memory.intent:
        scores = [(str(a), round(float(u), 4)) for a, u in getattr(memory, "scores", [])[:3]]
        log.append(Decision(world.tick, memory.intent, memory.why, scores, behind(told)))
        del log[:-MOST_DECISIONS]


def behind(told: Percept) -> list[str]:
    """Return what the hunter perceived as it decided, in words: what it felt, was told, saw of those two, and heard loudest."""
    grounds = [f"felt a {touch.kind}" for touch in told.touches]
    grounds += [f"was told of {word.topic}" + (f", {word.place}" if word.place else "") for word in told.words]
    prey = [t for t in told.tracks if t.look in told.briefing.prey]
    grounds += [f"sees {t.look}, {t.distance:.0f} m" for t in sorted(prey, key=lambda t: t.distance)]
    loud = sorted(told.noises, key=lambda n: (-n.level, n.kind))
    grounds += [f"hears {n.kind}, {told.ground.room_at(n.x, n.y) or 'somewhere'}" for n in loud]
    others = len(told.tracks) - len(prey)
    grounds += [f"sees {others} more" if others > 1 else "sees one more"] if others else []
    return list(dict.fromkeys(grounds))[:MOST_GROUNDS] or ["perceives nobody"]

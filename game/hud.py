"""What the screen says beside the picture: read off a world, never written to it."""

import msgspec

from game.content.actors import TEAM_INDEX
from game.content.lines import CLOCKS, FALLEN, HELD_HIMSELF, SHOVE_NOW, UNTIL_IT_WAKES, UNTIL_SHE_IS_UP, prompt
from game.content.looks import LOOKS
from game.content.questions import QUESTIONS, TOPIC_OF, answer
from game.content.weapons import WEAPONS
from game.sim.systems import driving, percepts, strikes, triggers
from game.sim.systems.devices import at_hand
from game.sim.tables import RELOADING
from game.sim.world import World

CAUSE_TICKS = 180  # how long a cause line stands
ORDER_WORDS = ("", "FOLLOW", "STAY", "HIDE", "RUN TO", "ASK", "TRUST", "DISTRUST")


class Hud(msgspec.Struct, frozen=True):
    """What the screen says beside the picture."""

    objective: str
    marker: tuple[float, float] | None  # where the objective is, if it is a place or somebody in sight
    health: int
    trust: float  # the ward's, 0..1; -1 without a ward
    order: str  # the ward's order, '' none
    weapon: str  # its name
    rounds: int
    magazine: int
    spare: int
    reloading: bool
    clock: int  # ticks left, -1 none
    clock_cause: str
    clock_cure: str
    in_reach: bool  # a shove would free him now
    cause: str  # the last alert's cause line, '' after 3 s
    prompt: str  # what Interact would do here, '' nothing
    progress: float  # 0..1 of what Interact is doing
    question: str = ""  # that the player is asked
    choices: tuple[str, ...] = ()  # and the answers, by their number
    fallen: str = ""  # who of those who fight beside him lies and, on a second line, what to do until she is up


def shown(world: World) -> Hud:
    """Return what the player's screen says."""
    state, slot = world.state, world.player
    gear = state.gear.get(slot)
    row = WEAPONS.get(gear.weapon) if gear else None
    clock = state.clock
    cause, cure = CLOCKS.get(clock.cause, (clock.cause, "")) if clock else ("", "")
    in_reach = may_shove(world)
    objective = world.objectives.get(state.objective)
    order = state.orders.get(world.ward) if world.ward >= 0 else None
    use = state.using.get(slot)
    device = world.ground.devices[use.device] if use else None
    hand = at_hand(world, slot) if slot >= 0 and not use else -1
    idle = use is not None and not triggers.answers(world, use.device, slot)
    return Hud(
        objective=UNTIL_IT_WAKES if state.lent else objective.text if objective else "",
        marker=percepts.marker(world, objective.marker) if objective else None,
        health=world.b.health[slot] if slot >= 0 else 0,
        trust=state.trust if world.ward >= 0 else -1.0,
        order=ORDER_WORDS[order.kind] if order else "",
        weapon=row.name if row else "",
        rounds=gear.rounds.get(row.id, 0) if gear and row else 0,
        magazine=row.magazine if row else 0,
        spare=gear.spare.get(row.id, 0) if gear and row else 0,
        reloading=slot >= 0 and world.b.act[slot] == RELOADING,
        clock=clock.ends - world.tick if clock else -1,
        clock_cause=cause,
        clock_cure=SHOVE_NOW if in_reach else held_himself(world) or cure,
        in_reach=in_reach,
        cause=state.cause if world.tick - state.cause_at < CAUSE_TICKS else "",
        prompt=what_hands_do(world, hand),
        fallen=fallen(world),
        question=QUESTIONS[TOPIC_OF[state.quiz.fact]].words if state.quiz else "",
        choices=tuple(answer(f) for f in state.quiz.options) if state.quiz else (),
        progress=1.0 - use.left / max(1, device.ticks) if use and device and not idle else 0.0,
    )


def fallen(world: World) -> str:
    """Return who of the player's allies lies, for how long yet and what to do meanwhile, '' nobody."""
    slot = next((s for s in allies(world) if world.b.down[s]), -1)
    left = world.b.down_until[slot] - world.tick if slot >= 0 else -1
    if left < 0 or slot == world.player:
        return ""
    quiet = world.ward < 0 or world.hunter < 0 or bool(world.state.gone)
    words = FALLEN.format(who=called(world, slot), seconds=left / 60)
    return words if quiet else words + "\n" + UNTIL_SHE_IS_UP.format(ward=called(world, world.ward))


def allies(world: World) -> list[int]:
    """Return who fights beside the player with a mind of her own, and is here."""
    return [s for s in world.ours if world.b.team[s] == TEAM_INDEX["ally"] and world.b.here[s]]


def called(world: World, slot: int) -> str:
    """Return what somebody is called on the screen."""
    return LOOKS[world.look(slot)].name


def what_hands_do(world: World, hand: int) -> str:
    """Return what Interact would do: at the device of that index, if it does anything now, or in and beside a vehicle."""
    word = driving.offer(world, world.player)
    hand = hand if hand >= 0 and triggers.answers(world, hand, world.player) else -1
    return prompt(world.ground.devices[hand].name) if hand >= 0 else prompt(word) if word else ""


def may_shove(world: World) -> bool:
    """Say whether the player's hands reach what holds the ward, if they are turned to it."""
    slot, holder = world.player, holding(world)
    able = slot >= 0 and holder >= 0 and slot != world.ward and world.alive(slot)
    return able and world.near(slot, holder, strikes.SHOVE_REACH)


def held_himself(world: World) -> str:
    """Return what a player who is himself held can hope for, '' if he is somebody else."""
    left = world.b.down_until[world.keeper] - world.tick if world.state.lent and world.keeper >= 0 else -1
    if holding(world) < 0 or world.player != world.ward or left < 0:
        return ""
    return HELD_HIMSELF.format(seconds=left / 60)


def holding(world: World) -> int:
    """Return who holds the ward, -1 nobody."""
    return int(world.b.held_by[world.ward]) if world.ward >= 0 else -1

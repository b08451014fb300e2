"""The moments that hints wait for: questions about the run as its player sees it, and about what his hands do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.agent.command import ASK, FULL, RUN, SNEAK
from game.app.player import carried, in_sight
from game.content.looks import LOOK_IDS, LOOKS
from game.sim.events import ObjectiveDone

if TYPE_CHECKING:
    from game.app.screens.play import Play

TICKS = 60  # a second
NEAR, SIGHT, ASKS, ARM = 6.0, 8.0, 4.0, 1.4  # metres
STEPS = 2 * TICKS  # ticks of walking after which nobody needs to be told how
DRIVES = 6.0  # metres a second
ASKED_FOR = 12 * TICKS  # ticks for which a wish to be asked stands
LOOKS_EVERY = 12  # ticks between two looks for low cover, which are dear


def after(seconds: int) -> Callable[[Play], bool]:
    """Return whether so much of the run is over, and nothing presses."""
    return lambda play: play.session.world.tick >= seconds * TICKS and calm(play)


def begun(play: Play) -> bool:
    """Say whether he has had a second to look about."""
    return play.session.world.tick >= TICKS


def calm(play: Play) -> bool:
    """Say whether nothing presses: nobody is held, and no machine known for one is in sight."""
    s, b = play.session, play.session.world.b
    hunted = s.hunter >= 0 and b.here[s.hunter] and b.known[s.hunter] and s.world.sees(s.player, s.hunter)
    return s.world.state.clock is None and not hunted


def happened(event: str, field: str = "") -> Callable[[Play], bool]:
    """Return whether an event came on the last tick, with a field set where one is named."""

    def asked(play: Play) -> bool:
        return any(type(e).__name__ == event and (not field or bool(getattr(e, field))) for e in play.session.events)

    return asked


def rides(play: Play) -> bool:
    """Say whether the player sits at a wheel."""
    s = play.session
    return any(ride.riders[:1] == [s.player] for ride in s.world.state.rides.values())


# ---------------------------------------------------------------------- what his hands do


def walked(play: Play) -> bool:
    """Say whether he has walked for a while."""
    moves = abs(play.command.move_x) + abs(play.command.move_y) >= FULL // 2
    play.hints.steps += moves
    return play.hints.steps >= STEPS


def has_driven(play: Play) -> bool:
    """Say whether he has driven at some speed."""
    return any(abs(ride.speed) > DRIVES for ride in play.session.world.state.rides.values())


def lights_are_asked_for(play: Play) -> bool:
    from game.sim.systems.driving import asked_for_lights

    return asked_for_lights(play.session.world)


def changed_gait(play: Play) -> bool:
    return play.command.gait in (RUN, SNEAK)


def gives_an_order(play: Play) -> bool:
    return play.command.order != 0


def asks(play: Play) -> bool:
    return play.command.order == ASK


def an_ally_is_marked(play: Play) -> bool:
    """Say whether the objective is somebody who fights beside him: there is something to be asked."""
    world = play.session.world
    objective = world.objectives.get(world.state.objective)
    return (
        objective is not None and world.slot(objective.marker) in world.ours and objective.marker in world.state.trusts
    )


def it_has_no_power(play: Play) -> bool:
    """Say whether the T-800 lies without a cell, so that only hands bring it back."""
    clock = play.session.world.state.clock
    return clock is not None and clock.cause == "down"


def an_ally_is_asked(play: Play) -> bool:
    """Say whether the one to be asked has been, and the story has gone on by it; an earlier question is no sign of knowing."""
    s = play.session
    ended = [s.world.objectives[e.id].marker for e in s.events if isinstance(e, ObjectiveDone)]
    return any(marker in s.world.state.trusts for marker in ended)


def is_asked(play: Play) -> bool:
    """Say whether a question stands on the screen."""
    return bool(play.hud.choices)


def marks_a_face(play: Play) -> bool:
    return play.command.mark >= 0


def changes_weapon(play: Play) -> bool:
    return play.command.weapon != 0


def sees_red(play: Play) -> bool:
    return play.vision


def opened_the_map(play: Play) -> bool:
    return play.map_opened


def is_using(play: Play) -> bool:
    return play.hud.progress > 0


def is_vaulting(play: Play) -> bool:
    return play.session.player in play.session.world.state.vaults


# ---------------------------------------------------------------------- what there is to do


def at_a_device(play: Play) -> bool:
    return bool(play.hud.prompt)


def runs_low(play: Play) -> bool:
    return (
        play.hud.magazine > 0
        and play.hud.rounds * 2 <= play.hud.magazine
        and play.hud.spare > 0
        and play.hud.rounds > 0
    )


def carries_more(play: Play) -> bool:
    return len(carried(play.session)) > 2 and after(20)(play)


def he_is_near(play: Play) -> bool:
    """Say whether the ward is near and the player sees him."""
    s = play.session
    return s.ward >= 0 and s.world.sees(s.player, s.ward) and s.world.gap(s.player, s.ward) < NEAR


def looks_for_him(play: Play) -> bool:
    """Say whether the ward has not been made out yet, and somebody is near enough to be looked at."""
    s, b = play.session, play.session.world.b
    if s.ward < 0 or b.matched[s.ward] or s.world.met() or after(5)(play) is False:
        return False
    return any(s.world.gap(s.player, j) < NEAR for j in in_sight(play.session))


def an_officer_is_near(play: Play) -> bool:
    """Say whether somebody in an officer's clothes is near whom nothing is known of yet."""
    s, b = play.session, play.session.world.b
    return any(
        LOOKS[LOOK_IDS[b.look[j]]].role == "police" and not b.known[j] and s.world.gap(s.player, j) < SIGHT
        for j in in_sight(play.session)
    )


def a_known_face_is_in_sight(play: Play) -> bool:
    s = play.session
    return any(s.world.b.known[j] for j in in_sight(play.session)) and s.world.state.clock is None


def at_low_cover(play: Play) -> bool:
    """Say whether something low is before him that he could go over."""
    world, player = play.session.world, play.session.player
    if world.tick % LOOKS_EVERY or not world.alive(player) or not after(8)(play):
        return False
    from game.sim.systems.arms import far_side

    return far_side(world, player) is not None


def somebody_in_the_way(play: Play) -> bool:
    """Say whether a stranger stands within arm's reach."""
    s = play.session
    return after(25)(play) and any(j != s.hunter and s.world.gap(s.player, j) < ARM for j in in_sight(play.session))


def she_wants_to_be_asked(play: Play) -> bool:
    """Say whether one of ours has lately told him to have her asked before she is trusted."""
    tick = play.session.world.tick
    return any(key == "ask_me" and tick - said < ASKED_FOR for said, _, key in play.session.world.state.lines[-4:])


def he_is_near_a_stranger(play: Play) -> bool:
    s = play.session
    if s.ward < 0 or not after(80)(play) or not s.world.sees(s.player, s.ward):
        return False
    return any(s.world.gap(s.ward, j) < ASKS for j in in_sight(play.session))

"""The moments of fights that hints wait for: the machine before a gun, an arm less, the law, the boy in its arms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.hints.moments import SIGHT
from game.app.player import armed, hand, in_sight
from game.content.weapons import WEAPONS
from game.sim.events import Shoved

if TYPE_CHECKING:
    from game.app.screens.play import Play

REACH = 5.0  # metres: a shotgun's


def has_one_arm(play: Play) -> bool:
    """Say whether he drives a machine that has one arm left."""
    return play.session.world.one_armed(play.session.player)


def shoots_with_one_arm(play: Play) -> bool:
    """Say whether the machine, known for what it is, stands before a gun for two hands, and he has one."""
    s, b, held = play.session, play.session.world.b, hand(play.session)
    return (
        bool(held)
        and WEAPONS[held].both
        and has_one_arm(play)
        and s.hunter in in_sight(s)
        and bool(b.known[s.hunter])
        and s.world.state.clock is None
        and s.world.gap(s.player, s.hunter) < SIGHT
    )


def shoves_it(play: Play) -> bool:
    """Say whether his hands have just thrown the machine back."""
    s = play.session
    return any(isinstance(e, Shoved) and (e.by, e.whom) == (s.player, s.hunter) for e in s.events)


def it_is_in_reach(play: Play) -> bool:
    """Say whether the machine stands before a loaded gun, and is known for what it is."""
    s, b = play.session, play.session.world.b
    return (
        armed(s)
        and s.hunter in in_sight(play.session)
        and bool(b.known[s.hunter])
        and s.world.gap(s.player, s.hunter) < REACH
    )


def aims_a_grenade(play: Play) -> bool:
    """Say whether the machine, known for what it is and upright, stands before a launcher, and the boy is not in its arms."""
    s, b = play.session, play.session.world.b
    return (
        play.hud.weapon == WEAPONS["grenade"].name
        and s.hunter in in_sight(s)
        and bool(b.known[s.hunter])
        and s.world.state.clock is None
        and s.world.gap(s.player, s.hunter) < SIGHT
        and not has_one_arm(play)
    )


def law_is_near_a_gun(play: Play) -> bool:
    """Say whether an armed officer or guard has seen the player, gun in hand."""
    s = play.session
    return armed(s) and any(
        j in in_sight(play.session) and s.world.sees(j, s.player) and s.world.gap(s.player, j) < SIGHT
        for j in s.world.who("law")
    )


def he_is_held(play: Play) -> bool:
    s = play.session
    return s.ward >= 0 and s.hunter >= 0 and s.world.b.holds[s.hunter] == s.ward

"""The records: one numpy structured array for each kind of thing, walked in slot order."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.core.jit import JIT

Rows = npt.NDArray[Any]

# What a body is in the middle of (field `act`), until `act_until`.
NOTHING, SLASH, GRAB, SHOVING, RELOADING, USING, CHANGE, TOUCHING, RISING = range(9)
POUR, ASKING, SCANNING, HAULING, VAULTING, CALMING, THROWN, THRUST, HOOK, RIDING = range(9, 19)
SETTLING, SPRING = 19, 20  # becoming a thing, and coming out of one with a hand out
BLADED = (SLASH, THRUST, HOOK)  # what the T-1000 does with a blade, in the order of content BLADES
# acts that nothing can begin in
OCCUPIED = (*BLADED, GRAB, SPRING, SETTLING, RISING, SHOVING, CHANGE, ASKING, POUR, VAULTING)
ACTS = (
    "",
    "slash",
    "grab",
    "shove",
    "reload",
    "use",
    "change",
    "touch",
    "rise",
    "pour",
    "ask",
    "scan",
    "haul",
    "vault",
    "calm",
    "thrown",
    "thrust",
    "hook",
    "ride",
    "settle",
    "spring",
)

# A civilian's mood (field `mood`).
CALM, UNEASY, FLEE, COWER, CALL = range(5)

BODY = np.dtype(
    [
        ("x", "f8"),  # metres
        ("y", "f8"),
        ("vx", "f8"),  # metres a tick
        ("vy", "f8"),
        ("fx", "f8"),  # where the torso points, unit
        ("fy", "f8"),
        ("hx", "f8"),  # where the legs point, unit
        ("hy", "f8"),
        ("radius", "f8"),
        ("stick_x", "f8"),  # its Command: where to and how hard, at most 1 long
        ("stick_y", "f8"),
        ("turn_x", "f8"),  # its Command: where to look, unit; 0, 0 along the stick
        ("turn_y", "f8"),
        ("wish_x", "f8"),  # wanted velocity, metres a tick
        ("wish_y", "f8"),
        ("cohesion", "f8"),  # the T-1000's wholeness, 0..1
        ("light", "f8"),  # how lit its place is, 0..1
        ("share", "f8"),  # of the T-1000's mass that this body is made of; its blobs and itself add up to what is left
        ("knock_x", "f8"),  # the way that a blast or an embedded grenade throws it, unit
        ("knock_y", "f8"),
        ("fear", "f8"),
        ("goal_x", "f8"),  # a crowd mind's errand
        ("goal_y", "f8"),
        ("fright_x", "f8"),  # where a civilian's fright came from
        ("fright_y", "f8"),
        ("saw_x", "f8"),  # where a civilian last saw the boy
        ("saw_y", "f8"),
        ("mark_x", "f8"),  # where a civilian was at its last look back
        ("mark_y", "f8"),
        ("stride", "f8"),  # metres since the last footfall
        ("push_x", "i8"),  # contact pushes, 1/131072 m, summed as integers so that order does not matter
        ("push_y", "i8"),
        ("dice", "i8"),  # a crowd mind's stream, 1..2**31 - 2
        ("chill", "f8"),  # how cold a body is, 0..1
        ("chilled_at", "i8"),
        ("ready_at", "i8"),  # tick from which the weapon fires
        ("act_until", "i8"),
        ("stun_until", "i8"),  # cannot move or act
        ("immune_until", "i8"),  # cannot be staggered
        ("hurt_at", "i8"),
        ("fired_at", "i8"),
        ("slow_until", "i8"),  # firing forces a walk
        ("down_until", "i8"),  # lying; -1 for ever
        ("fuse_at", "i8"),  # tick on which the grenade in it goes off, -1 none
        ("strike_at", "i8"),  # tick from which it can strike or shove again
        ("wait_until", "i8"),
        ("saw_at", "i8"),  # tick on which a civilian last saw the boy, -1 never
        ("fright_at", "i8"),  # tick of its fright, -1 none
        ("cry_at", "i8"),  # tick from which it can cry out again
        ("wedged", "i4"),  # ticks in a row that it wished to move and could not, up to a second
        ("fluid", "i4"),  # 1 for a pool of the T-1000: it runs under doors and into pits
        ("guise", "i4"),  # row of World.guises that it lies as, from 1; below 0 where that is the floor; 0 none
        ("here", "i4"),  # 1 in the world
        ("gen", "i4"),
        ("actor", "i4"),  # row of content ACTORS
        ("team", "i4"),
        ("face", "i4"),  # the slot whose face it wears: its own, unless it is a copy
        ("matched", "i4"),  # ticks that the player has compared this face with the photograph
        ("look", "i4"),  # row of content LOOKS: what it looks like now
        ("health", "i4"),
        ("pace", "i4"),  # its Command: the gait it asks for
        ("steady", "i4"),  # its Command: 1 to hold its aim steady
        ("gait", "i4"),
        ("act", "i4"),
        ("target", "i4"),  # slot that the act is aimed at, -1
        ("holds", "i4"),  # slot that it has seized, -1
        ("held_by", "i4"),
        ("weapon", "i4"),  # row of content WEAPONS in hand, -1 none
        ("aiming", "i4"),
        ("down", "i4"),  # 1 lying
        ("mood", "i4"),
        ("route", "i4"),  # errand, row of the level's paths, -1
        ("leg", "i4"),
        ("stalled", "i4"),  # a crowd mind's turns under way since it last looked back
        ("touching", "i4"),  # ticks that a T-1000 has touched `target`
        ("seen", "i4"),  # 1 if the player's side sees it (player and ward), written by senses
        ("known", "i4"),  # 1 once the player's side has proof what it is
        ("stiff", "i4"),  # 1 frozen solid, 2 struck while it was
        ("mass", "i4"),  # who gives way in a crush
    ],
    align=True,
)

SHOT = np.dtype(
    [
        ("x", "f8"),
        ("y", "f8"),
        ("vx", "f8"),  # metres a tick
        ("vy", "f8"),
        ("left", "f8"),  # metres of reach
        ("from_x", "f8"),
        ("from_y", "f8"),
        ("cohesion", "f8"),
        ("here", "i4"),
        ("by", "i4"),
        ("wound", "i4"),
        ("weapon", "i4"),
        ("high", "i4"),  # flies over low props
    ],
    align=True,
)

DOOR = np.dtype(
    [
        ("shut", "i4"),  # 1 shut now
        ("rest", "i4"),  # where it goes back to: 1 shut, 0 open
        ("pushes", "i4"),
        ("opaque", "i4"),
        ("back_at", "i8"),  # tick on which it returns to rest, -1 never
        ("moved_at", "i8"),  # tick of the last move, for the picture
    ],
    align=True,
)


def rows(dtype: np.dtype[Any], n: int) -> Rows:
    """Return n zeroed records; without the compiler kernels need attribute access, so a recarray view."""
    made = np.zeros(n, dtype)
    return made if JIT else made.view(np.recarray)


def columns(table: Rows) -> dict[str, Any]:
    """Return a memoryview of each field: Python reads one in 19 ns, a record's element in 260."""
    plain: Any = np.asarray(table)
    return {name: memoryview(plain[name]) for name in table.dtype.names or ()}

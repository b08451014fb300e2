"""Which pose a body shows: read from what it is doing, never guessed from who it is."""

from typing import Any

from game.agent.command import RUN, SNEAK
from game.content.weapons import WEAPON_IDS
from game.sim.tables import (
    ASKING,
    BLADED,
    CALL,
    CALMING,
    CHANGE,
    COWER,
    GRAB,
    HAULING,
    RISING,
    SCANNING,
    SETTLING,
    SHOVING,
    SPRING,
    THRUST,
    TOUCHING,
    USING,
    VAULTING,
)

STILL = 0.15  # metres a second: slower than this is standing
RAISED = 45  # ticks that a pistol stays up after a shot
LUNGE = 10  # last ticks of a slash or a leap: the blade goes home
FLINCH = 9  # ticks of pain
CYCLE = {"walk": 50.0, "run": 72.0, "sneak": 36.0}  # pixels of one walking cycle
SHOULDERED = {"shotgun": "shotgun", "grenade": "launcher"}  # weapons for both hands, and how they are held
ACTS = {
    GRAB: "grab",
    SPRING: "grab",
    SETTLING: "cower",
    SHOVING: "fists",
    USING: "use",
    TOUCHING: "use",
    ASKING: "show",
    CALMING: "talk",
    SCANNING: "scan",
    HAULING: "haul",
    RISING: "cower",
    VAULTING: "vault",
    CHANGE: "idle",
}


def weapon_of(b: Any, slot: int) -> str:
    """Return the id of the weapon in hand, '' none."""
    row = b.weapon[slot]
    return WEAPON_IDS[row] if 0 <= row < len(WEAPON_IDS) else ""


def legs_of(b: Any, slot: int, tick: int) -> str:
    """Return the pose of the legs."""
    if b.held_by[slot] >= 0:
        return "held"
    if b.stun_until[slot] > tick:
        return "hurt"
    if b.act[slot] == VAULTING:
        return "vault"
    speed = (b.vx[slot] ** 2 + b.vy[slot] ** 2) ** 0.5 * 60
    if speed < STILL:
        return "idle"
    if b.gait[slot] == SNEAK:
        return "sneak"
    return "run" if b.gait[slot] == RUN and speed > 2.5 else "walk"


def body_of(b: Any, slot: int, tick: int, legs: str, flinches: bool) -> str:
    """Return the pose of the trunk; `legs` is what the legs do, `flinches` False for a machine."""
    if b.down[slot]:
        return "down"
    if b.held_by[slot] >= 0:
        return "held"
    if b.stun_until[slot] > tick:
        return "hurt"
    if b.holds[slot] >= 0:
        return "carry"
    act = b.act[slot]
    if act in BLADED:
        return "blade" if act == THRUST or b.act_until[slot] - tick <= LUNGE else "bladewide"
    if act in ACTS:
        return ACTS[act]
    if flinches and b.hurt_at[slot] > 0 and tick - b.hurt_at[slot] < FLINCH:
        return "hurt"
    weapon = weapon_of(b, slot)
    if weapon in SHOULDERED:
        return SHOULDERED[weapon]
    if weapon == "pistol" and (b.aiming[slot] or (b.fired_at[slot] > 0 and tick - b.fired_at[slot] < RAISED)):
        return "pistol"
    if b.mood[slot] == COWER and legs == "idle":
        return "cower"
    if b.mood[slot] == CALL:
        return "phone"
    return legs if legs in CYCLE else "idle"

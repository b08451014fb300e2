"""The human rig: one sculpture, many costumes; legs and body are laid apart, so that legs may walk while arms aim elsewhere."""

import numpy as np

from tools.paint.arms import WEAPONS
from tools.paint.carried import carried
from tools.paint.clay import Clay
from tools.paint.costume import Costume
from tools.paint.garments import Chest, dress
from tools.paint.heads import head
from tools.paint.lying import lying
from tools.paint.posture import Place, Pose
from tools.paint.ramps import stuff

UNIT = 1.2  # pixels of a rig unit
SHOULDER = 46.0  # height of the shoulders
GEAR = (
    *("gun", "wood", "gold", "grey", "tank", "steel", "chrome", "white", "cherry", "leather", "paper", "pink", "crt"),
    *("bumper", "lamp_red"),
)


def clay_for(costume: Costume, size: int, yaw: float, samples: int = 3) -> Clay:
    """Return empty clay in a person's materials, its pivot in the middle."""
    return Clay(size, size, stuff(*GEAR, **costume.roles()), samples=samples, yaw=yaw, unit=UNIT)


def legs(costume: Costume, pose: Pose, size: int, yaw: float) -> Clay:
    """Return the sculpture of a person's legs."""
    clay = clay_for(costume, size, yaw)
    lay_legs(clay, costume, pose)
    return clay


def lay_legs(clay: Clay, costume: Costume, pose: Pose) -> None:
    """Lay a person's legs on clay that has his materials."""
    k = costume.legs * (0.92 + 0.08 * costume.tall)
    hip = 2.9 * costume.shoulders / 9
    thigh = 2.7 * (costume.arm / 2.6) ** 0.5 * k
    bent = pose.drop * 0.55
    for (x, y, z), side in ((pose.left_foot, -1), (pose.right_foot, 1)):
        fx, fy = x * k, y * costume.shoulders / 9.2
        knee = (fx * 0.55 + 1.0 + bent, (fy + side * hip) / 2 + side * bent * 0.25, 15 - bent * 0.5)
        clay.limb((0, side * hip, 28 - pose.drop), knee, thigh + 0.5, thigh, "pants")
        clay.limb(knee, (fx - 0.5, fy, 5 + z), thigh, thigh - 0.5, "shins")
        clay.limb((fx - 0.8, fy, z + 0.5), (fx + 3.2 * k, fy + side * 0.3, z), 2.05 * k, 1.75 * k, "shoes")
    if costume.skirt:
        _skirt(clay, costume, pose)


def _skirt(clay: Clay, c: Costume, pose: Pose) -> None:
    """A skirt to the knee, which the stride fills."""
    stride = abs(pose.left_foot[0] - pose.right_foot[0]) / 2
    middle = (pose.left_foot[0] + pose.right_foot[0]) / 4
    clay.egg(
        (middle, 0, 14 - pose.drop),
        (max(c.depth * 1.3, 2.6 + stride * 0.8), c.shoulders * 0.86, 12),
        "pants",
        square=2.3,
    )


def body(costume: Costume, pose: Pose, size: int, yaw: float) -> Clay:
    """Return the sculpture of a person from the hips up."""
    clay = clay_for(costume, size, yaw)
    lay_body(clay, costume, pose)
    return clay


def lay_body(clay: Clay, costume: Costume, pose: Pose) -> None:
    """Lay a person from the hips up on clay that has his materials."""
    clay.lift = -pose.drop
    _trunk(clay, costume, pose)
    reach = costume.shoulders - costume.arm * 0.9
    shoulders = [turned((pose.lean * 0.5, side * reach, SHOULDER + 3), pose.twist) for side in (-1, 1)]
    for at, hand, side in zip(shoulders, (pose.left_hand, pose.right_hand), ("left", "right"), strict=True):
        if side == costume.lost:
            _stump(clay, at, costume.arm)
        elif side == costume.bare:
            _bones(clay, at, hand, costume.arm)
        else:
            _arm(clay, at, hand, costume.arm)
    for at, side in zip(shoulders, ("left", "right"), strict=True):
        if side != costume.lost:
            clay.ball(at, costume.arm + 0.75, "sleeves", soft=2.2)
    if costume.jacket != "chrome":
        dress(clay, costume, _chest(clay, pose))
        carried(clay, costume, pose)
    if "collar" in costume.dress:
        _collar(clay, pose)
    if pose.weapon:
        WEAPONS[pose.weapon](clay, pose.left_hand, pose.right_hand)
    ahead = pose.lean + 0.9
    clay.limb((ahead - 0.6, 0, SHOULDER + 5), (ahead - 0.2, 0, SHOULDER + 9), 2.3, 2.1, "skin")
    head(clay, costume, ahead, pose.head, SHOULDER + 15)


def down(costume: Costume, size: int, yaw: float) -> Clay:
    """Return the sculpture of a person on his back, the head towards yaw."""
    clay = clay_for(costume, size, yaw)
    lying(clay, costume)
    return clay


def turned(at: Place, angle: float) -> Place:
    """Return a point turned about the spine."""
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    return at[0] * cos - at[1] * sin, at[0] * sin + at[1] * cos, at[2]


def _trunk(clay: Clay, c: Costume, pose: Pose) -> None:
    facing = clay.yaw
    clay.turn(facing + pose.twist)
    clay.egg((pose.lean * 0.35 - 0.3, 0, SHOULDER - 6), (c.depth, c.shoulders * 0.80, 9), "jacket", square=2.3)
    chest = (c.depth * 0.96, c.shoulders * 0.93, 7.5)
    clay.egg((pose.lean * 0.5 - 0.2, 0, SHOULDER - 1), chest, "jacket", square=2.4, soft=2)
    if "hem" in c.dress:
        clay.egg(
            (pose.lean * 0.2 - 0.2, 0, SHOULDER - 15), (c.depth * 1.22, c.shoulders * 0.88, 10), "jacket", square=2.4
        )
    if c.pack:
        clay.box((-c.depth - 1.2, 0, SHOULDER + 1), (2.9, 4.1, 5), "pack", round_=1.6, bevel=1.8)
        clay.box((-c.depth - 2.1, 0, SHOULDER + 2.2), (1.3, 2.4, 5), "pack", round_=0.8, bevel=0.9)
    clay.turn(facing)


def _arm(clay: Clay, shoulder: Place, hand: Place, r: float) -> None:
    mx, my, mz = ((a + b) / 2 for a, b in zip(shoulder, hand, strict=True))
    outward = max(0.0, 7.0 - float(np.hypot(hand[0] - shoulder[0], hand[1] - shoulder[1])) * 0.38)
    side = -1 if shoulder[1] < 0 else 1
    elbow = (mx - outward * 0.55, my + side * outward * 0.62, min(shoulder[2], mz) - 1.5)
    clay.limb(shoulder, elbow, r + 0.35, r, "sleeves", soft=1.2)
    wrist = tuple(e + (h - e) * 0.86 for e, h in zip(elbow, hand, strict=True))
    clay.limb(elbow, (wrist[0], wrist[1], wrist[2]), r, r - 0.45, "forearms", soft=0.8)
    clay.ball((hand[0], hand[1], hand[2] + 0.3), max(1.75, r * 0.74), "hands")


def _bones(clay: Clay, shoulder: Place, hand: Place, r: float) -> None:
    """An arm of rods and pistons, a rag of sleeve above the elbow."""
    _arm(clay, shoulder, hand, r * 0.5)
    mx, my, mz = ((a + b) / 2 for a, b in zip(shoulder, hand, strict=True))
    for at, end, thick in ((shoulder, (mx, my, mz), 0.62), ((mx, my, mz + 3), (hand[0], hand[1], hand[2] + 3), 0.42)):
        clay.limb((at[0], at[1], at[2] + 2), (end[0], end[1], end[2] + 3), r * thick, r * thick * 0.8, "bumper")
    clay.ball((mx, my, mz + 4), r * 0.62, "gun")
    clay.ball((hand[0], hand[1], hand[2] + 3), r * 0.62, "bumper")


def _stump(clay: Clay, shoulder: Place, r: float) -> None:
    """What is left where an arm was: torn cloth, a socket, two rods."""
    x, y, z = shoulder
    clay.ball((x, y * 0.86, z - 1), r + 0.2, "sleeves", soft=2.0)
    clay.ball((x, y * 1.04, z + 2), r * 0.55, "bumper")
    for dx in (-1.0, 1.0):
        clay.limb((x + dx, y, z + 2), (x + dx * 1.8, y * 1.22, z), 0.7, 0.5, "bumper")


def _chest(clay: Clay, pose: Pose) -> Chest:
    u, v = clay.local()
    cos, sin = float(np.cos(pose.twist)), float(np.sin(pose.twist))
    return Chest(u * cos + v * sin - pose.lean * 0.5, -u * sin + v * cos, clay.height + pose.drop)


def _collar(clay: Clay, pose: Pose) -> None:
    for side in (-1, 1):
        back = turned((-1.2 + pose.lean, side * 4.4, SHOULDER + 8), pose.twist)
        front = turned((3.8 + pose.lean, side * 2.3, SHOULDER + 6), pose.twist)
        clay.limb(back, front, 1.35, 0.9, "jacket")
    left, right = (turned((-3.0 + pose.lean, y, SHOULDER + 8.4), pose.twist) for y in (-3, 3))
    clay.limb(left, right, 1.3, 1.3, "jacket")

"""What a body does: where feet and hands are, pose by pose, in the rig's own axes (x ahead, y to the right, z up)."""

import math
from collections.abc import Callable
from dataclasses import replace

from tools.paint.costume import Costume
from tools.paint.gestures import GESTURES
from tools.paint.posture import Pose

STEPS = 8


def _idle(c: Costume, _: float) -> Pose:
    side = c.shoulders + 0.6
    return Pose(left_hand=(2.2, -side, 26), right_hand=(2.2, side, 26))


def _stride(c: Costume, phase: float, reach: float, lean: float) -> Pose:
    swing, lift = math.sin(2 * math.pi * phase), math.cos(2 * math.pi * phase)
    side, tuck = c.shoulders + 0.2, 2.2 if reach > 1.2 else 0.6
    back, ahead = max(0.0, -swing), max(0.0, swing)
    return Pose(
        left_foot=(1 + 7.2 * reach * swing, -3.0, 2 + max(0.0, 3 * lift)),
        right_foot=(1 - 7.2 * reach * swing, 3.0, 2 + max(0.0, -3 * lift)),
        left_hand=(1.8 - 7 * reach * swing, -side + tuck * back, 27 + 5 * reach * back),
        right_hand=(1.8 + 7 * reach * swing, side - tuck * ahead, 27 + 5 * reach * ahead),
        twist=0.16 * reach * swing,
        lean=lean,
    )


def _walk(c: Costume, phase: float) -> Pose:
    return _stride(c, phase, 1.0, 0.6)


def _run(c: Costume, phase: float) -> Pose:
    return _stride(c, phase, 1.45, 2.2)


def _sneak(c: Costume, phase: float) -> Pose:
    """Bent knees, wide feet, head low and ahead, hands held in front."""
    swing = math.sin(2 * math.pi * phase)
    pose = _stride(c, phase, 0.95, 3.4)
    wide = c.shoulders * 0.62
    return replace(
        pose,
        left_foot=(pose.left_foot[0], -4.6, pose.left_foot[2]),
        right_foot=(pose.right_foot[0], 4.6, pose.right_foot[2]),
        left_hand=(8.6 - 2.6 * swing, -wide, 34),
        right_hand=(8.6 + 2.6 * swing, wide, 34),
        drop=7.0,
    )


def _pistol(_: Costume, __: float) -> Pose:
    return Pose(left_hand=(14.2, -0.9, 47), right_hand=(14.6, 0.9, 47), weapon="pistol")


def _shotgun(_: Costume, __: float) -> Pose:
    return Pose(left_hand=(14.5, 2.6, 45), right_hand=(6.4, 4.6, 43), weapon="shotgun", twist=0.30)


def _launcher(_: Costume, __: float) -> Pose:
    return Pose(left_hand=(13.6, 2.6, 45), right_hand=(6.4, 4.6, 43), weapon="launcher", twist=0.30)


def _shotgun_one(c: Costume, _: float) -> Pose:
    return Pose(left_hand=(0, -(c.shoulders + 0.8), 27), right_hand=(13, 6.0, 43), weapon="shotgun_one", twist=-0.25)


def _fists(c: Costume, _: float) -> Pose:
    """The right fist driven home, the left drawn back."""
    return Pose(
        left_foot=(4.5, -4.2, 2),
        right_foot=(-4, 4.2, 2),
        left_hand=(1.5, -c.shoulders * 0.78, 42),
        right_hand=(c.shoulders * 0.6 + 11.0, 2.6, 49),
        twist=-0.52,
        lean=2.8,
        head=0.2,
    )


def _blade(c: Costume, _: float) -> Pose:
    return Pose(left_hand=(-1, -(c.shoulders + 0.6), 28), right_hand=(14, 6.0, 46), weapon="blade", twist=-0.35)


def _blades(_: Costume, __: float) -> Pose:
    return Pose(left_hand=(9, -9, 45), right_hand=(9, 9, 45), weapon="blades")


def _grab(c: Costume, _: float) -> Pose:
    wide = c.shoulders * 0.62
    return Pose(left_hand=(15.5, -wide, 45), right_hand=(15.5, wide, 45), lean=2.4)


def _carry(_: Costume, __: float) -> Pose:
    """Both arms closed around somebody small in front."""
    return Pose(left_hand=(10.4, 2.6, 48), right_hand=(10.4, -2.6, 45), lean=-0.8, head=-0.15)


def _held(c: Costume, _: float) -> Pose:
    """Lifted off the ground, arms pinned, kicking."""
    return Pose(
        left_foot=(6.5, -4.4, 8),
        right_foot=(-3.5, 4.6, 10),
        left_hand=(6.5, -c.shoulders * 0.9, 50),
        right_hand=(3.0, c.shoulders + 3.4, 54),
        twist=0.32,
        lean=-2.4,
        head=-0.55,
    )


def _hurt(c: Costume, _: float) -> Pose:
    return Pose(
        left_foot=(4, -4.6, 2),
        right_foot=(-4, 3.8, 2),
        left_hand=(6, -(c.shoulders + 2.5), 40),
        right_hand=(-3, c.shoulders + 3, 36),
        twist=-0.42,
        lean=-3.2,
        head=0.35,
    )


def _use(c: Costume, _: float) -> Pose:
    """One hand out to a lever, a handset, a lock."""
    return Pose(left_hand=(3, -(c.shoulders + 0.2), 28), right_hand=(12.5, 3.6, 44), twist=-0.22, lean=1.4)


def _cower(_: Costume, __: float) -> Pose:
    return Pose(
        left_foot=(2.5, -3, 2),
        right_foot=(-0.5, 3, 2),
        left_hand=(5.5, -4.2, 58),
        right_hand=(5.5, 4.2, 58),
        lean=2.5,
        drop=4.0,
    )


def _hands_up(c: Costume, _: float) -> Pose:
    return Pose(left_hand=(4.5, -(c.shoulders + 1.0), 62), right_hand=(4.5, c.shoulders + 1.0, 62))


POSES: dict[str, Callable[[Costume, float], Pose]] = {
    "idle": _idle,
    "walk": _walk,
    "run": _run,
    "sneak": _sneak,
    "pistol": _pistol,
    "shotgun": _shotgun,
    "shotgun1": _shotgun_one,
    "launcher": _launcher,
    "fists": _fists,
    "blade": _blade,
    "bladewide": _blades,
    "grab": _grab,
    "carry": _carry,
    "held": _held,
    "hurt": _hurt,
    "use": _use,
    "cower": _cower,
    "handsup": _hands_up,
    **GESTURES,
}
MOVING = ("walk", "run", "sneak")


def steps_of(name: str) -> int:
    """Return how many frames a pose has."""
    return STEPS if name in MOVING else 1


def pose(name: str, costume: Costume, step: int = 0) -> Pose:
    """Return one pose of one person."""
    return POSES[name](costume, step / STEPS)

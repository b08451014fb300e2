"""What bodies do now and then: telephone, ask, show a picture, drag and be dragged, throw, vault, whistle, point, sit, play."""

from collections.abc import Callable

from tools.paint.costume import Costume
from tools.paint.posture import Pose


def _phone(c: Costume, _: float) -> Pose:
    """A receiver at the ear, the other hand to the chest."""
    return Pose(
        left_hand=(6.0, -3.0, 44),
        right_hand=(1.6, c.head[1] + 2.4, 60),
        weapon="receiver",
        lean=0.6,
        head=0.30,
    )


def _talk(c: Costume, _: float) -> Pose:
    """One hand out, open, as one asks the way or shows it."""
    side = c.shoulders
    return Pose(left_hand=(4.6, -side * 0.8, 36), right_hand=(12.0, side * 0.92, 46), twist=-0.10, lean=1.0, head=0.18)


def _show(c: Costume, _: float) -> Pose:
    """A photograph held out at arm's length."""
    return Pose(
        left_hand=(1.4, -(c.shoulders + 0.4), 28),
        right_hand=(11.6, 2.2, 48),
        weapon="photograph",
        twist=-0.24,
        lean=0.8,
    )


def _hauled(c: Costume, _: float) -> Pose:
    """Dragged backwards: one arm twisted behind, the other clutching at the arm about the chest."""
    return Pose(
        left_foot=(5.5, -4.8, 3),
        right_foot=(2.0, 4.4, 2),
        left_hand=(4.6, 1.8, 49),
        right_hand=(-c.depth - 2.6, 1.2, 40),
        twist=0.26,
        lean=-2.2,
        head=-0.4,
    )


def _haul(c: Costume, _: float) -> Pose:
    """One arm about somebody held in front, the other hand at his shoulder."""
    return Pose(left_hand=(13.2, 4.2, 49), right_hand=(12.4, c.shoulders * 0.66, 45), twist=0.16, lean=0.8, head=-0.1)


def _throw(c: Costume, _: float) -> Pose:
    """The right arm drawn back over the shoulder, the left pointing the way."""
    return Pose(
        left_foot=(5.0, -4.4, 2),
        right_foot=(-5.0, 4.6, 2),
        left_hand=(13.0, -3.2, 46),
        right_hand=(-8.0, c.shoulders * 0.92, 62),
        weapon="missile",
        twist=0.5,
        lean=-1.6,
        head=-0.3,
    )


def _scan(c: Costume, _: float) -> Pose:
    """Standing square, the head thrust forward, the arms a little away."""
    side = c.shoulders + 2.2
    return Pose(left_hand=(-1.0, -side, 28), right_hand=(-1.0, side, 28), lean=3.6, drop=1.5)


def _vault(_: Costume, __: float) -> Pose:
    """Both hands planted ahead, the legs swung to one side."""
    return Pose(
        left_foot=(-5.5, 5.0, 15),
        right_foot=(-1.5, 11.0, 17),
        left_hand=(11.0, -4.6, 36),
        right_hand=(9.0, 4.0, 36),
        twist=0.34,
        lean=4.2,
        drop=3.0,
    )


def _whistle(c: Costume, _: float) -> Pose:
    """Two fingers at the lips, head up."""
    return Pose(left_hand=(1.6, -(c.shoulders + 0.4), 27), right_hand=(7.8, 1.6, 57), head=-0.12, lean=-0.6)


def _point(c: Costume, _: float) -> Pose:
    """An arm stretched out at something."""
    return Pose(left_hand=(2.0, -(c.shoulders + 0.4), 28), right_hand=(15.0, 3.2, 49), twist=-0.34, lean=0.8)


def _sit(c: Costume, _: float) -> Pose:
    """On a bench: the thighs ahead, the hands on them."""
    side = c.shoulders * 0.62
    return Pose(
        left_foot=(9.0, -3.2, 2),
        right_foot=(8.0, 3.4, 2),
        left_hand=(7.4, -side, 30),
        right_hand=(7.0, side, 30),
        lean=-0.6,
        drop=9.0,
    )


def _eat(c: Costume, _: float) -> Pose:
    """At a table: one hand at the plate, the other on its way to the mouth."""
    return Pose(
        left_foot=(8.0, -3.2, 2),
        right_foot=(7.4, 3.4, 2),
        left_hand=(9.6, -c.shoulders * 0.55, 40),
        right_hand=(8.0, 1.8, 52),
        lean=1.4,
        drop=9.0,
        head=0.12,
    )


def _play(c: Costume, _: float) -> Pose:
    """At a machine: one hand on the stick, one on the buttons, the shoulders in it."""
    return Pose(
        left_foot=(1.0, -4.4, 2),
        right_foot=(-1.5, 4.4, 2),
        left_hand=(11.2, -c.shoulders * 0.42, 42),
        right_hand=(10.4, c.shoulders * 0.5, 42),
        twist=0.1,
        lean=2.2,
    )


GESTURES: dict[str, Callable[[Costume, float], Pose]] = {
    "phone": _phone,
    "talk": _talk,
    "show": _show,
    "hauled": _hauled,
    "haul": _haul,
    "throw": _throw,
    "scan": _scan,
    "vault": _vault,
    "whistle": _whistle,
    "point": _point,
    "sit": _sit,
    "eat": _eat,
    "play": _play,
}

"""Shop dummies: the people's own sculpture in plastic, without a face, and not quite as a person would stand."""

from tools.paint.clay import Clay
from tools.paint.costume import Costume
from tools.paint.figure import lay_body, lay_legs
from tools.paint.posture import Pose


def _dummy(jacket: str, pants: str, trim: str, dress: str, skirt: bool = False) -> Costume:
    return Costume(
        shoulders=7.6,
        depth=4.0,
        arm=1.9,
        head=(4.3, 3.8),
        jacket=jacket,
        pants=pants,
        shoes="plastic",
        skin="plastic",
        shins="plastic",
        forearms="plastic",
        style="none",
        trim=trim,
        skirt=skirt,
        dress=frozenset(dress.split()),
    )


DUMMIES = (
    _dummy("violet", "suit", "pink", "open"),
    _dummy("mint", "mint", "white", "", skirt=True),
    _dummy("plastic", "plastic", "plastic", ""),
    _dummy("lemon", "denim", "teal", "stripes"),
)
POSES = (  # one hand raised and bent back; a wave to nobody; reaching; the head turned too far
    Pose(left_hand=(1.0, -10.5, 30), right_hand=(6.5, 13.0, 58), head=0.5, twist=-0.12),
    Pose(left_hand=(9.5, -6.0, 46), right_hand=(-5.5, 9.0, 40), head=-0.7, twist=0.2),
    Pose(left_hand=(12.5, -7.0, 47), right_hand=(12.5, 7.0, 47), head=0.0),
    Pose(left_hand=(-2.0, -11.5, 44), right_hand=(-2.0, 11.5, 44), head=2.2),
)
HANDLESS = 3  # this one has lost a hand


def mannequin(c: Clay, _: float, __: float, variant: int) -> None:
    """A dummy on its round foot; seams at neck and wrists, no hair, no face."""
    c.disc((0, 0, 1.5), 7.6, "sheet", bevel=0.9)
    c.limb((-3.4, 0, 2), (-2.0, 0, 26), 0.9, 0.9, "bumper")
    costume, pose = DUMMIES[variant], POSES[variant]
    lay_legs(c, costume, pose)
    lay_body(c, costume, pose)
    for hand, side in ((pose.left_hand, -1), (pose.right_hand, 1)):
        x, y, z = hand
        if variant == HANDLESS and side == 1:
            c.limb((x - 1.0, y - 0.6, z + 1.6), (x + 3.2, y + 1.6, z + 1.6), 0.75, 0.75, "bumper")
        else:
            c.ball((x * 0.86, y * 0.94, z + 1.6), 1.0, "line")
    c.lift = 0.0
    c.disc((0.6 + pose.lean, 0, 67.2), 1.1, "grey", bevel=0.3)


def roles(variant: int) -> dict[str, str]:
    """Return the material of each of a dummy's roles."""
    return DUMMIES[variant].roles()

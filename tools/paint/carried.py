"""What people carry about them: shopping bags in hanging hands, a satchel at the hip, a torch in the belt, a stick."""

from tools.paint.clay import Clay
from tools.paint.costume import Costume
from tools.paint.posture import Place, Pose

HANGING = 37.0  # a hand lower than this holds its bag; a raised one has dropped it


def carried(clay: Clay, c: Costume, pose: Pose) -> None:
    """Lay what somebody carries, where his hands are free for it."""
    for word, hand, side in (("bag_left", pose.left_hand, -1), ("bag_right", pose.right_hand, 1)):
        if word in c.dress and hand[2] < HANGING:
            _bag(clay, hand, side)
    if "satchel" in c.dress:
        clay.box((-1.4, c.shoulders * 0.86, 32), (4.2, 2.3, 5), "bag", yaw=0.12, round_=1.2, bevel=1.2)
        clay.box((-1.4, c.shoulders * 0.86 + 0.7, 33), (3.8, 1.2, 5), "bag", yaw=0.12, round_=0.6, bevel=0.6)
    if "torch" in c.dress:
        x, y = -2.6, -(c.shoulders * 0.82)
        clay.limb((x - 3.2, y, 33), (x + 1.2, y, 34), 1.15, 1.35, "tank")
        clay.ball((x + 1.6, y, 34), 1.3, "steel")
    if "cane" in c.dress and pose.right_hand[2] < HANGING:
        x, y, z = pose.right_hand
        clay.limb((x + 1.6, y + 0.8, z + 1), (x + 8.0, y + 1.8, 6), 0.9, 0.8, "wood")
        clay.limb((x - 1.6, y + 0.4, z + 1.6), (x + 1.8, y + 0.8, z + 1.6), 1.1, 1.1, "wood")


def _bag(clay: Clay, hand: Place, side: int) -> None:
    """A paper bag, a slip of white tissue at its mouth."""
    x, y, z = hand
    middle = y + side * 1.9
    clay.box((x - 0.4, middle, z - 11), (5.4, 2.6, 8), "bag", round_=0.3, bevel=0.5)
    clay.box((x - 0.4, middle, z - 10.8), (3.6, 0.55, 8), "tank", round_=0.2, bevel=0.1)
    clay.box((x + 2.4, middle + side * 0.4, z - 10.2), (1.4, 1.3, 8), "paper", yaw=0.3, round_=0.2, bevel=0.3)

"""The chapter cards' hands: one hand and the one thing that it holds, sculpted and printed like a portrait, only larger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tools.paint.bust import Bust, Face
from tools.paint.colour import Picture
from tools.paint.output import Folder
from tools.paint.portraits import render
from tools.paint.sitters import Lighting

SIDE = 256  # pixels of a picture; all measures below are of 96
Place = tuple[float, float, float]
ACROSS = (-7.4, -2.5, 2.4, 7.0)  # where the knuckles lie, index finger first
LONG = ((10.5, 7.0, 5.2), (11.5, 7.8, 5.6), (10.8, 7.3, 5.4), (8.6, 5.6, 4.8))  # bones of each finger
THICK = (2.7, 2.4, 2.1, 1.7)  # radii at the joints
Bend = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class Hand:
    """One hand.

    at      its knuckles' middle and height; yaw: where its fingers point, degrees clockwise from up; size 1 a man's
    bends   degrees by which each joint bends toward the viewer (below 0 away), for each finger or one for all
    thumb   joints of the thumb in the hand's own axes (across, along, height)
    left    mirrored; sleeve, arm: what the forearm wears, and how far from the knuckles it begins
    """

    at: Place = (0.0, 0.0, 20.0)
    yaw: float = 0.0
    size: float = 1.0
    bends: Sequence[Bend] = ((0.0, 0.0, 0.0),)
    thumb: Sequence[Place] = ((-7.0, -11.0, 1.0), (-12.0, -5.0, 2.0), (-13.0, 1.5, 2.5))
    left: bool = False
    sleeve: str = "cloth"
    arm: float = 30.0

    def place(self, across: float, along: float, height: float) -> Place:
        """Return a point of the hand's own axes on the picture."""
        turn, s = np.radians(self.yaw), self.size
        v, u = (-across if self.left else across) * s, along * s
        cos, sin = float(np.cos(turn)), float(np.sin(turn))
        return self.at[0] + v * cos + u * sin, self.at[1] + v * sin - u * cos, self.at[2] + height * s


def lay(b: Bust, hand: Hand) -> None:
    """Sculpt a hand: forearm, palm, thumb, fingers."""
    c, s, put = b.clay, hand.size, hand.place
    c.limb(put(0.5, -16, -1), put(1, -80, -1), 6.2 * s, 8.5 * s, "skin", soft=2.0)
    c.limb(put(1, -hand.arm, 0), put(1, -90, 2), 8.8 * s, 11.0 * s, hand.sleeve)
    c.limb(put(1, -hand.arm - 1, 0.5), put(1, -hand.arm - 3.5, 0.5), 9.6 * s, 9.8 * s, hand.sleeve)
    for across in ACROSS:
        c.limb(put(across * 0.72, -15, 0), put(across, 0, 0), 4.2 * s, 3.4 * s, "skin", soft=2.6)
    c.egg(put(0, -9, 0.5), (8.6 * s, 8.6 * s, 4.2 * s), "skin", soft=2.5)
    joints = [put(*p) for p in hand.thumb]
    for i, (a, z) in enumerate(pairwise(joints)):
        c.limb(a, z, (3.6 - 0.7 * i) * s, (2.9 - 0.6 * i) * s, "skin", soft=1.4)
    for i, (across, bones) in enumerate(zip(ACROSS, LONG, strict=True)):
        _finger(b, hand, across, bones, hand.bends[i % len(hand.bends)])


def _finger(b: Bust, hand: Hand, across: float, bones: Bend, bends: Bend) -> None:
    along = height = angle = 0.0
    b.clay.ball(hand.place(across, 0, 0.6), 3.1 * hand.size, "skin", soft=1.0)
    for i, (bone, bend) in enumerate(zip(bones, bends, strict=True)):
        angle += np.radians(bend)
        further, higher = along + bone * float(np.cos(angle)), height + bone * float(np.sin(angle))
        splay = 1 + 0.012 * further
        b.clay.limb(
            hand.place(across * (1 + 0.012 * along), along, height),
            hand.place(across * splay, further, higher),
            THICK[i] * hand.size,
            THICK[i + 1] * hand.size,
            "skin",
            soft=0.7,
        )
        along, height = further, higher


HOOKED = ((38.0, -108.0, -72.0), (34.0, -112.0, -70.0), (36.0, -108.0, -74.0), (44.0, -104.0, -70.0))


def fence(b: Bust) -> None:
    """Fingers through the wire."""
    c = b.clay
    lay(
        b,
        Hand(at=(1, 6, 14), yaw=-4, size=1.45, bends=HOOKED, thumb=((-7, -11, 0), (-11, -4, -1), (-10, 4, -2)), arm=36),
    )
    for i in range(-9, 10):
        for way in (1, -1):
            c.limb((i * 13 - 70, -70 * way, 22.0), (i * 13 + 70, 70 * way, 22.0), 0.75, 0.75, "metal")


def receiver(b: Bust) -> None:
    """A telephone held tight."""
    c = b.clay
    c.limb((-24, -30, 14), (20, 34, 14), 5.2, 5.2, "strap")
    for x, y in ((-27, -34), (23, 38)):
        c.egg((x, y, 16), (12.5, 11.0, 8.0), "strap")
        c.disc((x, y, 22.0), 7.5, "dark", bevel=1.0)
    for k in range(26):
        c.ball((30 + 5 * np.sin(k * 1.3), 46 + k * 0.9, 10.0 + 2 * np.cos(k * 1.3)), 1.9, "strap")
    lay(
        b,
        Hand(
            at=(6, -4, 25),
            yaw=-56,
            size=1.3,
            bends=((-16, -88, -62),),
            thumb=((-7, -11, 0), (-11, -3, -3), (-9, 5, -6)),
            arm=28,
        ),
    )


def throttle(b: Bust) -> None:
    """A fist on a grip, turned open."""
    c = b.clay
    c.limb((-70, -4, 16), (-34, -4, 16), 3.0, 3.0, "metal")
    c.limb((-32, -4, 16), (40, -4, 16), 6.0, 6.0, "strap")
    for x in range(-28, 40, 5):
        c.limb((x, -9.6, 17.5), (x, 1.6, 17.5), 0.9, 0.9, "cloth2")
    c.limb((42, -4, 16), (46, -4, 16), 8.2, 8.2, "metal")
    c.limb((-36, -12, 17), (-30, -26, 18), 2.0, 1.6, "metal")
    c.limb((-30, -26, 18), (24, -31, 19), 1.6, 1.4, "metal")
    c.egg((-44, -5, 18), (9, 10, 9), "cloth")
    lay(
        b,
        Hand(
            at=(4, -1, 27),
            yaw=6,
            size=1.5,
            bends=((-24, -92, -60),),
            thumb=((-7, -11, 0), (-12, -4, -4), (-10, 3, -9)),
            arm=24,
            sleeve="strap",
        ),
    )


def open_hand(b: Bust) -> None:
    """A palm held out; where the skin is torn, what is under it."""
    splayed = ((8.0, 10.0, 12.0), (4.0, 8.0, 10.0), (6.0, 9.0, 10.0), (10.0, 12.0, 14.0))
    hand = Hand(
        at=(-2, -4, 22),
        yaw=14,
        size=1.62,
        bends=splayed,
        thumb=((-6, -12, 2), (-14, -5, 6), (-19, 2, 9)),
        arm=25,
        left=True,
    )
    lay(b, hand)
    c = b.clay
    x, y, _ = hand.place(3, -8, 0)
    torn = (
        np.hypot((c.x - x) / 7.5, (c.y - y) / 10.0) + 0.16 * np.sin(c.x * 1.1) + 0.14 * np.cos(c.y * 1.4 + c.x * 0.4)
        < 1
    )
    c.height = np.where(torn & c.has("skin"), c.height - 2.2, c.height).astype(np.float32)
    c.paint(torn, "dark", "skin")
    for across in (-0.5, 2.6, 5.8):
        c.limb(hand.place(across, -15, 3.0), hand.place(across, -1, 3.4), 1.5, 1.3, "metal")
    for across, along in ((-0.5, -8), (2.6, -6), (5.8, -9)):
        c.ball(hand.place(across, along, 3.6), 2.2, "metal")


def wheel(b: Bust) -> None:
    """One hand on a steering wheel, at night."""
    c = b.clay
    at = [(-4 + 58 * np.cos(a), 62 + 58 * np.sin(a), 14.0) for a in np.radians(np.arange(150, 392, 6))]
    for a, z in pairwise(at):
        c.limb(a, z, 4.4, 4.4, "cloth2")
    for spoke in (205.0, 335.0):
        x, y = -4 + 56 * np.cos(np.radians(spoke)), 62 + 56 * np.sin(np.radians(spoke))
        c.limb((float(x), float(y), 10.0), (-4.0, 66.0, 8.0), 3.4, 6.0, "strap")
    lay(
        b,
        Hand(
            at=(10, -1, 24),
            yaw=16,
            size=1.3,
            bends=((-20, -92, -64),),
            thumb=((-7, -11, 0), (-12, -5, -3), (-13, 2, -5)),
            arm=30,
        ),
    )


def table(b: Bust) -> None:
    """A pistol laid down, and the hand that has let go of it."""
    c = b.clay
    for y in range(-48, 50, 16):
        c.box((0, y + 8, 2), (60, 7.7, 2), "cloth2", bevel=0.8)
    c.box((-2, -20, 10), (29, 5.2, 4), "metal", bevel=1.4)
    c.box((-2, -16.5, 8), (27, 4.0, 4), "strap", bevel=1.0)
    c.slab([(12, -14), (25, -14), (32, 14), (19, 16)], 12.0, "strap", bevel=1.6)
    c.limb((6, -11, 10), (4, -3, 10), 1.3, 1.3, "strap")
    c.limb((4, -3, 10), (14, -2, 10), 1.3, 1.3, "strap")
    c.limb((-30, -21, 13), (-27, -21, 14), 1.6, 1.6, "dark")
    relaxed = ((-8.0, -14.0, -10.0), (-6.0, -16.0, -12.0), (-8.0, -18.0, -12.0), (-12.0, -20.0, -14.0))
    lay(
        b,
        Hand(
            at=(-13, 20, 16),
            yaw=28,
            size=1.2,
            bends=relaxed,
            thumb=((-7, -11, 0), (-13, -7, -1), (-17, -1, -2)),
            arm=27,
            left=True,
        ),
    )


def detonator(b: Bust) -> None:
    """A fist round a stick, the thumb on its button."""
    c = b.clay
    c.limb((0, -34, 20), (0, 44, 20), 7.0, 6.4, "cloth2")
    for y in (-30, -26, 40):
        c.limb((-6.5, y, 22), (6.5, y, 22), 1.2, 1.2, "metal")
    c.limb((0, -35, 21), (0, -39, 21), 4.2, 3.8, "red")
    for k in range(40):
        c.ball((2 + 6 * np.sin(k * 0.16), 46 + k * 0.5, 14.0), 1.6, "strap")
    lay(
        b,
        Hand(
            at=(9, 2, 28),
            yaw=-74,
            size=1.38,
            bends=((-18, -92, -70),),
            thumb=((-3, -9, 1), (-4, -10, 2)),
            arm=26,
            left=True,
        ),
    )
    c.limb((19, -4, 30), (6.5, -27, 31), 5.2, 4.2, "skin", soft=1.6)
    c.limb((6.5, -27, 31), (0.5, -38, 27), 4.2, 3.2, "skin", soft=1.0)


def hoist(b: Bust) -> None:
    """The control of a hoist on its cable, a thumb on the lower button."""
    c = b.clay
    c.limb((0, -70, 16), (0, -34, 16), 2.2, 2.2, "strap")
    for k in range(9):
        x = -34 + (k % 2) * 0.1
        c.egg((x, -52 + k * 13, 12), (3.0 if k % 2 else 5.2, 8.2, 3.0), "metal")
    c.limb((0, -34, 18), (0, -26, 18), 4.0, 7.0, "strap")
    c.box((0, 6, 16), (12, 33, 7), "badge", bevel=2.4, round_=3.0)
    for y, role in ((-14, "cloth"), (6, "red")):
        c.disc((0, y, 25.5), 6.4, "dark", bevel=1.0)
        c.disc((0, y, 27.5), 4.8, role, bevel=1.4)
    lay(
        b,
        Hand(
            at=(14, 15, 27),
            yaw=-82,
            size=1.36,
            bends=((-30, -95, -60),),
            thumb=((-3, -9, 1), (-4, -10, 2)),
            arm=25,
            left=True,
            sleeve="strap",
        ),
    )
    c.limb((23, 8, 30), (10, 0, 34), 5.2, 4.2, "skin", soft=1.4)
    c.limb((10, 0, 34), (1.5, 5, 31), 4.2, 3.1, "skin", soft=0.8)


WOMAN, MAN = (("skin", 0.92), ("cloth", 0.2)), (("skin", 0.78), ("cloth", 0.16))
HANDS: dict[str, tuple[Callable[[Bust], None], Lighting, tuple[tuple[str, float], ...]]] = {
    "fence": (fence, Lighting(tones="bone", rim="ffb060"), WOMAN),
    "receiver": (receiver, Lighting(tones="teal", rim="30d8f0"), MAN),
    "throttle": (throttle, Lighting(tones="steel", rim="ff8f1a"), MAN),
    "open": (open_hand, Lighting(tones="cold", rim="ff4a18", key=(-0.5, -0.5, 0.7)), MAN),
    "wheel": (wheel, Lighting(tones="navy", rim="ffb84a"), WOMAN),
    "dream": (fence, Lighting(tones="sun", rim="fff2c8", rim_strength=2.2, key=(0.4, -0.7, 0.55)), WOMAN),
    "table": (table, Lighting(tones="sun", rim="ffd080"), WOMAN),
    "detonator": (detonator, Lighting(tones="cyan", rim="ff3a20"), MAN),
    "hoist": (hoist, Lighting(tones="steel", rim="ff7a1a", rim_strength=1.4), WOMAN),
}


def picture(name: str) -> Picture:
    """Return one card's picture: [256, 256, 3]."""
    sculpt, lighting, pale = HANDS[name]
    b = Bust(Face(pale=pale), SIDE)
    sculpt(b)
    return render(b, lighting)


def paint_hands(folder: Folder) -> None:
    """Paint assets/hands."""
    for name in HANDS:
        folder.picture(f"hands/{name}.png", picture(name))

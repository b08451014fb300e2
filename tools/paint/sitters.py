"""Who sits for the portraits: one row a face, one a mood, and the light that each is shown in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tools.paint.bust import Bust, Face
from tools.paint.horn import loudspeaker


@dataclass(frozen=True, kw_only=True)
class Lighting:
    """How a portrait is lit and printed: duotone, key lamp, rim colour and strength, dither, scanlines, backdrop."""

    tones: str = "steel"
    rim: str = "ff5a1a"
    key: tuple[float, float, float] = (-0.72, -0.50, 0.55)
    rim_strength: float = 1.0
    dither: float = 0.8
    scanline: float = 0.16
    backdrop: bool = True


MACHINE = Face(
    wide=20.2,
    tall=24,
    jaw=17.0,
    jaw_y=15.5,
    chin=7.0,
    brow=3.2,
    socket=5.6,
    hollow=3.0,
    shoulders=46,
    neck=15,
    hair="flat",
    pale=(("hair", 0.26), ("cloth", 0.13)),
    wear="leather",
    shades=True,
    mouth_wide=7.4,
    smile=-0.5,
    eyebrow=1.3,
)
BOY = Face(
    wide=18.4,
    tall=21.5,
    jaw=13.4,
    jaw_y=11.5,
    chin=4.8,
    chin_y=-3.4,
    brow=1.0,
    socket=2.6,
    hollow=0.0,
    shoulders=32,
    neck=8.8,
    tendons=False,
    raise_=6,
    hair="mop",
    pale=(("hair", 0.50), ("skin", 0.86), ("strap", 0.72)),
    hair_gleam=0.3,
    wear="jacket",
    eye_wide=5.4,
    eye_tall=3.3,
    lid=0.06,
    nose=6.0,
    mouth_wide=4.8,
    mouth_y=12.4,
    eyebrow=0.8,
    smile=0.4,
)
OFFICER = Face(
    wide=18.4,
    tall=24,
    jaw=13.4,
    jaw_y=14,
    chin=5.0,
    brow=2.4,
    socket=5.2,
    hollow=3.6,
    shoulders=38,
    neck=11.5,
    hair="side",
    pale=(("hair", 0.42),),
    wear="uniform",
    lid=0.45,
    mouth_wide=6.2,
    smile=-0.2,
    eyebrow=1.0,
    eye_slant=0.10,
)
CONSTABLE = Face(  # a real officer: rounder, moustached, capped
    wide=20.0,
    tall=23,
    jaw=16.4,
    jaw_y=14,
    chin=6.4,
    brow=2.6,
    socket=4.2,
    hollow=0.6,
    shoulders=44,
    neck=14,
    hair="crown",
    moustache=1.0,
    pale=(("hair", 0.16), ("skin", 0.70), ("cloth", 0.24), ("cloth2", 0.12), ("brow", 0.10)),
    wear="uniform",
    lid=0.3,
    mouth_wide=7.0,
    smile=-0.4,
    eyebrow=1.6,
)
GUARD = Face(  # heavy, tired, kind
    wide=20.6,
    tall=22.5,
    jaw=17.6,
    jaw_y=14,
    chin=7.4,
    brow=2.0,
    socket=3.6,
    hollow=-0.8,
    shoulders=46,
    neck=16,
    tendons=False,
    hair="cap",
    pale=(("hair", 0.10), ("skin", 0.58), ("lip", 0.46), ("cloth", 0.5), ("cloth2", 0.8), ("brow", 0.05)),
    wear="uniform",
    lid=0.42,
    eye_tall=2.4,
    mouth_wide=8.0,
    smile=0.2,
    eyebrow=1.3,
    eyebrow_lift=0.6,
)
CLERK = Face(  # young, straight fringe
    wide=17.6,
    tall=22,
    jaw=12.6,
    jaw_y=12.5,
    chin=4.4,
    chin_y=-2.2,
    brow=0.8,
    socket=2.6,
    hollow=0.4,
    shoulders=33,
    neck=8.6,
    tendons=False,
    raise_=3,
    hair="bob",
    pale=(("hair", 0.30), ("skin", 0.86), ("cloth", 0.7), ("cloth2", 0.34), ("lip", 0.5)),
    wear="vest",
    eye_wide=5.0,
    eye_tall=2.9,
    lid=0.16,
    nose=6.6,
    mouth_wide=5.6,
    mouth_y=13.4,
    eyebrow=0.8,
    eyebrow_lift=0.8,
    smile=0.8,
)
SHOPPER = replace(
    CLERK,
    wide=18.4,
    jaw=13.6,
    hair="curls",
    wear="jacket",
    pale=(
        ("hair", 0.14),
        ("skin", 0.52),
        ("lip", 0.40),
        ("cloth", 0.5),
        ("cloth2", 0.8),
        ("strap", 0.4),
        ("brow", 0.06),
    ),
    smile=0.2,
    mouth_wide=6.4,
)
SARAH = Face(  # lean and wakeful: shadows under the eyes, hair drawn back, a dark vest
    wide=17.4,
    tall=22.4,
    jaw=12.2,
    jaw_y=12.8,
    chin=4.2,
    chin_y=-1.4,
    brow=1.3,
    socket=4.4,
    hollow=2.8,
    shoulders=33,
    neck=8.8,
    raise_=2,
    hair="tied",
    pale=(
        ("hair", 0.26),
        ("skin", 0.80),
        ("lip", 0.56),
        ("cloth", 0.80),
        ("cloth2", 0.10),
        ("strap", 0.12),
        ("brow", 0.12),
    ),
    wear="singlet",
    eye_wide=4.7,
    eye_tall=2.4,
    lid=0.34,
    eye_slant=0.05,
    nose=7.2,
    mouth_wide=5.8,
    mouth_y=14.0,
    eyebrow=1.0,
    eyebrow_slant=0.08,
    smile=-0.5,
)
COOK = replace(
    CONSTABLE,
    hair="toque",
    moustache=0.0,
    wear="apron",
    pale=(("skin", 0.74), ("cloth", 0.8), ("shirt", 0.9), ("strap", 0.95), ("brow", 0.12)),
    smile=0.6,
    lid=0.34,
)
WORKER = replace(  # broad, sooty, in a helmet
    GUARD,
    hair="hard_hat",
    wear="apron",
    moustache=0.8,
    pale=(
        ("skin", 0.56),
        ("cloth", 0.34),
        ("cloth2", 0.95),
        ("shirt", 0.34),
        ("strap", 0.2),
        ("brow", 0.07),
        ("lip", 0.4),
    ),
)
BARE = replace(MACHINE, shades=False, damage=1, lid=0.4)

_steel = Lighting(tones="steel", rim="ff4a1a")
_sun = Lighting(tones="sun", rim="ff9a30", key=(-0.52, -0.42, 0.74))
_cyan = Lighting(tones="cyan", rim="d8ffff")
_WIDE_EYED = replace(BOY, eye_tall=4.3, eye_wide=5.6, lid=0.0, eyebrow_lift=2.6, eyebrow_slant=-0.42)
_FRIGHT: dict[str, Any] = {
    "eye_tall": 3.8,
    "lid": 0.0,
    "open_": 1.5,
    "smile": -1.2,
    "eyebrow_lift": 2.2,
    "eyebrow_slant": -0.4,
}
_navy = Lighting(tones="navy", rim="ff5a4a")
_olive = Lighting(tones="olive", rim="60d0ff")
_teal = Lighting(tones="teal", rim="ff5ab0")
_rose = Lighting(tones="rose", rim="60b0ff")
_dusk = Lighting(tones="rose", rim="60b0ff", key=(-0.80, -0.46, 0.40))
_ember = Lighting(tones="sun", rim="ff5a1a", key=(-0.60, -0.30, 0.62))
_bone = Lighting(tones="bone", rim="60ffb0")
PORTRAITS: dict[str, tuple[Face | Callable[[], Bust], Lighting]] = {
    "t800_neutral": (MACHINE, _steel),
    "t800_angry": (replace(MACHINE, smile=-1.7, open_=0.25, eyebrow_slant=0.2, brow=3.6, hollow=3.8), _steel),
    "t800_damaged": (BARE, replace(_steel, rim="ff3020")),
    "t800_onearm": (replace(BARE, damage=2, smile=-1.0, open_=0.2), replace(_steel, rim="ff3020")),
    "t800_broken": (
        replace(BARE, damage=3, lid=0.95, smile=-1.4),
        replace(_steel, tones="cold", rim="6a7a8a", rim_strength=0.7),
    ),
    "sarah_neutral": (SARAH, _dusk),
    "sarah_angry": (
        replace(SARAH, eyebrow_slant=0.44, eyebrow_lift=-0.8, lid=0.40, smile=-1.8, open_=0.5, brow=2.0),
        _dusk,
    ),
    "sarah_worried": (
        replace(SARAH, eye_tall=3.1, lid=0.10, eyebrow_lift=1.6, eyebrow_slant=-0.40, smile=-1.2, gaze=0.8),
        _dusk,
    ),
    "sarah_soft": (
        replace(SARAH, lid=0.42, eyebrow_lift=0.8, eyebrow_slant=-0.14, smile=1.0),
        replace(_dusk, rim="ffb070"),
    ),
    "worker_neutral": (WORKER, _ember),
    "worker_afraid": (replace(WORKER, **_FRIGHT), _ember),
    "john_neutral": (BOY, _sun),
    "john_happy": (
        replace(BOY, smile=3.4, mouth_wide=6.4, open_=0.55, lid=0.34, eyebrow_lift=1.4, eyebrow_slant=-0.10),
        _sun,
    ),
    "john_afraid": (replace(_WIDE_EYED, smile=-1.6, open_=1.5, mouth_wide=4.4, gaze=0.9), replace(_sun, rim="60b0ff")),
    "john_angry": (
        replace(BOY, smile=-2.4, lid=0.42, eyebrow_slant=0.52, eyebrow=1.3, eyebrow_lift=-0.8, brow=2.0),
        _sun,
    ),
    "officer_neutral": (OFFICER, _cyan),
    "officer_cold": (
        replace(OFFICER, lid=0.62, eyebrow_slant=0.12, smile=-0.7, socket=6.2, hollow=4.4),
        replace(_cyan, tones="cold", key=(-0.90, -0.34, 0.30)),
    ),
    "john_worried": (
        replace(_WIDE_EYED, eye_tall=3.6, eyebrow_lift=1.6, eyebrow_slant=-0.46, smile=-1.1, mouth_wide=4.0, gaze=-1.0),
        replace(_sun, rim="8ab0e0"),
    ),
    "constable_neutral": (CONSTABLE, _navy),
    "constable_angry": (replace(CONSTABLE, open_=1.1, eyebrow_slant=0.4, eyebrow_lift=-0.6, smile=-1.6), _navy),
    "guard_neutral": (GUARD, _olive),
    "guard_angry": (replace(GUARD, open_=1.2, eyebrow_slant=0.4, eyebrow_lift=-0.4, smile=-1.4), _olive),
    "guard_afraid": (replace(GUARD, **_FRIGHT), _olive),
    "clerk_neutral": (CLERK, _teal),
    "clerk_afraid": (replace(CLERK, **_FRIGHT), _teal),
    "shopper_neutral": (SHOPPER, _rose),
    "shopper_afraid": (replace(SHOPPER, **_FRIGHT), _rose),
    "cook_neutral": (COOK, _bone),
    "pa_neutral": (loudspeaker, replace(_steel, rim="ff3a28")),
    "chrome_neutral": (replace(OFFICER, chrome=True, eyebrow=0.0), replace(_cyan, tones="cold")),
}

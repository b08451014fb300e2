"""Who sits for the portraits: one row a face, one a mood, and the light that each is shown in."""

from dataclasses import dataclass, replace

from tools.paint.bust import Face


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
BARE = replace(MACHINE, shades=False, damage=True, lid=0.4)

_steel = Lighting(tones="steel", rim="ff4a1a")
_sun = Lighting(tones="sun", rim="ff9a30", key=(-0.52, -0.42, 0.74))
_cyan = Lighting(tones="cyan", rim="d8ffff")
_WIDE_EYED = replace(BOY, eye_tall=4.3, eye_wide=5.6, lid=0.0, eyebrow_lift=2.6, eyebrow_slant=-0.42)
PORTRAITS: dict[str, tuple[Face, Lighting]] = {
    "t800_neutral": (MACHINE, _steel),
    "t800_angry": (replace(MACHINE, smile=-1.7, open_=0.25, eyebrow_slant=0.2, brow=3.6, hollow=3.8), _steel),
    "t800_damaged": (BARE, replace(_steel, rim="ff3020")),
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
    "chrome_neutral": (replace(OFFICER, chrome=True, eyebrow=0.0), replace(_cyan, tones="cold")),
}

"""The palette: one ramp a material, dark to light, and how each material answers the light."""

from dataclasses import dataclass, replace
from functools import cached_property

from tools.paint.colour import Field, ramp


@dataclass(frozen=True, kw_only=True)
class Material:
    """A stuff to sculpt in.

    tones   its ramp, dark to light, as words
    kind    lit by the lamp, chrome (mirrors a sky), or glow (shines by itself)
    spec    strength of its highlight; gloss: how small that is
    gain, bias  contrast and brightness of its shade
    weight  how stubbornly it wins a pixel that it shares
    grain   how far its tones are roughened, on things but never on people
    """

    tones: str
    kind: str = "lit"
    spec: float = 0.0
    gloss: float = 12.0
    gain: float = 1.0
    bias: float = 0.0
    weight: float = 1.0
    grain: float = 0.12

    @cached_property
    def ramp(self) -> Field:
        """The tones as [n, 3]."""
        return ramp(self.tones)


def _lit(tones: str, **rest: float) -> Material:
    return Material(tones=tones, **rest)  # type: ignore[arg-type]


def _glow(tones: str, bias: float = 0.2) -> Material:
    return Material(tones=tones, kind="glow", bias=bias)


def _skin(tones: str) -> Material:
    return Material(tones=tones, bias=0.06, weight=1.25)


MATERIALS: dict[str, Material] = {
    # cloth, hair and skin
    "leather": _lit("06070b 0d1018 181d29 272f40 435269 b4c6d4", spec=0.75, gloss=46, gain=1.1, bias=-0.02),
    "navy": _lit("080b1a 0f1630 182346 263762 42598c 7d9bc6", bias=0.02),
    "navypant": _lit("090c1a 10172d 192342 26345c 3b4d7c"),
    "skin": _skin("341a20 64382f 955d47 bf8763 dcae85 f3d5b0"),
    "skin2": _skin("2e1614 57301f 855034 b0764d d19d70 eac79b"),
    "skin3": _skin("1c0f10 3a2018 5c3522 80502f a57145 c99b6b"),
    "hair_dk": _lit("0d090b 1b1214 2d1c1a 452c24 634334", spec=0.22, gloss=10),
    "hair_br": _lit("1a0f0d 331d15 52301d 754a2a 9c6d40"),
    "hair_sandy": _lit("271a12 47301d 6d4f2e 967345 c29f66 e0c48a", spec=0.12),
    "hair_blond": _lit("33200f 5e3e1b 8d632a ba8b42 dcb56a f2d89a", spec=0.12, bias=0.05),
    "hair_grey": _lit("23242b 41444f 666b78 9197a2 c0c6cc"),
    "hair_blk": _lit("07070b 10101a 1c1e2b 2d3145 47506a", spec=0.3, gloss=12),
    "hair_red": _lit("2a0d0a 521a10 833018 b3522a d9844c"),
    "denim": _lit("0e1524 1a2840 2a4060 406084 6486a8 98b4ca"),
    "olive": _lit("10160f 1e2918 324226 4c6038 6e8450 9dac74"),
    "amber": _lit("45130a 8a2f08 d05a0e f78b1f ffbf4d ffe6a0"),
    "tank": _lit("08090e 10131c 1b2130 2b3448 44526a", spec=0.08),
    "white": _lit("39445a 64758d 94a7b8 c3d2da e8f1f2 ffffff", grain=0.04),
    "gown": _lit("33424f 567080 82a0a8 b0cbc9 d6e8e0 f4fbf2"),
    "teal": _lit("0a2226 123a3e 1d5a5c 2f8480 5ab3a6 9edccb", grain=0.06),
    "swat": _lit("080b0c 10161a 1b252b 2a383f 41545c 6a828a", spec=0.1),
    "khaki": _lit("241c12 43351f 685433 91784c bb9f6c ddc798"),
    "suit": _lit("0d0f16 191d28 292f3e 3e4658 5b657a 848fa4"),
    "pink": _lit("3a1026 6b1c42 a8345f d8617f f09aa4 fbcfc6"),
    "mint": _lit("0f3230 1c5750 338576 62b69b 9fdbbd d6f4dc"),
    "violet": _lit("1c1238 32215c 523a8a 7a5fb4 a98fd6 d8c6f0"),
    "yellow": _lit("4a2f08 805a0e b98a1a e4b734 f8dd6c fff4b4"),
    "lemon": _lit("34360f 646620 98983a c8c664 e6e492 f8f8cc"),
    "sky": _lit("0e2848 1a4a78 2f78ab 5ba8d0 97d0e8 d2effa"),
    "cherry": _lit("2c0610 580c1e 961c2c cc3a3c ee7060 ffb09a"),
    "oxblood": _lit("1e080e 3c1019 632028 8a3436 ab5650 c88876"),
    "cotton": _lit("343e52 566479 8090a2 aab9c3 ced8da e9eeec"),
    "red": _lit("240408 520a12 8c141c c62a2a ec5a44 ff9a78"),
    # stuff of things
    "steel": _lit("0b0e16 151b28 232d3f 36465c 566b82 8299ab b7c9d2 e6f0f2", grain=0.09),
    "chrome": Material(tones="0a1224 1f3654 3f6c94 7db0d2 c4e8f6 ffffff", kind="chrome", grain=0.0),
    "gun": _lit("07090d 12161e 222a36 3c4858 6c7e92 b4c6d4", spec=0.35, gloss=14, grain=0.1),
    "rust": _lit("1c0d0a 38190f 5c2c16 86441f b3672f d59355", grain=0.26),
    "brown": _lit("150e0d 2a1a16 43291f 604030 7e5a44 a58064", grain=0.26),
    "wood": _lit("1a0d09 371c11 5c321b 875128 b57c42", grain=0.2),
    "glass": _lit("070d18 0d1a2c 152a44 20405f 4a7c9c d6f4ff", spec=0.5, gloss=20, grain=0.0),
    "gold": _lit("3a2408 6e4a10 a87c1e dcb03c f8de7c fffbd0", spec=0.3),
    "tire": _lit("05060a 0c0e14 161a22 232935 343d4b", spec=0.05, grain=0.06),
    "concrete": _lit("1b2029 2a313d 3d4654 565f6d 747d88 98a0a6 bfc4c4", grain=0.14),
    "grey": _lit("14161d 252933 3b414e 59616f 808a96 adb6be"),
    "sheet": _lit("3f4f5e 647a88 8fa6b0 b8cbd0 d8e6e6 eef6f4", grain=0.05),
    "bumper": _lit("14171e 2a303a 48525f 7a8896 c0ccd4", spec=0.3),
    "line": _lit("0b0e16 0f131d", grain=0.0),
    "paper": _lit("8a94a0 b8c2ca dfe6ea f6fafa", grain=0.0),
    "card": _lit("2a1d12 4c3722 755736 9a774c bd9a6a dcc096", grain=0.1),
    "crt": _lit("3a362e 5e584c 8a8270 b0a890 d0c8b0 e8e4d4"),
    "soil": _lit("140d0a 241812 36241a 4a3424", grain=0.4),
    "green": _lit("0a1a18 12302a 1c4a3e 2c6a58 4c9078 84c0a4", grain=0.1),
    "tarp": _lit("0e1a1b 182b2c 26413f 395b56 587a72 86a398", grain=0.08),
    "leaf": _lit("0a1812 12291a 1d4224 2e6230 4c8a40 80b45a", grain=0.1),
    "water": _lit("0e2a4a 164064 1e5a82 2f80a8 58acc8 a8e0ec", spec=0.35, gloss=22, gain=1.5, bias=-0.26, grain=0.0),
    "pool_deep": _lit("0a1e36 10304e 184a6c 22648a 3c88a8", grain=0.0),
    "foam": _lit("5a8aa4 8cbcd0 b8dce6 dff2f6 ffffff", bias=0.1, grain=0.0),
    "bronze": _lit("17100d 342417 5e4226 8e6838 c4975a ecd29a", spec=0.55, gloss=16, grain=0.06),
    "plastic": _lit("3c2e2c 6e5a54 9c867c c4b0a2 e2d4c6 f6efe6", spec=0.35, gloss=16, grain=0.0),
    # lamps and screens
    "screen_cyan": _glow("0a3a4a 1a8fae 4fd8e8 c8fbff"),
    "screen_green": _glow("06301a 12804a 40e080 c8ffd8"),
    "lamp": _glow("b8c8d8 e0ecf4 ffffff"),
    "lamp_red": _glow("5a0808 d01818 ff6a5a"),
    "lamp_blue": _glow("0a1a6a 2a5aff 9ac8ff"),
    "pool_light": _glow("1a7a9a 38b0d0 7ce4f4 dcffff", -0.2),
    "screen_pink": _glow("3a0a4a 9a2ac0 f060e0 ffd0ff"),
    "screen_lemon": _glow("34340a 8a8a1e d8d860 fbfbc8"),
    "sign_pink": _glow("3a0a4a 9a2ac0 f060e0 ffd0ff", -0.3),
    "sign_cyan": _glow("0a3a4a 1a8fae 4fd8e8 c8fbff", -0.3),
    "sign_green": _glow("06301a 12804a 40e080 c8ffd8", -0.3),
    "sign_lemon": _glow("34340a 8a8a1e d8d860 fbfbc8", -0.3),
    "sign_violet": _glow("1e0a4a 5020b0 9a5cff e0ccff", -0.3),
    "tube_cyan": _glow("041820 082a38 0e4054 165a72", -0.3),
    "tube_pink": _glow("1c0626 320c44 4c1464 6c2088", -0.3),
    "tube_green": _glow("031a10 06301c 0a4a2a 10683c", -0.3),
    "tube_lemon": _glow("1c1806 322c0a 4a4210 68601c", -0.35),
    "neon_pink": _lit("4a1030 8a2258 c83c80 ee6aa4 fa9cc0 ffd4e2", bias=0.05, grain=0.02),
    "glow_pink": _lit("7a2a50 b4507e d87aa2 eea0bc f8c2d2 ffe4ea", bias=-0.16, spec=0.2, gloss=10, grain=0.05),
    "neon_blue": _lit("0c3a66 1a66a0 2a94cc 58bce6 94dcf6 d4f4ff", bias=0.05, grain=0.02),
    "glow_blue": _lit("2a6a8a 4c96b4 78bcd2 9cd6e4 c0e8f0 e6f8fc", bias=-0.16, spec=0.2, gloss=10, grain=0.05),
    "baize": _lit("0a2a20 0f4030 165a42 1e7454 3a9470 74bc98", grain=0.05),
    "pane": _lit("12283a 1c3e54 2a586e 44788c 74a8b8 c8ecf4", spec=0.4, gloss=18, grain=0.0),
    "headlamp": _glow("c8b880 fff0b8 ffffff"),
    "tail_lamp": _glow("4a0606 a81414 e83a2a"),
    "heat_dull": _glow("4d0a06"),
    "heat_red": _glow("a81f06"),
    "heat_orange": _glow("ea4d0b"),
    "heat_amber": _glow("ff8f1a"),
    "heat_yellow": _glow("ffcf52"),
    "heat_white": _glow("fff5c4"),
    "molten": Material(tones="4d0a06 a81f06 ea4d0b ff8f1a ffcf52 fff5c4", kind="glow", bias=0.1),
}


def stuff(*names: str, **roles: str) -> dict[str, Material]:
    """Return materials by role: each name under itself, and each role under its own word."""
    return {name: MATERIALS[name] for name in names} | {role: MATERIALS[name] for role, name in roles.items()}


def glossy(material: Material, spec: float = 0.4, gloss: float = 28) -> Material:
    """Return a material as a coat of car paint."""
    return replace(material, spec=spec, gloss=gloss, grain=0.03)

"""The title picture: a night city with fire behind it, a torn face, the name in metal; menu and glints are the screen's."""

from dataclasses import replace

import numpy as np
from scipy import ndimage as ndi

from tools.paint import font
from tools.paint.bust import EYE_Y, SIZE
from tools.paint.colour import Array, Field, Picture, colour, ramp
from tools.paint.faces import bust
from tools.paint.logo import logo
from tools.paint.output import Folder
from tools.paint.portraits import coverage, dither_of, render
from tools.paint.sitters import BARE, Lighting

WIDE, TALL = 640, 360
HORIZON, STREET = 322, 326
BUST, BUST_X, BUST_Y = 248, 4, 118
WORDS = (("WHAT THE", 24, 262, 30), ("METAL", 62, 262, 58), ("LEARNED", 24, 392, 128))
PLACE = "L O S   A N G E L E S   /   1 9 9 5"


def title() -> Picture:
    """Return the title picture: [360, 640, 3]."""
    picture = _sky()
    _city(picture)
    _face(picture)
    _embers(picture)
    for text, tall, x, y in WORDS:
        _word(picture, logo(text, tall), x, y)
    _line(picture, PLACE, 276, 164, "ff9a3a")
    picture[177, 274:590] = colour("a8380c")
    picture[1::2] *= 0.90
    return picture.clip(0, 255).astype(np.uint8)


def icon() -> Picture:
    """Return the window's icon, the face alone: [64, 64, 3]."""
    lighting = Lighting(tones="steel", rim="ff3a20", dither=0.5, scanline=0)
    return render(bust(BARE), lighting)[10:74, 16:80]


def paint_title(folder: Folder) -> None:
    """Paint assets/title.png and the window's icon."""
    folder.picture("title.png", title())
    folder.picture("icon.png", icon())


def _sky() -> Field:
    """Night above, embers along the horizon, both dithered."""
    y, x = np.mgrid[0:TALL, 0:WIDE].astype(np.float32)
    bayer = dither_of(TALL, WIDE)
    night = ramp("05070d 080d18 0d1626 13233a 1c344f 264863")
    depth = np.clip(0.33 + 0.60 * y / TALL - 0.25 * np.hypot((x - 420) / 460, (y - 250) / 260), 0, 1)
    picture: Field = night[np.clip((depth * 5 + bayer * 0.9).astype(int), 0, 5)]
    fire = ramp("0b0a10 2a0d0c 5e1c0c a8380c ea6a14 ffb84a")
    heat = np.exp(-(((y - 318) / 34) ** 2)) * np.clip(1.1 - np.abs(x - 430) / 420, 0, 1)
    tone = np.clip(heat * 4.6 + bayer * 0.9, 0, 5).astype(int)
    picture[tone > 0] = fire[tone[tone > 0]]
    return picture


def _city(picture: Field) -> None:
    """Towers against the fire, a few windows still lit."""
    dice = np.random.default_rng(11)
    tops = np.zeros(WIDE)
    x = 180
    while x < WIDE:
        wide = int(dice.integers(8, 30))
        tall = int(dice.integers(8, 60) * (1 - abs(x - 470) / 420))
        tops[x : x + wide] = np.maximum(tops[x : x + wide], tall + dice.integers(0, 3))
        if dice.random() < 0.3 and x + wide // 2 < WIDE:
            tops[x + wide // 2] += dice.integers(4, 12)
        x += wide + int(dice.integers(-3, 5))
    rough = dice.integers(0, 3, WIDE) * (dice.random(WIDE) < 0.3)
    y = np.arange(TALL)[:, None]
    town = y > (HORIZON - tops - rough)[None]
    picture[town & (y < STREET + 4)] = colour("07080d")
    picture[STREET:] = colour("05060a")
    for _ in range(120):
        px, py = int(dice.integers(180, WIDE)), int(dice.integers(275, HORIZON))
        if town[py, px] and dice.random() < 0.5:
            picture[py, px] = colour("a8380c" if dice.random() < 0.6 else "ffb84a")


def _face(picture: Field) -> None:
    """The machine with its skin torn, kept in hard shadow, its eye spilling red."""
    b = bust(replace(BARE, fine=2.6), BUST)
    lighting = Lighting(
        tones="steel", rim="ff4a18", key=(-0.93, -0.36, 0.16), rim_strength=1.1, dither=1.0, scanline=0, backdrop=False
    )
    pixels, solid = render(b, lighting), coverage(b) > 0.45
    seen = TALL - BUST_Y
    place = picture[BUST_Y:TALL, BUST_X : BUST_X + BUST]
    place[solid[:seen]] = pixels[:seen][solid[:seen]]
    scale = BUST / SIZE
    ex, ey = BUST_X + BUST / 2 + 8.5 * scale, BUST_Y + BUST * 0.49 + EYE_Y * scale
    y, x = np.mgrid[0:TALL, 0:WIDE].astype(np.float32)
    glow = np.clip(1 - np.hypot(x - ex, y - ey) / 120, 0, 1) ** 2.4
    streak = np.exp(-(((y - ey) / 1.2) ** 2)) * np.clip(1 - np.abs(x - ex) / 150, 0, 1) ** 2
    picture += glow[..., None] * colour("ff2a14") * 0.55 + streak[..., None] * colour("ff5a3a") * 0.6


def _embers(picture: Field) -> None:
    dice = np.random.default_rng(7)
    for _ in range(150):
        x, y, long = 160 + dice.random() * 480, 120 + dice.random() * 220, int(dice.integers(1, 4))
        tone = colour(("ffcf52", "ff8f1a", "ea4d0b")[dice.integers(3)]) * (0.5 + 0.5 * dice.random())
        for i in range(long):
            px, py = int(x + i * 0.6), int(y - i)
            if 0 <= px < WIDE and 0 <= py < TALL:
                picture[py, px] += tone * (1 - i / long)


def _word(picture: Field, word: Array, x: int, y: int) -> None:
    word = word[:, : WIDE - x]
    h, w = word.shape[:2]
    solid = word[..., 3] > 0
    halo = np.zeros((TALL, WIDE), np.float32)
    halo[y : y + h, x : x + w] = solid
    picture += ndi.gaussian_filter(halo, 16)[..., None] * colour("3a78b0") * 0.30
    picture[y : y + h, x : x + w][solid] = word[solid, :3]


def _line(picture: Field, text: str, x: int, y: int, tone: str) -> None:
    mask = font.words(text)
    for dx, dy, ink in ((1, 1, "05060a"), (0, 0, tone)):
        picture[y + dy : y + dy + mask.shape[0], x + dx : x + dx + mask.shape[1]][mask] = colour(ink)

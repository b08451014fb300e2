"""The game's own bitmap font, proportional, drawn at whole scales; the app's screens use it too."""

import unicodedata
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame

from game.view import assets
from game.view.pixels import Colour, alpha, hexc

GAP = 1  # pixels between two letters
SHADOW = (6, 8, 12)
STAND_INS = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "×": "x", "\t": " ", "·": "."}


@lru_cache(maxsize=1)
def _glyphs() -> tuple[dict[str, npt.NDArray[np.bool_]], int]:
    """Read the sheet: each letter's mask [height, width], and the height."""
    table = assets.table("font.json")
    sheet = assets.rgba("font.png")
    if sheet is None:
        raise assets.AssetError(
            f"{assets.path_of('font.png')} is missing: run `python -m tools.paint` or install the game again"
        )
    return {c: sheet[: table["height"], x : x + w, 3] > 127 for c, (x, w) in table["glyphs"].items()}, int(
        table["height"]
    )


class Size:
    """How large words are written in play and in menus: 1 as the letters were drawn; whoever draws them asks for it."""

    now = 1.0


def enlarge(percent: int) -> None:
    """Write words that large from now on."""
    Size.now = percent / 100


def grown(pixels: float) -> int:
    """Return a length beside words, in pixels, as large as they are."""
    return round(pixels * Size.now)


def height(scale: float = 1) -> int:
    """Return the height of a line in pixels, descenders included."""
    return round(_glyphs()[1] * scale)


def plain(text: str) -> str:
    """Return the text in letters that the font has: accents off, curly marks straight, the rest as question marks."""
    glyphs = _glyphs()[0]
    out = []
    for c in text:
        if c in glyphs:
            out.append(c)
            continue
        for d in unicodedata.normalize("NFKD", STAND_INS.get(c, c)):
            if not unicodedata.combining(d):
                out.append(d if d in glyphs else "?")
    return "".join(out)


def mask(text: str, scale: int = 1) -> npt.NDArray[np.bool_]:
    """Return the letters as a mask [height, width], at a whole scale."""
    glyphs, tall = _glyphs()
    parts = []
    for c in plain(text):
        parts += [glyphs[c], np.zeros((tall, GAP), bool)]
    line = np.concatenate(parts[:-1], 1) if parts else np.zeros((tall, 1), bool)
    return np.repeat(np.repeat(line, scale, 0), scale, 1)


def width(text: str, scale: float = 1) -> int:
    """Return how many pixels a line takes."""
    glyphs = _glyphs()[0]
    shown = plain(text)
    return round(max(0, sum(glyphs[c].shape[1] + GAP for c in shown) - GAP) * scale) if shown else 0


@lru_cache(maxsize=1024)
def picture(text: str, colour: Colour = (230, 240, 242), scale: float = 1, shadow: bool = True) -> pygame.Surface:
    """Return a line as a Surface with alpha, a dark pixel to its lower right if `shadow`. Shared: do not draw on it."""
    if scale != int(scale):
        return _between(text, colour, scale, shadow)
    scale = int(scale)
    m = mask(text, scale)
    rgba = np.zeros((m.shape[0] + scale, m.shape[1] + scale, 4), np.uint8)
    if shadow:
        rgba[scale:, scale:][m] = (*SHADOW, 255)
    rgba[: m.shape[0], : m.shape[1]][m] = (*colour, 255)
    return alpha(rgba)


def _between(text: str, colour: Colour, scale: float, shadow: bool) -> pygame.Surface:
    """Return a line at a scale that is no whole number: drawn at four times its size, and taken down softly."""
    large = picture(text, colour, 4, shadow)
    return pygame.transform.smoothscale(large, (width(text, scale) + 1, height(scale) + 1))


def draw_text(
    surface: pygame.Surface,
    text: str,
    x: int,
    y: int,
    colour: Colour | str = "e6f0f2",
    scale: float = 1,
    align: str = "left",
    shadow: bool = True,
) -> int:
    """Draw a line with its top at y and return its width; `align` says what x is: left, centre or right."""
    wide = width(text, scale)
    left = x if align == "left" else x - wide // 2 if align in ("centre", "center") else x - wide
    surface.blit(picture(text, hexc(colour) if isinstance(colour, str) else colour, scale, shadow), (left, y))
    return wide


def wrapped(text: str, wide: int, scale: float = 1) -> list[str]:
    """Break a text into lines of at most `wide` pixels, at blanks; a newline in the text breaks too."""
    lines = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}" if line else word
            if line and width(longer, scale) > wide:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def span(text: str) -> int:
    """Return how many pixels a line of words takes at the size that the player has chosen."""
    return width(text, Size.now)


def write(
    surface: pygame.Surface, text: str, x: int, y: int, colour: Colour | str = "e6f0f2", align: str = "left"
) -> int:
    """Draw a line of words at the size that the player has chosen; else as `draw_text`."""
    return draw_text(surface, text, x, y, colour, Size.now, align)


def broken(text: str, wide: int) -> list[str]:
    """Break a text into lines of at most `wide` pixels at the size that the player has chosen."""
    return wrapped(text, wide, Size.now)

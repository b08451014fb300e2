"""Films a bot's run for a page about the game: a GIF that moves, or a PNG strip of moments side by side.

python -m tools.film closing_time --seed 3 --out pictures/first_minute.gif --cut 660:785 --cut 1075:1195 --every 5
python -m tools.film closing_time --out cut.gif --cut 880:960 --cut 1240:1330 --every 5
python -m tools.film yard --out strip.png --from 60 --to 600 --every 90 --columns 4
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
from PIL import Image

from game.lab.run import begin
from game.lab.seat import live
from game.lab.shot import LEAD, open_dummy
from game.level.load import load
from game.view.view import View

TICK_MS = 1000 / 60
GIF_STEP_MS = 10  # a GIF counts time in hundredths of a second
SAMPLES, WIDE = 12, 64  # pictures that a palette is made from; width of the sheet of their pixels
VIVID = 110  # spread between a vivid pixel's channels
SPACE = 4  # pixels between the moments of a strip


def parser() -> argparse.ArgumentParser:
    """Return the words of the command line."""
    p = argparse.ArgumentParser(prog="python -m tools.film", description=__doc__.splitlines()[0] if __doc__ else "")
    p.add_argument("level", help="a mission's id or the path of a .tmx")
    p.add_argument("--out", type=Path, required=True, metavar="FILE", help="a .gif or a .png")
    p.add_argument("--from", dest="first", type=int, default=0, metavar="N", help="first tick (default 0)")
    p.add_argument("--to", dest="last", type=int, default=600, metavar="N", help="last tick (default 600)")
    p.add_argument("--cut", action="append", default=[], metavar="A:B", help="these ticks instead; may be given often")
    p.add_argument("--every", type=int, default=6, metavar="K", help="one picture in K ticks (default 6)")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--bot", default="base")
    p.add_argument("--vision", action="store_true", help="with machine vision on")
    p.add_argument("--size", default="480x270", metavar="WxH", help="of one picture (default 480x270)")
    p.add_argument("--colours", type=int, default=96, help="of a GIF's palette (default 96)")
    p.add_argument("--columns", type=int, default=4, help="of a strip (default 4)")
    return p


def cuts(words: argparse.Namespace) -> list[range]:
    """Return the ticks to film, one range a cut, in order."""
    pairs = [(int(a), int(b)) for a, _, b in (cut.partition(":") for cut in words.cut)]
    return [range(a, b + 1, words.every) for a, b in sorted(pairs or [(words.first, words.last)])]


def filmed(words: argparse.Namespace) -> Iterator[pygame.Surface]:
    """Let the bot play and yield the frame of each wanted tick; the frame is overwritten by the next."""
    open_dummy()
    wanted = [t for part in cuts(words) for t in part]
    level = load(words.level)
    session = begin(level, words.seed, "standard", "t1000")
    view = View(level, words.seed)
    for _ in live(session, words.bot, max(wanted) + 1):
        tick = session.world.tick
        if any(0 <= t - tick < LEAD for t in wanted):
            frame = view.draw(session, vision=words.vision)
            if tick in wanted:
                yield frame
        else:
            view.notice(session)


def picture(frame: pygame.Surface, size: tuple[int, int]) -> Image.Image:
    """Return a frame as a picture of a size."""
    whole = Image.frombytes("RGB", frame.get_size(), pygame.image.tobytes(frame, "RGB"))
    return whole if whole.size == size else whole.resize(size, Image.Resampling.LANCZOS)


def palette_of(pictures: list[Image.Image], colours: int) -> Image.Image:
    """Return one palette for a whole film, made from pictures spread over it; few vivid pixels count as much as many dull."""
    some = pictures[:: max(1, len(pictures) // SAMPLES)]
    pixels = np.concatenate([np.asarray(one).reshape(-1, 3) for one in some])
    spread = pixels.max(1).astype(int) - pixels.min(1)
    vivid = pixels[spread > VIVID]
    dull = pixels[:: max(1, len(pixels) // len(vivid))] if len(vivid) > WIDE else pixels
    both = np.concatenate((vivid, dull))
    sheet = Image.fromarray(both[: len(both) // WIDE * WIDE].reshape(-1, WIDE, 3))
    return sheet.quantize(colours, Image.Quantize.MEDIANCUT, kmeans=2)


def gif(pictures: list[Image.Image], out: Path, every: int, colours: int) -> None:
    """Write a film that repeats; one palette and no dither, so that what stands still costs nothing."""
    palette = palette_of(pictures, colours)
    frames = [p.quantize(palette=palette, dither=Image.Dither.NONE) for p in pictures]
    pause = max(2, round(every * TICK_MS / GIF_STEP_MS)) * GIF_STEP_MS
    frames[0].save(out, save_all=True, append_images=frames[1:], duration=pause, loop=0, optimize=False, disposal=1)


def strip(pictures: list[Image.Image], out: Path, columns: int) -> None:
    """Write the moments side by side."""
    w, h = pictures[0].size
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (w + SPACE) - SPACE, rows * (h + SPACE) - SPACE))
    for i, one in enumerate(pictures):
        sheet.paste(one, (i % columns * (w + SPACE), i // columns * (h + SPACE)))
    sheet.save(out)


def main(arguments: list[str] | None = None) -> None:
    """Film what the command line asks for."""
    words = parser().parse_args(arguments)
    wide, _, tall = words.size.partition("x")
    pictures = [picture(frame, (int(wide), int(tall))) for frame in filmed(words)]
    if words.out.suffix == ".gif":
        gif(pictures, words.out, words.every, words.colours)
    else:
        strip(pictures, words.out, words.columns)
    print(f"{words.out}: {len(pictures)} pictures, {words.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

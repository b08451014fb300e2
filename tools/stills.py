"""python -m tools.stills [MISSION...]: take each mission's picture for the list of missions, at its moment of a bot's run."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import pygame
from PIL import Image

from game.content.missions import MISSIONS
from game.lab.shot import first_time, pictured
from game.level.load import load
from tools.film import palette_of

HOME = Path(__file__).resolve().parents[1] / "assets" / "missions"
CUT = (64, 24, 512, 288)  # of a frame of 640 x 360: without the words along its edges
SIZE, COLOURS = (288, 162), 96


@dataclass(frozen=True, kw_only=True)
class Still:
    """A moment: the run's seed and the key that happens first then, or the tick; `later`: ticks after the key."""

    seed: int = 3
    event: str = ""
    tick: int = 0
    later: int = 1


STILLS: dict[str, Still] = {
    "yard": Still(seed=9, tick=1685),
    "closing_time": Still(seed=2, tick=2923),
    "melt": Still(seed=1, event="burst", later=20),
    "open_road": Still(tick=3900),
}


def still(mission: str) -> Image.Image:
    """Return a mission's picture."""
    moment, level = STILLS[mission], load(mission)
    tick = moment.tick or first_time(level, moment.seed, "base", moment.event) + moment.later
    session, view = pictured(level, moment.seed, "base", tick, vision=False)
    view._write = lambda *_: None  # type: ignore[method-assign]  # the picture without its words
    frame = view.draw(session).subsurface(CUT)
    small = Image.frombytes("RGB", frame.get_size(), pygame.image.tobytes(frame, "RGB")).resize(
        SIZE, Image.Resampling.LANCZOS
    )
    return small.quantize(palette=palette_of([small], COLOURS), dither=Image.Dither.FLOYDSTEINBERG)


def main() -> None:
    """Take the pictures that were named, or all."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("missions", nargs="*", choices=[[], *STILLS], default=[])
    HOME.mkdir(exist_ok=True)
    for mission in read.parse_args().missions or [m.id for m in MISSIONS]:
        still(mission).save(HOME / f"{mission}.png", optimize=True)
        print(mission, file=sys.stderr)


if __name__ == "__main__":
    main()

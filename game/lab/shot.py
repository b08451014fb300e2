"""Draws one moment of a bot's run into a file; with frames.py the only headless user that draws."""

import os
from pathlib import Path

import pygame

from game.content.keys import KEYS
from game.core.trouble import Trouble
from game.lab.ledger import Ledger
from game.lab.run import PARS, begin
from game.lab.seat import live
from game.level.data import Level
from game.session import Session
from game.view.view import View

LEAD = 150  # ticks drawn before the moment: as long as the camera eases, ghosts fade and people turn
SIZE = (1280, 720)


def shot(
    level: Level,
    out: str,
    *,
    seed: int = 0,
    bot: str = "base",
    tick: int = 60,
    event: str = "",
    whole: bool = False,
    vision: bool = False,
    size: tuple[int, int] | None = None,
) -> int:
    """Write a picture and return the tick that it shows; -1 if the event never came (then nothing is written).

    tick    how many ticks to live; `event`, a key, asks for the tick after its first time instead
    whole   the whole map, 32 pixels to the metre unless `size` says otherwise
    """
    if event:
        tick = first_time(level, seed, bot, event) + 1
        if not tick:
            return -1
    session, view = pictured(level, seed, bot, tick, vision=vision)
    if whole:
        picture = view.whole(session)
        picture = fitted(picture, size) if size else picture
    else:
        picture = fitted(view.draw(session, vision=vision), size or SIZE)
    keep(picture, out)
    return session.world.tick


def first_time(level: Level, seed: int, bot: str, key: str) -> int:
    """Return the tick on which a key first happens in the bot's run, -1 if it never does."""
    known = [k.id for k in KEYS]
    if key not in known:
        raise Trouble(f"event {key!r} is unknown; choose from {', '.join(known)}")
    session = begin(level, seed, "standard", "t1000")
    ledger = Ledger(session)
    for _ in live(session, bot, PARS * level.par):
        ledger.look(session)
        if key in ledger.first:
            return ledger.first[key]
    return -1


def pictured(level: Level, seed: int, bot: str, tick: int, *, vision: bool) -> tuple[Session, View]:
    """Live to a tick, or to the end of the run, with a view that has seen all of it."""
    open_dummy()
    session = begin(level, seed, "standard", "t1000")
    view = View(level, seed)
    for _ in live(session, bot, tick):
        if session.world.tick > tick - LEAD:
            view.draw(session, vision=vision)
        else:
            view.notice(session)
    return session, view


def open_dummy() -> None:
    """Start pygame's drawing with a driver that shows nothing."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.display.set_mode((1, 1))


def fitted(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """Return a picture on a canvas of a size: larger by a whole factor, or smoothly smaller, in the middle."""
    w, h = picture.get_size()
    factor = min(size[0] // w, size[1] // h)
    share = factor or min(size[0] / w, size[1] / h)
    to = max(1, round(w * share)), max(1, round(h * share))
    scaled = pygame.transform.scale(picture, to) if factor else pygame.transform.smoothscale(picture, to)
    canvas = pygame.Surface(size)
    canvas.blit(scaled, ((size[0] - to[0]) // 2, (size[1] - to[1]) // 2))
    return canvas


def keep(picture: pygame.Surface, out: str) -> None:
    """Write a picture, whole or not at all."""
    draft = Path(out).with_name(f".{Path(out).name}")
    try:
        pygame.image.save(picture, str(draft), "png")
        draft.replace(out)
    except (pygame.error, OSError) as e:
        draft.unlink(missing_ok=True)
        raise Trouble(f"{out}: cannot be written ({e}); choose another place") from e

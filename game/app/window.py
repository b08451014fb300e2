"""Opens the window and lives in it until it is closed."""

import pygame

from game.app.presenter import open_display, set_icon
from game.app.start import Start
from game.view import assets

EYE = (88, 172, 104, 104)  # where the title's picture looks at you


def icon() -> pygame.Surface | None:
    """Return the window's icon, cut from the title, or None where that is missing."""
    picture = assets.rgba("title.png")
    if picture is None:
        return None
    whole = pygame.surfarray.make_surface(picture[..., :3].swapaxes(0, 1))
    return pygame.transform.smoothscale(whole.subsurface(EYE), (64, 64))


def main(start: Start) -> int:
    """Show the game; return the exit status. Raises NoDisplay, or Trouble for a level that cannot be used."""
    open_display()
    from game.app.app import App

    try:
        set_icon(icon())
        app = App(start)
        app.runs.begin()
        app.run()
    finally:
        pygame.quit()
    return 0

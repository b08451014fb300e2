"""Opens the window and lives in it until it is closed."""

import pygame

from game.app.presenter import open_display, set_icon
from game.app.start import Start


def main(start: Start) -> int:
    """Show the game; return the exit status. Raises NoDisplay, or Trouble for a level that cannot be used."""
    open_display()
    from game.app.app import App
    from game.view import assets

    try:
        icon = assets.path_of("icon.png")
        set_icon(pygame.image.load(icon) if icon.exists() else None)
        app = App(start)
        app.begin()
        app.run()
    finally:
        pygame.quit()
    return 0

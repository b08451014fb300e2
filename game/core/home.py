"""Where the user's files live: GAME_HOME if it is set, else the platform's own folder."""

import os
from pathlib import Path

import platformdirs

NAME = "what-the-metal-learned"


def home() -> Path:
    """Return the folder of all user files (settings, saves, replays, caches, screenshots); it may not exist yet."""
    return Path(os.environ.get("GAME_HOME") or platformdirs.user_data_dir(NAME, appauthor=False))

"""Headless users: runs, batches, benchmarks, environments; importing it makes the environments known to Gymnasium."""

import os
from typing import Any

from game.lab.envs import register

SOUND = "SDL_AUDIODRIVER"

register.when_there()


def __getattr__(name: str) -> Any:
    """Give parallel_env and aec_env, which need PettingZoo, to whoever asks for them."""
    if name in ("parallel_env", "aec_env"):
        asked = os.environ.get(SOUND)
        try:
            from game.lab.envs import together
        except ModuleNotFoundError as e:
            raise ImportError(f"{name} needs {e.name}; install the extra: pip install '.[lab]'") from e
        if asked is None:  # PettingZoo asks SDL for a driver that hardly any machine has: nobody would hear the game
            os.environ.pop(SOUND, None)
        else:
            os.environ[SOUND] = asked
        return getattr(together, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

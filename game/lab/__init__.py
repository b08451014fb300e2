"""Headless users: runs, batches, benchmarks, environments; importing it makes the environments known to Gymnasium."""

from typing import Any

from game.lab.envs import register

register.when_there()


def __getattr__(name: str) -> Any:
    """Give parallel_env and aec_env, which need PettingZoo, to whoever asks for them."""
    if name in ("parallel_env", "aec_env"):
        from game.lab.envs import together

        return getattr(together, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

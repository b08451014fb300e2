"""Makes the environments known to Gymnasium; imports nothing of them until one is made."""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

NAMES = {"game/Escort-v0": "Escort", "game/Hunt-v0": "Hunt"}
GYMNASIUM = "gymnasium"


def register() -> None:
    """Add the environments to Gymnasium's registry, once."""
    import gymnasium

    for name, kind in NAMES.items():
        if name not in gymnasium.registry:
            gymnasium.register(
                name,
                entry_point=f"game.lab.envs.solo:{kind}",
                vector_entry_point=f"game.lab.envs.many:Many{kind}",
            )


def when_there() -> None:
    """Register now if Gymnasium has been imported, and else as soon as it is: whoever never imports it pays nothing."""
    if GYMNASIUM in sys.modules:
        register()
    elif not any(isinstance(finder, Waits) for finder in sys.meta_path):
        sys.meta_path.insert(0, Waits())


class Waits(MetaPathFinder):
    """Stands in the way of `import gymnasium` once, lets it happen, and registers."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the spec that the other finders have, with a loader that registers afterwards."""
        if name != GYMNASIUM:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        if spec is not None and spec.loader is not None:
            spec.loader = Then(spec.loader)
        return spec


class Then(Loader):
    """Loads as another loader does, and registers."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Leave it to the other."""
        made: ModuleType | None = self._loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        """Run the module; from then on the environments are known."""
        self._loader.exec_module(module)
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        register()

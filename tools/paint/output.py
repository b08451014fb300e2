"""Where pictures go: a folder that writes PNG and text, and remembers what it wrote."""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from tools.paint.colour import Array

HOME = Path(__file__).resolve().parents[2]


class Folder:
    """A folder to paint into: assets/ or levels/tiles/."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.written: list[Path] = []

    def picture(self, name: str, pixels: Array) -> None:
        """Write [y, x, 4], [y, x, 3] or [y, x] as a PNG."""
        buffer = io.BytesIO()
        Image.fromarray(np.ascontiguousarray(pixels.clip(0, 255).astype(np.uint8))).save(buffer, "PNG", optimize=True)
        self._write(name, buffer.getvalue())

    def text(self, name: str, words: str) -> None:
        """Write text as UTF-8 with plain line ends."""
        self._write(name, words.encode())

    def _write(self, name: str, data: bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
        self.written.append(path)

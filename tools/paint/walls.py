"""Walls: the colours of each style, and the grain of their tops; the view raises them."""

import json

from tools.paint.noise import clouds
from tools.paint.output import Folder

# top: seen from above; side: its face above the rail; trim: the rail; wainscot: below it; edge: the lit rim of the top.
WALLS: dict[str, dict[str, str]] = {
    "plaster": {"top": "252f38", "side": "7f9c94", "trim": "c8d8c8", "wainscot": "3f6a62", "edge": "7f9aa2"},
    "concrete": {"top": "30363f", "side": "6a737d", "trim": "8a939b", "wainscot": "4b535d", "edge": "8a96a2"},
    "brick": {"top": "2b2427", "side": "86483a", "trim": "a58a78", "wainscot": "5a2f2a", "edge": "8d6f66"},
    "steel": {"top": "202a38", "side": "566b82", "trim": "b7c9d2", "wainscot": "36465c", "edge": "8299ab"},
    "chain": {"top": "1c232c", "side": "46525f", "trim": "8299ab", "wainscot": "2b343f", "edge": "6c7e92"},
}


def paint_walls(folder: Folder) -> None:
    """Write assets/walls.json and the grain of wall tops."""
    rows = {style: {part: f"#{tone}" for part, tone in tones.items()} for style, tones in WALLS.items()}
    folder.text("walls.json", json.dumps(rows, indent=1) + "\n")
    folder.picture("walls/grain.png", clouds(77, 0.6, low=3) * 255)

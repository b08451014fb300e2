"""The voice of the house: a loudspeaker, in the clay that faces are made of."""

import numpy as np

from tools.paint.bust import BASE, Bust, Face


def loudspeaker() -> Bust:
    """Return the clay of a round loudspeaker on its bracket, a small lamp alight beside it."""
    b = Bust(Face())
    c = b.clay
    c.box((0, 34, BASE - 26), (12, 16, 10), "cloth", round_=2, bevel=2)
    c.limb((0, 20, BASE - 10), (0, 46, BASE - 12), 5, 6, "cloth")
    c.disc((0, -4, BASE), 34, "cloth", bevel=5)
    c.disc((0, -4, BASE + 1.5), 30.5, "strap", bevel=2)
    u, v = c.x, c.y + 4
    far = np.hypot(u, v)
    cone = far < 28
    c.height = np.where(cone, BASE - 16 + far * 0.52 + 0.5 * np.sin(far * 1.9), c.height).astype(np.float32)
    c.stuff[cone] = c.number["skin"]
    for i in range(4):
        angle = (i + 0.5) * np.pi / 2
        c.ball((32.2 * float(np.cos(angle)), -4 + 32.2 * float(np.sin(angle)), BASE), 1.7, "metal")
    c.egg((0, -4, BASE - 12), (8.5, 8.5, 10), "cloth2")
    c.egg((0, -4, BASE - 6), (4, 4, 6), "shirt")
    mesh = (far < 28) & (far > 9) & (np.abs((far % 5.2) - 2.6) < 0.55)
    c.paint(mesh, "dark", "skin")
    c.ball((29, 30, BASE - 8), 2.6, "red")
    return b

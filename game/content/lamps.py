"""Lamps: what their kinds are called, and the one that nobody sees by."""

GLINT = "glint"  # too weak to be seen by: it colours the picture and is no light to the rules
LAMPS = ("bulb", "tube", "sodium", "neon", "exit", "screen", "sky", "furnace", "molten", "monitor", GLINT)

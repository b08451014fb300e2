"""Geometry, dice, curves, grids and the kernels that rules and minds share; knows nothing of this game."""

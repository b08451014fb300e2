"""Computes every sound of the game from short descriptions."""

"""Automapping rules in the old form, which Tiled 1.8 and 1.12 both run: painted floor gets a wall round it."""

"""Draws the world and its events; one feature a file; never writes to the world."""

"""Plays the events; empty until the game has sound."""

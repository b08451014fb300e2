"""Plays the events; reads the session and writes nothing to it."""

"""Draws runs for bench and shot: the view fed on every tick of a session, with a video driver that shows nothing."""

"""Players without hands: the same signature as a mind, for the player's seat."""

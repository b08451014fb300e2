"""Listens to a bot's run as a player's device would play it, and says what was heard when."""

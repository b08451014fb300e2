"""Programs to begin from: a bot, a learner, a test of the hunter; each runs as `python -m tools.examples.NAME`."""

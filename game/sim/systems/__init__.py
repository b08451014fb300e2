"""One file a rule; step.py lists them in order."""

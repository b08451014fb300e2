"""A learner of other people's making on our scenario `find`: `python -m tools.learn` (extra `learn`)."""

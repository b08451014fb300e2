"""Tuning tables and words: who there is, what they carry, what they say."""

"""Minds of the world: pure functions (Percept, Memory, Dice) -> Command; none of them can see the simulation."""

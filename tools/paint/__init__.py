"""The painter: every picture of the game, sculpted from short descriptions; it runs at build time and never during play."""

"""First-use hints: one line at the foot of the screen that names a key when there is a first use for it."""

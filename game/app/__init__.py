"""The window, its loop and its screens: the only real time in the program."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before pygame is imported: it would greet on stdout

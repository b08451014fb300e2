"""The window, its loop and its screens: the only real time in the program."""

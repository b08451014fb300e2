"""What a user can mend: one line that names the file, the object and the cure; the program shows it and stops."""


class Trouble(Exception):
    """Something that was given is unusable. The text is one line: what is wrong, then how to put it right."""

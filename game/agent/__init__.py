"""The contract between minds and rules: what a mind may know (Percept) and what it may want (Command)."""

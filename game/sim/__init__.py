"""The rules: no clock, no files, no window."""

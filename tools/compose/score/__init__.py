"""The score: stems of 32 bars in five eighths, written on a ring so that they have no seam."""

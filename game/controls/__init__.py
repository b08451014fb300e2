"""Keys, mouse and pad become a Command."""

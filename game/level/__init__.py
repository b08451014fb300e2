"""The guarded reader of Tiled maps: strangers' files in, plain Level data out."""

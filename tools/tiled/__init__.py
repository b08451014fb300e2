"""Writes what Tiled and level makers need to know of the schema: project file, object types, templates, reference page."""

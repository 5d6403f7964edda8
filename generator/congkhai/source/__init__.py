"""The only input door: YAML files, and what git remembers of them."""

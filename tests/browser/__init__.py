"""A real browser for tests, driven without any package."""

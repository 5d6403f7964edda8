"""`python -m congkhai`."""

from congkhai.cli.main import run

run()

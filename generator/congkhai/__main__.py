"""`python -m congkhai`."""

from congkhai.cli.main import program

program()

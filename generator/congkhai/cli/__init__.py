"""The command `congkhai`: one module per command, no logic."""

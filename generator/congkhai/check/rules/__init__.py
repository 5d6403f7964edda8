"""One module per area of rules; `congkhai.check.registry` lists every rule."""

"""The only output door: what is to be written, and how it is written."""

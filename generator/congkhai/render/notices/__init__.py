"""Printed notices: records become facts, facts become PDF files that are PDF/A-2a (or 3a) and PDF/UA-1 at once.

:mod:`.kinds` is the visible list of what is printed, :func:`.render.render` prints one notice and
:func:`.render.render_many` any number of them. Nothing of a record reaches paper except through its facts.
"""

"""Makers of pages: one noun per module, each a function from the site's context to its pages."""

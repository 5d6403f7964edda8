"""Pages: MkDocs draws the chrome once per collection, Jinja2 draws the records."""

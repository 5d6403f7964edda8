"""Foreign formats to records: readers that never guess silently, and one writer of canonical YAML.

A reader takes a foreign file and yields drafts (typed records with the place they came from) and findings (what it
could not read or place). Nothing here writes a file or knows what a person reads: texts come in as an argument.
"""

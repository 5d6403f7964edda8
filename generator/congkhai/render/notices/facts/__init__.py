"""The facts of each kind of notice: one frozen class per kind, and the drafts that an office's records give.

Only what these classes hold is printed. Names follow the fields of the records, so that a refusal names a field
that a clerk can find. A text without a stated limit may have 600 characters.
"""

"""An office that has only the official names of procedures, and questions that were written without looking at results.

No everyday name stands in its records, so that what is measured is the thesaurus that every office starts with.
"""

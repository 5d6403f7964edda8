"""Merge tagged PDF files and keep what makes them accessible and fit for an archive.

    from congkhai.pdf_merge import MergeError, Part, merge

    data = merge([Part("a.pdf", a), Part("b.pdf", b)], title="Bản in cần thay ngày 22/11/2026")

Common tools append pages and lose the rest. Here the result holds each part's structure tree, languages, bookmarks,
page labels, named places, links, attachments, output intent and identification in XMP, so that a merge of files that
conform to PDF/A-2, PDF/A-3 or PDF/UA-1 conforms to the same. What cannot be merged without a loss is refused.
The room leans on pypdf alone and on nothing else of this house.
"""

from congkhai.pdf_merge.merge import Part, merge, problems
from congkhai.pdf_merge.refusal import MergeError, Reason

__all__ = ["MergeError", "Part", "Reason", "merge", "problems"]

"""What hangs: the file is still the one that was hung up, and its version is one that was printed."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.posting import Posting
from congkhai.source.repository import Source

#: The first part of the address at which attached files are published.
_ATTACHED = "tep/"


def _changed_files(source: Source, context: Context) -> Violations:
    """A printed notice is made anew each time; an attached file must stay what it was when it was hung up."""
    posting: Posting = source.record
    for n, posted in enumerate(posting.files):
        path = posted.file.removeprefix(_ATTACHED)
        if path == posted.file:
            continue
        if path not in context.files:
            yield f"files[{n}].file", {"reason": "posted_file_missing", "file": path}
        elif context.digests.get(path, posted.sha256) != posted.sha256:
            yield f"files[{n}].sha256", {"reason": "posted_file_changed", "file": path}


def _never_printed(source: Source, context: Context) -> Violations:
    """The ledger knows every version that was ever printed."""
    posting: Posting = source.record
    if posting.version and all(copy.code != posting.version for copy in context.ledger.copies):
        yield "version", {"value": posting.version}


RULES = (
    Rule("NY114", _changed_files, ("posting",)),
    Rule("NY116", _never_printed, ("posting",)),
)

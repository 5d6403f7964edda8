"""What hangs: the file is still the one that was hung up, and its version is one that was printed."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.check.rule import Context, Rule, Violations, WholeRule
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


def _never_printed(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """The ledger knows every version that was ever printed."""
    printed = {copy.code for copy in context.ledger.copies}
    for source in context.repository.all("posting"):
        posting: Posting = source.record
        if posting.version and posting.version not in printed:
            yield source, "version", {"value": posting.version}


RULES = (
    Rule("NY114", _changed_files, ("posting",)),
    WholeRule("NY116", _never_printed),
)

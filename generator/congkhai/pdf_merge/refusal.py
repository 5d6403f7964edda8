"""Why files are not merged."""

from __future__ import annotations

from enum import Enum, unique


@unique
class Reason(Enum):
    """What stands in the way of a merge; each is a loss that the merged file would hide."""

    NOTHING = "nothing"  # no file was given
    BROKEN = "broken"  # not a PDF file, cut off, or its objects contradict one another
    ENCRYPTED = "encrypted"  # PDF/A forbids encryption
    VERSION = "version"  # PDF 2.0, or a part of a standard that is not built on PDF 1.7
    UNTAGGED = "untagged"  # no structure tree, or not declared as tagged
    SUSPECT = "suspect"  # the file itself says that its tags are doubtful
    STRUCTURE = "structure"  # a page or annotation names a place that the structure tree does not have
    LANGUAGE = "language"  # the file does not say in which language it is
    CLAIMS = "claims"  # it claims less, or more, than the files before it
    PROFILES = "profiles"  # its output intent is another than that of the files before it
    FIELDS = "fields"  # it is a form to be filled in on screen, or signed
    ACTIONS = "actions"  # it starts a script or another action by itself
    LAYERS = "layers"  # it has layers that can be switched
    NAMES = "names"  # it has a table of names that nothing here can merge


class MergeError(ValueError):
    """A file that cannot be merged. `name` is that of its part, `detail` what was found there, in technical words."""

    def __init__(self, name: str, reason: Reason, detail: str = "") -> None:
        super().__init__(": ".join(part for part in (name, reason.value, detail) if part))
        self.name = name
        self.reason = reason
        self.detail = detail

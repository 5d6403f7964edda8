"""The shells: one ordinary Markdown page per collection and depth, holding placeholders.

All pages of a collection lie at one depth and share their chrome, so MkDocs renders it once. The placeholders are
plain words without any character that Markdown or HTML would change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

TITLE = "CKTITLEPLACEHOLDER"
DESCRIPTION = "CKDESCRIPTIONPLACEHOLDER"
#: What search engines may do with the page.
ROBOTS = "CKROBOTSPLACEHOLDER"
#: What the browser may load and run; the same for every page.
POLICY = "CKPOLICYPLACEHOLDER"
CONTENT = "CKCONTENTPLACEHOLDER"
SECTION = "CKSECTIONPLACEHOLDER"
SECTION_ID = "ck-section-placeholder"
#: A second section, so that what the theme puts between two of them can be learnt.
SECOND_ID = "ck-second-placeholder"
#: The last part of the address of a shell that serves many pages.
MANY = "ck-shell-placeholder"
#: The first part of the address of a shell for the pages of an office that has its own folder.
OFFICE = "ck-office-placeholder"
#: The fixed id of the first heading of every page, where the skip link leads.
TOP_ID = "noi-dung"
#: What lies beside pages to be followed.
FEED, LATE_FEED, CALENDAR = "cap-nhat.atom", "qua-han.atom", "lich.ics"
_WITHOUT_FEED = frozenset({"trang-chu", "tim-kiem", "viec-den-han", "doi-tuong", "in"})
_FEEDS_OF_PAGES = frozenset({"co-quan"})
_CALENDARS_OF_PAGES = frozenset({"co-quan", "tiep-cong-dan", "su-kien", "lich-truc", "ke-hoach"})


@dataclass(frozen=True, slots=True)
class Shell:
    """`address` is where MkDocs renders it; with `contents` the page has a table of contents at its side."""

    name: str
    address: str
    contents: bool

    @property
    def markdown_path(self) -> str:
        """Where its Markdown lies below the docs folder."""
        if self.address.endswith(f"{MANY}/"):
            return self.address.removesuffix("/") + ".md"
        return f"{self.address}index.md"

    @property
    def html_path(self) -> str:
        """Where MkDocs writes it below the site folder."""
        return f"{self.address}index.html"

    @property
    def followed(self) -> Sequence[tuple[str, str]]:
        """The feeds and the calendar that lie beside every page of the shell, by the key of the front matter."""
        collection, _, page = self.name.removeprefix(f"{OFFICE}/").partition("/")
        has_feed = collection in _FEEDS_OF_PAGES if page == "*" else not page and collection not in _WITHOUT_FEED
        feed = (("feed", FEED),) if has_feed else ()
        late = (("late", LATE_FEED),) if self.name == "ke-hoach" else ()
        calendar = (("calendar", CALENDAR),) if page == "*" and collection in _CALENDARS_OF_PAGES else ()
        return (*feed, *late, *calendar)

    @property
    def markdown(self) -> str:
        """The page that MkDocs is given."""
        hidden = ["navigation"] if self.contents else ["navigation", "toc"]
        head = ["---", f"title: {TITLE}", f"description: {DESCRIPTION}"]
        head += [f"robots: {ROBOTS}", f"hide: [{', '.join(hidden)}]"]
        head += [f"{name}: {path}" for name, path in self.followed] + ["---"]
        body = [f"# {TITLE} {{: #{TOP_ID} }}", CONTENT]
        if self.contents:
            body += [f"## {SECTION} {{: #{SECTION_ID} }}", f"## {SECTION} {{: #{SECOND_ID} }}"]
        return "\n".join(head) + "\n\n" + "\n\n".join(body) + "\n"


def _shells() -> Mapping[str, Shell]:
    collections = (
        "thu-tuc", "linh-vuc", "tinh-huong", "doi-tuong", "le-phi", "van-ban", "ke-hoach", "tiep-cong-dan", "lien-he",
        "ngan-sach", "cong-khai", "su-kien", "hoi-dap", "co-quan", "can-bo", "bang-tin", "niem-yet", "minh-bach",
        "van-ban-hanh-chinh", "lich-truc",
    )  # fmt: skip
    found = [Shell("trang-chu", "", contents=False)]
    found += [Shell(name, f"{name}/", contents=False) for name in ("tim-kiem", "viec-den-han")]
    for name in collections:
        found.append(Shell(name, f"{name}/", contents=False))
        found.append(Shell(f"{name}/*", f"{name}/{MANY}/", contents=True))
    found += [Shell("in", "in/", contents=False), Shell("in/*", f"in/{MANY}/", contents=False)]
    for name, contents in (("ngan-sach", True), ("ke-hoach", True), ("doi-tuong", False)):
        found.append(Shell(f"{name}/*/*", f"{name}/{MANY}/{MANY}/", contents=contents))
    return MappingProxyType({shell.name: shell for shell in found})


#: Every shell by name: `thu-tuc` is the index of a collection, `thu-tuc/*` a page in it.
SHELLS: Mapping[str, Shell] = _shells()
#: The same one level deeper, for records below `content/offices/<office>/`; by the name of the shell they vary.
OFFICE_SHELLS: Mapping[str, Shell] = MappingProxyType(
    {
        name: Shell(f"{OFFICE}/{name}", f"{OFFICE}/{shell.address}", shell.contents)
        for name, shell in SHELLS.items()
        if shell.address.endswith(f"{MANY}/")
    }
)

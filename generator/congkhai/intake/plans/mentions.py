"""Where a text names units, and what it has them do: who is told to act, and with whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from congkhai.intake.plans.tokens import tokens

#: What may stand before the one who acts: nothing, a comma after a phrase of time, an order.
_HEADS = r"(?:(?:thủ trưởng|lãnh đạo|chủ tịch|giám đốc|người đứng đầu)\s+)?(?:các\s+)?"
_FIRST = re.compile(rf"(?:^|[,:;.])\s*{_HEADS}$", re.IGNORECASE)
_ORDERED = re.compile(
    rf"\b(?:giao(?: cho| nhiệm vụ cho)?|đề nghị|yêu cầu|phân công|do|trách nhiệm(?: của)?)\s+{_HEADS}$", re.IGNORECASE
)
#: What follows somebody who tells others to act.
_GIVES = re.compile(r"\s*(?:giao|phân công|yêu cầu|đề nghị)\s", re.IGNORECASE)
#: What may stand between two units of one list.
_LISTED = re.compile(r"\s*(?:,|;|và|cùng(?: với)?|&|/)?\s*(?:các|một số)?\s*", re.IGNORECASE)
_WITH = re.compile(
    r"(?:phối(?: hợp)?(?: chặt chẽ)?(?: (?:với|cùng))*|cùng với|gồm\s*:?|\bmời|ý kiến(?: của)?)\s*", re.IGNORECASE
)
_ARTICLE = re.compile(r"[\s:,]*(?:các|một số)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit and the span of the text that names it."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Units:
    """Names as words with their ids, by their first word; the longest stands first."""

    heads: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    @classmethod
    def of(cls, names: Mapping[str, str]) -> Units:
        """Index ids given by key."""
        heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, id in names.items():
            words = tuple(name.split())
            heads.setdefault(words[0], []).append((words, id))
        return cls({head: tuple(sorted(found, key=lambda f: -len(f[0]))) for head, found in heads.items()})

    def mentions(self, text: str) -> list[Mention]:
        """Every unit that a text names, from left to right, without overlaps."""
        words = tokens(text)
        found: list[Mention] = []
        place = 0
        while place < len(words):
            proper = text[words[place].start].isupper() or words[place].key in _GROUPS
            for name, id in self.heads.get(words[place].key, ()) if proper else ():
                if tuple(word.key for word in words[place : place + len(name)]) == name:
                    place += len(name)
                    found.append(Mention(id, words[place - len(name)].start, words[place - 1].end))
                    break
            else:
                place += 1
        return found

    def acting(self, text: str) -> list[Mention]:
        """The units that a phrase tells to act: those that stand where the subject does, and those given an order."""
        mentions = self.mentions(text)
        found: list[Mention] = []
        for number, mention in enumerate(mentions):
            before = text[: mention.start]
            if (_FIRST.search(before) and not found) or _ORDERED.search(before):
                listed = self._list(text, mentions[number:])
                after = text[listed[-1].end :]
                found += [] if _GIVES.match(after) and number + len(listed) < len(mentions) else listed
        return list(dict.fromkeys(found))

    def partners(self, text: str) -> list[str]:
        """The units with which something is done together."""
        mentions = self.mentions(text)
        found: dict[str, None] = {}
        for marker in _WITH.finditer(text):
            rest = [m for m in mentions if m.start >= marker.end()]
            if rest and _ARTICLE.fullmatch(text, marker.end(), rest[0].start):
                found |= dict.fromkeys(mention.id for mention in self._list(text, rest))
        return list(found)

    def _list(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """The first mention, and those that follow it in one list."""
        listed = mentions[:1]
        for mention in mentions[1:]:
            if not _LISTED.fullmatch(text, listed[-1].end, mention.start) or _WITH.search(
                text, listed[-1].end, mention.start
            ):
                break
            listed.append(mention)
        return listed


#: Words that begin the name of a group, which texts write small in the middle of a sentence.
_GROUPS = frozenset(
    ("cac", "nganh", "co", "don", "dia", "cap", "phong", "can", "tat", "mot", "so", "chu", "thu", "tinh", "van", "cong")
)

"""The thesaurus: each way of saying must lead to one term, and nothing that names a record may be thrown away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.finding import Severity
from congkhai.model.procedure import Procedure
from congkhai.model.spelling import syllables
from congkhai.model.thesaurus import Thesaurus, entries
from congkhai.source.fact import timeless
from congkhai.source.repository import Source


def _two_terms(source: Source, _context: Context) -> Violations:
    thesaurus: Thesaurus = source.record
    terms: dict[tuple[str, ...], str] = {}
    for path, entry in entries(thesaurus):
        for n, variant in enumerate(entry.variants):
            first = terms.setdefault(syllables(variant), entry.term)
            if syllables(first) != syllables(entry.term):
                yield f"{path}.variants[{n}]", {"value": variant, "first": first, "term": entry.term}


def _variant_repeated(source: Source, _context: Context) -> Violations:
    thesaurus: Thesaurus = source.record
    for path, entry in entries(thesaurus):
        seen = {syllables(entry.term)}
        for n, variant in enumerate(entry.variants):
            if syllables(variant) in seen:
                yield f"{path}.variants[{n}]", {"value": variant, "term": entry.term}
            seen.add(syllables(variant))


def _stops_a_name(source: Source, context: Context) -> Violations:
    thesaurus: Thesaurus = source.record
    names = dict(_syllables_of_procedures(context))
    for _, entry in entries(thesaurus):
        for name in (entry.term, *entry.variants):
            for syllable in syllables(name):
                names.setdefault(syllable, name)
    for n, phrase in enumerate(thesaurus.stop_phrases):
        match syllables(phrase):
            case (only,) if only in names:
                yield f"stop_phrases[{n}]", {"value": phrase, "folded": only, "name": names[only]}


def _looks_like_another_word(source: Source, context: Context) -> Violations:
    thesaurus: Thesaurus = source.record
    words: dict[str, dict[str, str]] = {}
    for word, name in _first_names(_official_names(thesaurus, context)).items():
        written = word.strip(',.;:()“”"')
        words.setdefault("".join(syllables(written)), {}).setdefault(written, name)
    for path, entry in entries(thesaurus):
        for n, variant in enumerate(entry.variants):
            match syllables(variant):
                case (only,) if only in words and variant.casefold() not in words[only]:
                    word, name = next(iter(words[only].items()))
                    yield f"{path}.variants[{n}]", {"value": variant, "folded": only, "word": word, "name": name}


def _first_names(names: Iterable[str]) -> Mapping[str, str]:
    """Each word, in small letters, with the first name that has it."""
    found: dict[str, str] = {}
    for name in names:
        for word in name.casefold().replace("/", " ").split():
            found.setdefault(word, name)
    return found


def _official_names(thesaurus: Thesaurus, context: Context) -> Iterator[str]:
    yield from (names_of(context, source)[0] for source in context.repository.all("procedure"))
    yield from (entry.term for _, entry in entries(thesaurus))


@timeless
def _syllables_of_procedures(context: Context) -> Mapping[str, str]:
    """Each syllable of the names of procedures, with the first name that has it."""
    found: dict[str, str] = {}
    names = (name for source in context.repository.all("procedure") for name in names_of(context, source))
    for word, name in _first_names(names).items():
        for syllable in syllables(word):
            found.setdefault(syllable, name)
    return found


@timeless
def names_of(context: Context, source: Source) -> tuple[str, ...]:
    """What a procedure is called."""
    procedure: Procedure = source.record
    return (procedure.name, *procedure.common_names)


RULES = (
    Rule("TK101", _two_terms, ("thesaurus",)),
    Rule("TK102", _variant_repeated, ("thesaurus",), Severity.WARNING),
    Rule("TK103", _stops_a_name, ("thesaurus",)),
    Rule("TK104", _looks_like_another_word, ("thesaurus",), Severity.WARNING),
)

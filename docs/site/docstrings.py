"""Links in docstrings: from a name to its page, and from a source to its entry. The text stays as it is in the code."""

import re
from collections.abc import Mapping
from functools import lru_cache

import asc_mandate as am
from asc_mandate.interchange import names
from asc_mandate.notice import enforcement, public_holidays

from .markdown import slug
from .provenance import SOURCES, edition_page, field_anchor

_NOTICE = "../notice"
# Only names that no sentence has as a word.
_NAMES = re.compile(r"(?<![\w`.<])(" + "|".join(name for name in am.__all__ if re.search(r"[a-z][A-Z]", name)) + r")\b")
_LITERAL = re.compile(r"``([\w.-]+)``")
_QUOTE = re.compile(r"the\s+notice,(?:\s+opening\s+paragraphs\s+and)?\s+(“[^”]+”)")
_DOCTEST = re.compile(r"^ *>>> .*?(?=\n *\n|\Z)", re.MULTILINE | re.DOTALL)
_MODULES = re.compile(r"\b(?:collections\.abc|datetime|decimal)\.")
_TYPED = re.compile(r"^( *\.\. attribute:: [\w.]+)\n(\n(?:(?!\.\. attribute).*\n)*?) +:type: (.*)$", re.MULTILINE)


def typed(text: str) -> str:
    """Return a docstring that napoleon has read, with the types of attributes beside their names."""
    return _TYPED.sub(lambda found: f"{found[1]}\n   :type: {_MODULES.sub('', found[3])}\n{found[2]}", text)


def linked(text: str) -> str:
    """Return a docstring in reStructuredText with its names and sources made links."""
    parts: list[str] = []
    end = 0
    for example in _DOCTEST.finditer(text):
        parts += [_of_prose(text[end : example.start()]), example.group()]
        end = example.end()
    return "".join([*parts, _of_prose(text[end:])])


def _of_prose(text: str) -> str:
    prose = _QUOTE.sub(_quote, text)
    for words, page in _phrases().items():
        pattern = re.escape(words).replace(r"\ ", r"\s+") + r"(?!\w)"
        prose = re.sub(pattern, f"`{words} <{_NOTICE}/{page}>`__", prose)
    prose = _NAMES.sub(lambda found: f":py:obj:`~asc_mandate.{found[1]}`", prose)
    return _LITERAL.sub(_literal, prose)


def _literal(found: re.Match[str]) -> str:
    name = found[1]
    if name in {reading.id for reading in am.readings()}:
        return f"`{name} <{_NOTICE}/readings.html#{name}>`__"
    if name.partition(".")[0] in am.__all__:
        return f":py:obj:`{name} <asc_mandate.{name}>`"
    return found[0]


def _quote(found: re.Match[str]) -> str:
    words = " ".join(found[1].split())
    target = _place(words[1:-1])
    if target is None:
        return found[0]
    return found[0].replace(found[1], f"`{words} <{_NOTICE}/{target}>`__")


def _place(words: str) -> str | None:
    """Find where on the page of the latest edition some words of the notice stand."""
    edition = am.editions()[-1]
    page = _html(edition_page(edition))
    for clause in edition.clauses:
        if words in clause.wording or words in clause.citation.where:
            return f"{page}#{clause.id}"
    for service in am.ServiceType:
        for field in edition.fields(service):
            if words in field.wording:
                return f"{page}#{field_anchor(edition, service, field)}"
    return None


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, str]:
    """What docstrings call a source, and its page."""
    sources = {
        "sections 277A": enforcement.DUTY,
        "277E": enforcement.PENALTY,
        "250(7)": enforcement.PUBLIC_BODY,
        "the regulations of 2022": enforcement.IN_FORCE_FROM.citation,
        "NHSBSA on enforcement": enforcement.MISSED_IN_A_ROW.citation,
        "the draft regulations, regulation 3": enforcement.AMOUNT,
        "the draft regulations, regulation 7": enforcement.WORKING_DAYS_BY_POST.citation,
        "the list of bank holidays on GOV.UK": public_holidays.CONFIRMED_THROUGH.citation,
        "DHSC's own pipeline": names.API_CITATION,
        "Skills for Care's pipeline": names.EXTRACT_CITATION,
    }
    pages = {words: f"{_html(SOURCES)}#{slug(citation.source.title)}" for words, citation in sources.items()}
    return {**pages, "the notice's change log": "differences.html", "CQC's fees scheme": "fees.html"}


def _html(page: str) -> str:
    return page.removesuffix(".md") + ".html"

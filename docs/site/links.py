"""Checks a finished site: ``python -m docs.site.links docs/_build``.

Every link inside it must lead somewhere, nothing may be loaded from elsewhere, headings must come in order and every
picture must have words. Links that lead out of it are not followed, but listed beside it for whoever wants to.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from attrs import define, field

LIST = "external-links.txt"
_LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
_LOADING = {"stylesheet", "icon", "preload", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
_LOADED_BY_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)")


@define
class Page:
    """What one page has and wants.

    Attributes:
        ids: The anchors it has.
        links: Where it leads to.
        loads: What it is shown with.
        headings: The levels of its headings, in order.
        wordless: Pictures without words.
    """

    ids: set[str] = field(factory=set[str])
    links: list[str] = field(factory=list[str])
    loads: list[str] = field(factory=list[str])
    headings: list[int] = field(factory=list[int])
    wordless: list[str] = field(factory=list[str])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.page.ids.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
        if given.get(_LOADED.get(tag, "")) and (tag != "link" or _LOADING.intersection(given.get("rel", "").split())):
            self.page.loads.append(given[_LOADED[tag]])
        if tag == "img" and not given.get("alt"):
            self.page.wordless.append(given.get("src", ""))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.page.headings.append(int(tag[1]))


def read(root: Path) -> Mapping[Path, Page]:
    """Read every page of a site."""
    pages: dict[Path, Page] = {}
    for path in sorted(root.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        pages[path.resolve()] = reader.page
    return pages


def problems(root: Path, pages: Mapping[Path, Page]) -> Iterator[str]:
    """Say what is wrong with a site."""
    for path, page in pages.items():
        name = path.relative_to(root.resolve())
        for target in page.links + page.loads:
            if not is_external(target) and not _leads_somewhere(path, target, pages):
                yield f"{name}: {target} leads nowhere."
        for target in page.loads:
            if is_external(target):
                yield f"{name}: {target} is loaded from elsewhere."
        for source in page.wordless:
            yield f"{name}: the picture {source} has no words."
        yield from (f"{name}: {words}" for words in _headings(page.headings))
    for path in sorted(root.rglob("*.css")):
        for target in _LOADED_BY_STYLE.findall(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(root)}: {target} is loaded from elsewhere."


def external(pages: Mapping[Path, Page]) -> list[str]:
    """Return every address that a site leads to."""
    return sorted({target for page in pages.values() for target in page.links if is_external(target)})


def is_external(target: str) -> bool:
    """Return whether a link leads out of the site."""
    return bool(urlsplit(target).scheme) or target.startswith("//")


def _leads_somewhere(path: Path, target: str, pages: Mapping[Path, Page]) -> bool:
    address, anchor = urldefrag(target)
    file = (path.parent / unquote(urlsplit(address).path)).resolve() if address else path
    if file not in pages:
        return file.is_file()
    return not anchor or unquote(anchor) in pages[file].ids


def _headings(levels: list[int]) -> Iterator[str]:
    # The theme's own search page has none until somebody searches.
    if levels.count(1) > 1:
        yield f"it has {levels.count(1)} main headings."
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}."


def main(root: Path) -> int:
    """Check a site, list where it leads to, and return how many things are wrong with it."""
    pages = read(root)
    found = list(problems(root, pages))
    leads_to = external(pages)
    (root / LIST).write_text("".join(f"{address}\n" for address in leads_to), encoding="utf-8")
    count = sum(len(page.links) for page in pages.values())
    for problem in found:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(
        f"{len(pages)} pages, {count} links, {len(leads_to)} addresses outside listed in {root / LIST}, "
        f"{len(found)} problems\n"
    )
    return len(found)


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1])), 1))

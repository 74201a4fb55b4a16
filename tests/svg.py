"""What a reader of an SVG sees of it: where its shapes and words lie, and in which colours."""

import itertools
import re
from xml.etree import ElementTree as ET

from docs.site.pictures.lettering import width_of

_NUMBERS = re.compile(r"-?[\d.]+")
PAGES = {"light": "#ffffff", "dark": "#131416"}
"""The backgrounds on which a picture must be readable: a white page and furo's dark one."""


class Seen:
    """A picture, taken apart."""

    def __init__(self, text):
        self.text = text
        self.root = ET.fromstring(text)
        self.name = self.root.get("class")
        self.style = self._only("style").text.strip()
        self.title = self._only("title").text
        self.description = self._only("desc").text
        _, _, self.width, self.height = (float(number) for number in self.root.get("viewBox").split())
        self.shapes = [shape for shape in self.root if _tag(shape) not in {"style", "title", "desc"}]
        self.texts = [shape for shape in self.shapes if _tag(shape) == "text"]
        self.words = [text.text for text in self.texts]

    def _only(self, tag):
        (found,) = (element for element in self.root if _tag(element) == tag)
        return found

    def variables(self, mode):
        """The colours of a mode, as the picture declares them for a reader whose system is in that mode."""
        rule = self.style.splitlines()[0 if mode == "light" else 1]
        return dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", rule))

    def colour(self, shape, what, mode):
        """The colour in which a shape is filled, or outlined; None for none."""
        for name in shape.get("class").split():
            if name.startswith(f"{self.name}-{what}-"):
                (variable,) = re.findall(rf"\.{name}{{{what}:#[0-9a-f]{{6}};{what}:var\(--([\w-]+)\)}}", self.style)
                return self.variables(mode)[variable]
        return None

    def behind(self, text, mode):
        """The colour on which a text stands: that of the last filled shape drawn before it, or of the page."""
        under = PAGES[mode]
        for shape in self.shapes[: self.shapes.index(text)]:
            if _tag(shape) in {"rect", "circle"} and self.colour(shape, "fill", mode) and touch(box(shape), box(text)):
                under = self.colour(shape, "fill", mode)
        return under


def _tag(element):
    return element.tag.split("}")[1]


def box(shape):
    """Left, top, right and bottom of a shape; of words, as much as they take in the widest font."""
    get = {name: float(value) for name, value in shape.items() if _NUMBERS.fullmatch(value)}
    match _tag(shape):
        case "rect":
            return get["x"], get["y"], get["x"] + get["width"], get["y"] + get["height"]
        case "line":
            return get["x1"], get["y1"], get["x2"], get["y2"]
        case "circle":
            return get["cx"] - get["r"], get["cy"] - get["r"], get["cx"] + get["r"], get["cy"] + get["r"]
        case "polyline" | "polygon":
            numbers = [float(number) for number in _NUMBERS.findall(shape.get("points"))]
            return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
        case "text":
            size = get["font-size"]
            code = shape.get("class").endswith("-code")
            width = width_of(shape.text, size, bold="font-weight" in get, code=code)
            left = get["x"] - (width / 2 if shape.get("text-anchor") == "middle" else 0)
            return left, get["y"] - 0.76 * size, left + width, get["y"] + 0.24 * size


def touch(one, other):
    """Whether two boxes share some space."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def overlaps(seen):
    """The pairs of texts that cover each other."""
    placed = [(text.text, box(text)) for text in seen.texts]
    return [(one, other) for (one, a), (other, b) in itertools.combinations(placed, 2) if touch(a, b)]


def outside(seen):
    """The shapes and texts that leave the picture, and the texts that leave the box in which they begin."""
    found = []
    for shape in seen.shapes:
        left, top, right, bottom = box(shape)
        if left < 0 or top < 0 or right > seen.width or bottom > seen.height:
            found.append(ET.tostring(shape, "unicode"))
    boxes = [box(shape) for shape in seen.shapes if _tag(shape) == "rect"]
    for text in seen.texts:
        left, top, right, bottom = box(text)
        for around in boxes:
            begins_within = around[0] <= left <= around[2] and around[1] <= (top + bottom) / 2 <= around[3]
            if begins_within and right > around[2]:
                found.append(text.text)
    return found


def contrast(one, other):
    """The contrast of two colours, as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""How wide words are, so that they can be wrapped and kept apart."""

# The widths of DejaVu Sans, in hundredths of the size, because it is the widest of the fonts that readers' systems
# choose: what fits in it fits in the others.
_WIDTHS = {
    character: width
    for width, characters in {
        28: "'ijl",
        30: "IJ",
        32: " \N{NO-BREAK SPACE},.‘’·",
        34: "/:;\\|",
        36: "f",
        37: "-",
        40: "()[]t",
        42: "!r",
        46: '"',
        50: "*_`–",
        53: "sz“”",
        55: "?c",
        58: "FLk",
        60: "vxy•",
        62: "PTYaeo",
        64: "$0123456789ESbdghnpqu{}£",
        66: "K",
        70: "ABCRVXZ",
        75: "NU",
        77: "DH",
        79: "&GOQ",
        84: "#+<=>^~→×w",
        88: "M",
        98: "%m",
        100: "@W—…",
    }.items()
    for character in characters
}
NO_BREAK = "\N{NO-BREAK SPACE}"
"""Keeps the words on both its sides on one line; comes out of wrapping as an ordinary space."""

_BOLD = 1.15
_CODE = 0.605


def width_of(words: str, size: float, *, bold: bool = False, code: bool = False) -> float:
    """Return how wide a line of words is at most, in any of the fonts."""
    if code:
        return len(words) * _CODE * size
    return sum(_WIDTHS.get(character, 100) for character in words) * size / 100 * (_BOLD if bold else 1)


def wrapped(words: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break words into lines that are no wider than a width; a single word may be."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(line.replace(NO_BREAK, " ") for line in lines)

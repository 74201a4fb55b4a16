"""What identifies a person: names of fields that ask for it, and texts that hold it."""

import re
from collections.abc import Callable, Mapping

_SEP = r"[ .\u00a0-]?"
# Bounded, so that the work grows with the length of a text and not with its square.
_EMAIL = re.compile(r"[^\s@](@|\(at\)|\[at\])[^\s@]{1,255}\.[^\s@]")
_TELEPHONE = re.compile(
    rf"(?<![\d-])((\+|00)?44{_SEP}(\(0\))?{_SEP}|\(?0)"
    rf"(\d{{2}}\)?{_SEP}\d{{4}}{_SEP}\d{{4}}|\d{{3}}\)?{_SEP}\d{{3}}{_SEP}\d{{4}}|\d{{4}}\)?{_SEP}\d{{3}}{_SEP}\d{{3}})(?!\d)"
)
_NHS_NUMBER = re.compile(rf"(?<![\d-])\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{4}}(?!\d)")

_PERSON = (
    "resident|patient|person|service_user|client|staff|carer|care_worker|worker|employee|nurse|manager|relative|contact"
)
_FIELD = re.compile(
    rf"(^|_)((first|last|given|family|middle|full|sur|fore)_?names?|({_PERSON})s?_(\d+_)?names?|next_of_kin"
    r"|dob|d_o_b|date_of_birth|birth_?date|(nhs|ni|national_insurance|passport)_(no|num|number)|nino"
    r"|e_?mail(_address)?|(home_|street_|postal_)?address(_line_?\d)?|post_?code"
    r"|(tele)?phone(_no|_number)?|mobile(_no|_number)|tel(_no|_number)?)$"
)
_NOT_A_PERSON = re.compile(r"(^|_)(ip|web|site)_address$")


# What every text has that identifies somebody.
_MARK = re.compile(r"[\d@(\[]")


def asks_for_a_person(key: str) -> bool:
    """Return whether a field's name asks for a person's details."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key.strip())
    name = re.sub(r"[\W_]+", "_", words).strip("_").lower()
    return bool(_FIELD.search(name)) and not _NOT_A_PERSON.search(name)


def identifies(text: str) -> str | None:
    """Return what in a text identifies a person; None where nothing does."""
    return next((what for what, holds in _HELD.items() if holds(text)), None) if _MARK.search(text) else None


def _holds_nhs_number(text: str) -> bool:
    """Return whether a text has ten digits grouped like an NHS number, or whose last one checks the others."""
    for found in _NHS_NUMBER.findall(text):
        digits = [int(mark) for mark in found if mark.isdigit()]
        rest = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
        if len(found) > len(digits) or (11 - rest) % 11 == digits[9]:
            return True
    return False


_HELD: Mapping[str, Callable[[str], object]] = {
    "an e-mail address": _EMAIL.search,
    "a telephone number": _TELEPHONE.search,
    "an NHS number": _holds_nhs_number,
}

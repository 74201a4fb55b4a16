"""What each finding code means and what to do about it, in words that add no fact to what the package says."""

from collections.abc import Mapping

from attrs import frozen


@frozen
class Advice:
    """What a page says of one finding code.

    Attributes:
        means: What was found.
        do: What to do about it.
    """

    means: str
    do: str


_CORRECT = "Correct the item that is wrong. If both are right, look again at what each of them counts."
_LOOK = "Look at both numbers. If they are right, nothing has to be done: a query never decides the outcome."

GROUPS: Mapping[str, Mapping[str, Advice]] = {
    "When it was saved": {
        "window-not-open": Advice(
            "The reporting window has not opened by the day of the check, so no save can count yet.",
            "Save each section again once the window is open, even if nothing has changed.",
        ),
        "not-saved-in-window": Advice(
            "A section was last saved before the window opened, or not at all. What counts is a save inside the "
            "window, not a change.",
            "Save the section between the opening and the close, even if nothing has changed.",
        ),
        "late": Advice(
            "A section was saved after the window closed.",
            "If there was an earlier save inside the window, give that one. Otherwise the window was missed.",
        ),
        "saved-after-check": Advice(
            "A save is dated later than the day or the moment of the check.",
            "Correct the date of the save, or check on a later day. A save still to come does not count.",
        ),
        "unknown-section": Advice(
            "A save is given for a section that the list does not have, and was passed over.",
            "Use the section ids of the edition. A section that is left out counts as not saved.",
        ),
    },
    "What was entered": {
        "missing": Advice(
            "An item that is required was left blank. Blank is not zero. Where it is in doubt whether the section was "
            "saved in time, it is a query and no breach.",
            "Enter the item, and save its section inside the window. 0 is an answer.",
        ),
        "wrong-type": Advice(
            "A value is no answer of the kind that the item takes: text where a number is asked for, say, or a "
            "fraction where something is counted.",
            "Enter an answer of the right kind; the message says which.",
        ),
        "negative": Advice("A number is below zero.", "Enter the number; it cannot be less than 0."),
        "not-finite": Advice("A number is infinite, or not a number at all.", "Enter the number, or 0."),
        "unusually-large": Advice(
            "An amount is far larger than is expected of one location.", "Check that nothing was typed twice."
        ),
        "unknown-field": Advice(
            "A key is no item of the list, so nothing was done with its value. The message says where it may belong.",
            "Use the item’s id; the nearest one is named where there is one.",
        ),
        "not-required": Advice(
            "An item was given, though it is not asked for on the deciding day. That is for information.",
            "Nothing has to be done. The message says when the item is asked for.",
        ),
        "undetermined": Advice(
            "It cannot be known whether an item had to be given, because the campaigns are not known for that day.",
            "If Capacity Tracker shows the question, answer it. Once the campaigns are announced, supply them with "
            "`Calendar.with_campaigns`.",
        ),
    },
    "What the source of the return does not hold": {
        "not-carried": Advice(
            "What the return was read from has no place for an item that is asked for. Nothing is concluded from that.",
            "Look in Capacity Tracker whether the item was given.",
        ),
        "save-not-known": Advice(
            "What the return was read from does not say when a section was saved, or tells only the last of several "
            "saves.",
            "Look in Capacity Tracker whether there was a save inside the window.",
        ),
    },
    "The location": {
        "location-duplicated": Advice(
            "The same location stands more than once among returns checked together for the same kind of service.",
            "Keep the one that Capacity Tracker holds.",
        ),
        "location-id-unrecognised": Advice(
            "The location id does not look like one of CQC’s. That is for information: sites of NHS bodies may be "
            "numbered otherwise.",
            "Check the id: a digit, a hyphen and 8 to 12 digits.",
        ),
    },
    "What cannot be true": {
        "overtime-exceeds-hours-paid": Advice(
            "Overtime is more than the hours paid to direct employees, which include it.", _CORRECT
        ),
        "absences-exceed-headcount": Advice(
            "More staff of a group are absent than are directly employed in it.", _CORRECT
        ),
        "vaccinated-exceed-headcount": Advice(
            "More staff are known to be vaccinated than there are: of those directly employed, or of agency or bank "
            "staff.",
            _CORRECT,
        ),
    },
    "What is worth a second look": {
        "occupied-exceeds-capacity": Advice("More beds are occupied than the maximum capacity.", _LOOK),
        "beds-exceed-capacity": Advice(
            "Beds occupied, reserved and accepting admissions make more than the maximum capacity.", _LOOK
        ),
        "vaccinated-exceed-residents": Advice(
            "More residents are known to be vaccinated than beds are occupied. Residents change, so both can be right.",
            _LOOK,
        ),
        "absences-exceed-staff": Advice(
            "More staff are absent because of COVID-19 than have face-to-face contact. The same people are not always "
            "counted.",
            _LOOK,
        ),
        "vaccinated-exceed-staff": Advice(
            "More staff are known to be vaccinated than have face-to-face contact. The same people are not always "
            "counted.",
            _LOOK,
        ),
        "packages-exceed-service-users": Advice(
            "More packages of care were returned or ended than there are service users. Those whose package ended are "
            "no longer counted.",
            _LOOK,
        ),
        "headcounts-copied": Advice(
            "The three headcounts of directly employed staff are those of agency or bank staff, too.",
            "Check that one was not copied from the other.",
        ),
        "headcount-unusually-large": Advice(
            "A headcount, or the number of service users, is larger than is usual for one location.",
            "Check the number.",
        ),
        "beds-occupied-without-staff": Advice("Beds are occupied, but every headcount of staff is 0.", _LOOK),
        "hours-paid-without-staff": Advice(
            "Hours were paid to direct employees, but every headcount of them is 0.", _LOOK
        ),
        "staff-without-hours-paid": Advice("Staff are directly employed, but no hours were paid to them.", _LOOK),
        "visiting-options-without-visits": Advice(
            "Residents could not take part in visits, but visiting options are listed.", "Look at both answers."
        ),
    },
}
"""Finding code to what is said of it, in groups under the headings of the page."""

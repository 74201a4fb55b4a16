"""What is called: every public function, method and class that takes a caller's values, with what it is given.

What stands beside an odd value is mostly sound, so that the value is looked at and the call is not refused at the door.
"""

from tests.hostile.targets import capacity_tracker, dates, judging, penalties, records, strategies
from tests.hostile.targets.shapes import TARGETS

__all__ = ["TARGETS", "capacity_tracker", "dates", "judging", "penalties", "records", "strategies"]

"""Hypothesis strategies, to test your own code with: windows, moments at their edges, returns, ledgers.

Needs Hypothesis: install ``asc-mandate[testing]``. What is drawn lies where everything is known: in editions that are
held, before the campaigns end that are known of.
"""

try:
    import hypothesis as _hypothesis
except ImportError:
    raise ImportError(
        "asc_mandate.testing needs Hypothesis, which is not installed; install asc-mandate[testing]."
    ) from None

from asc_mandate.testing.defects import DEFECTS, returns_with_defect
from asc_mandate.testing.ledgers import ledgers
from asc_mandate.testing.returns import Judged, met_returns
from asc_mandate.testing.windows import moments_at_edges, windows

__all__ = ["DEFECTS", "Judged", "ledgers", "met_returns", "moments_at_edges", "returns_with_defect", "windows"]

del _hypothesis

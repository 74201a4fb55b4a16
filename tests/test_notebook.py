"""What the last expression of a notebook's cell shows."""

import pytest

CELLS = (
    "import datetime as dt\nimport asc_mandate as am\nday = dt.date(2026, 11, 10)\nam.checklist('care_home', day)",
    "report = am.validate(am.Return('care_home', {'beds_occupied': 38}, location_id='1-1000210669'), day)\nreport",
    "am.validate_all([report.return_] * 300, day)",
    "ledger = am.Ledger({(2026, month): 'not_met' for month in (6, 7, 8)}, location_id='1-1000210669')\nledger",
    "am.assess_penalty(ledger, am.Provider(public_body=False), dt.date(2026, 9, 1))",
)


@pytest.mark.slow
# Jupyter warns of its own future.
@pytest.mark.filterwarnings("default")
def test_a_notebook_shows_a_table_for_each_result():
    nbclient = pytest.importorskip("nbclient", reason="a notebook needs nbclient; run `nox -s package`")
    nbformat = pytest.importorskip("nbformat", reason="a notebook needs nbformat; run `nox -s package`")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    nbclient.NotebookClient(notebook, kernel_name="python3", timeout=300).execute()
    for cell in notebook.cells:
        (output,) = cell.outputs
        assert "<table>" in output.data["text/html"]
        # One line, for consoles.
        assert len(output.data["text/plain"]) <= 120

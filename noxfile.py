"""What a contributor repeats: ``nox`` runs the usual sessions, ``nox -s NAME`` one of them, ``nox -l`` lists all."""

import tomllib
from pathlib import Path

import nox

nox.needs_version = ">=2026"
nox.options.default_venv_backend = "uv"
nox.options.download_python = "never"
nox.options.sessions = ["tests-3.11", "lint", "types", "docs"]

PYTHONS = ["3.11", "3.12", "3.13"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the everyday suite: about a minute; on the oldest Python every branch."""
    session.install("-r", "requirements/test.txt", "-e", ".")
    session.run("pytest", *([] if session.python == PYTHONS[0] else ["--no-cov"]), *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """Run the tests that take longer."""
    session.install("-r", "requirements/test.txt", "-e", ".")
    session.run("pytest", "-m", "slow", *session.posargs)


@nox.session
def pyodide(session: nox.Session) -> None:
    """Run the everyday suite on Python 3.14, by Pyodide; each test that cannot run there is named, and why."""
    session.install("-e", ".", "pip", "-c", "requirements/package.txt")
    fetch = "from docs.site import runtime; print(runtime.fetch_pyodide() or '')"
    if problem := str(session.run("python", "-c", fetch, silent=True)).strip():
        session.skip(f"Python 3.14 is not tried: {problem}.")
    pinned = [line.partition(" ")[0] for line in Path("requirements/test.txt").read_text(encoding="utf-8").splitlines()]
    # MarkupSafe has none either, but does without what is compiled.
    without_build = ("google-re2", "jsonschema-rs", "numpy", "markupsafe")
    wanted = [line for line in pinned if not line.startswith(without_build)]
    install = ["python", "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps", "--target", "build/pyodide"]
    built_for = ["--python-version", "3.14", "--abi", "cp314", "--platform", "pyemscripten_2026_0_wasm32"]
    session.run(*install, "--only-binary", ":all:", "--implementation", "cp", *built_for, *wanted)
    session.run(*install, *(line for line in pinned if line.startswith("markupsafe")))
    program = Path("tests/pyodide.py").read_text(encoding="utf-8")
    session.run("node", "docs/site/python.mjs", str(Path("docs/_static/runtime").resolve()), program, external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style, and that imports go one way."""
    session.install("-r", "requirements/lint.txt", "-e", ".")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the package as it is installed, and of what users write."""
    session.install("-r", "requirements/lint.txt", ".")
    python = f"{session.bin}/python"
    session.run("mypy")
    session.run("pyright", "--project", ".", "--pythonpath", python)
    session.run("python", "-W", "error", "tests/typing/accepted.py")
    session.chdir(session.create_tmp())
    session.run("pyright", "--pythonpath", python, "--verifytypes", "asc_mandate", "--ignoreexternal", silent=True)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the everyday suite with the lowest versions that pyproject.toml allows."""
    dependencies = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    overrides = Path(session.create_tmp(), "lowest.txt")
    overrides.write_text("\n".join(line.replace(">=", "==") for line in dependencies), encoding="utf-8")
    session.install("-r", "requirements/test.txt", "-e", ".", "--overrides", str(overrides))
    session.run("pytest", "--no-cov", *session.posargs)


@nox.session(python=PYTHONS[-1])
def newest(session: nox.Session) -> None:
    """Run the everyday suite with the newest release of everything."""
    session.install("--upgrade", "-r", "requirements/test.in", "-e", ".")
    session.run("pytest", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Put small faults into the package and see whether the everyday suite notices: `nox -s mutants -- NAME...`."""
    session.install("-r", "requirements/mutants.txt", "-e", ".")
    session.run("mutmut", "run", *session.posargs, env={"HYPOTHESIS_PROFILE": "mutants"})
    session.run("mutmut", "results")


@nox.session
def audit(session: nox.Session) -> None:
    """Look for known vulnerabilities in what the package brings."""
    session.install("-r", "requirements/package.txt")
    brought, report = (Path(session.create_tmp(), name) for name in ("brought.txt", "audit.json"))
    report.unlink(missing_ok=True)
    session.run("uv", "pip", "compile", "--quiet", "--universal", "pyproject.toml", "--output-file", str(brought))
    exactly = ["--requirement", str(brought), "--no-deps", "--disable-pip", "--strict"]
    # It ends with 1 where it finds something and where it cannot ask; only where it could ask is there a report.
    session.run(
        "pip-audit", *exactly, "--format", "json", "--output", str(report), "--timeout", "15", success_codes=[0, 1]
    )
    if not report.exists():
        session.skip("No service that knows vulnerabilities could be asked, so nothing is known: this is not clean.")
    session.run("pip-audit", *exactly)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site; a reference or an anchor that leads nowhere is an error."""
    session.install("-r", "requirements/docs.txt", "-e", ".")
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build")


@nox.session
def links(session: nox.Session) -> None:
    """Follow every link that leads out of the site; needs a connection."""
    session.install("-r", "requirements/docs.txt", "-e", ".")
    session.run("sphinx-build", "-b", "linkcheck", "docs", "docs/_build/links")


@nox.session
def package(session: nox.Session) -> None:
    """Build the release, examine it, use the wheel alone, then with the recipes; and try the page in Chromium."""
    session.install("-r", "requirements/package.txt", "-e", ".")
    session.run(
        "pytest", "-n0", "-m", "slow", "tests/test_package.py", "tests/test_notebook.py", "tests/test_check_page.py"
    )
    folder = Path(session.create_tmp()).resolve()
    for earlier in folder.glob("asc_mandate*"):
        earlier.unlink()
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(folder), silent=True)
    (wheel,) = folder.glob("*.whl")
    session.run("uv", "venv", "--quiet", "--clear", str(folder / "alone"))
    install = ["uv", "pip", "install", "--quiet", "--python", str(folder / "alone")]
    python = str(folder / "alone" / "bin" / "python")
    session.run(*install, str(wheel))
    session.run(python, "-W", "error", "docs/examples/check_a_return.py", external=True)
    session.run(*install, "-r", "requirements/recipes.txt")
    session.run(python, "tests/pages.py", *map(str, sorted(Path("docs/how-to").glob("*.md"))), external=True)


@nox.session
def pins(session: nox.Session) -> None:
    """Compile requirements/*.txt anew, with the newest releases."""
    compile_ = ["uv", "pip", "compile", "--upgrade", "--universal", "--python-version", PYTHONS[0]]
    compile_ += ["--no-header", "--no-annotate", "--quiet"]
    # The first pins what the others are held to.
    for name in ("test", "lint", "docs", "package", "recipes", "mutants", "benchmark", "dev"):
        package = [] if name == "dev" else ["pyproject.toml"]
        extra = ["--extra", "recipes"] if name == "recipes" else []
        pinned = ["--output-file", f"requirements/{name}.txt"]
        session.run(*compile_, *package, *extra, f"requirements/{name}.in", *pinned)

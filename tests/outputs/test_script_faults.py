"""Faults of scripts, as the bundler finds them: one message, with the place of each."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.outputs import script_bundles
from generator.outputs.script_faults import describe_faults
from tests.browser.built import ENVIRONMENT, prepare_project
from tests.paths import DATA, PROJECT
from tests.project.test_layering import scripts

BUNDLER = PROJECT / "node_modules/.bin/esbuild"


def bundle(folder: Path, *scripts: str) -> str:
    """Return what is said of scripts that cannot be bundled."""
    command = [str(BUNDLER), *scripts, "--bundle", "--outdir=out", "--log-level=warning"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode
    return describe_faults(done.stderr, folder)


def test_each_fault_is_said_with_its_place_in_characters(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import "./none.js";\n', "utf-8")
    (tmp_path / "b.js").write_text('\nexport const é = "é" 5;\n', "utf-8")
    assert bundle(tmp_path, "b.js", "a.js") == (
        "scripts with errors; correct them and build again:\n"
        'a.js:1:8: error: Could not resolve "./none.js" [script]\n'
        'b.js:2:22: error: Expected ";" but found "5" [script]'
    )


def test_what_is_no_fault_of_a_script_is_said_too(tmp_path: Path) -> None:
    said = bundle(tmp_path, "none.js")
    assert said == 'the scripts cannot be bundled:\nCould not resolve "none.js"'
    missing = "/usr/bin/env: ‘node’: No such file or directory"
    assert describe_faults(f"{missing}\n", tmp_path) == f"the scripts cannot be bundled:\n{missing}"


def test_no_script_is_left_out() -> None:
    bundled = (*script_bundles._AT_ONCE.values(), *script_bundles._ON_FIRST_USE.values())
    found = [Path(name) for name in (*bundled, *script_bundles._COPIED)]
    for script in found:  # it grows
        found += scripts()[script] - {*found}
    assert {*found} == {*scripts()}


@pytest.mark.parametrize("name", ["browse/main.js", "contribute/facts.js", "tables/long.js"])
def test_a_build_ends_with_the_place_of_the_fault(name: str, tmp_path: Path) -> None:
    config = prepare_project(DATA / "catalog" / "entries", tmp_path)
    (tmp_path / "node_modules").symlink_to(PROJECT / "node_modules")
    script = tmp_path / "site_docs/assets" / name
    script.write_text(f"{script.read_text('utf-8')}\nif (1 {{\n", "utf-8")
    line = len(script.read_text("utf-8").splitlines())
    done = run(tmp_path, "-m", "mkdocs", "build", "-q", "-f", str(config))
    assert f'site_docs/assets/{name}:{line}:7: error: Expected ")" but found "{{"' in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


def test_without_a_place_for_temporary_files_no_program_is_missing() -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))"
    program = f"{limit}; from generator.engine.content import bundle_scripts; bundle_scripts()"
    done = run(PROJECT, "-c", program)
    assert "No usable temporary directory" in done.stderr
    assert "npm ci" not in done.stderr.splitlines()[-1]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )

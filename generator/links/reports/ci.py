"""The outcome for machines that show it: GitHub's annotations, JUnit, SARIF."""

import json
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.links.reports.plain import counts
from generator.links.reports.row import Row, Rows
from generator.links.verdict import Verdict
from generator.report import SARIF_SCHEMA

_LEVELS = {Verdict.UNKNOWN: "notice", Verdict.OK: "notice"}
_SARIF_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}


def level(row: Row) -> str:
    """`error` for what fails the run, `notice` for what could not be told or is a hint, else `warning`."""
    return "error" if row.result.fails else _LEVELS.get(row.result.verdict, "warning")


def github(rows: Rows) -> str:
    """Workflow commands that annotate the lines of a pull request, then the counts and hints."""
    hints = (f"::notice title=links::{_escaped(hint)}" for hint in rows.outcome.hints)
    return "\n".join([*map(_annotation, rows.told), counts(rows), *hints])


def _annotation(row: Row) -> str:
    path = _escaped(row.result.link.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={row.line},col={row.column},title=link {row.result.verdict}"
    return f"::{level(row)} {place}::{_escaped(row.message)}"


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def junit(rows: Rows) -> str:
    """JUnit's XML: a case for each link; failed, or skipped where nothing could be told."""
    failures = sum(row.result.fails for row in rows.all)
    untold = sum(row.result.verdict is Verdict.UNKNOWN for row in rows.all)
    totals = {"tests": str(len(rows.all)), "failures": str(failures), "skipped": str(untold)}
    suites = Element("testsuites", totals)
    suite = SubElement(suites, "testsuite", {"name": "links", **totals})
    for row in rows.all:
        _case(suite, row)
    return tostring(suites, "unicode", xml_declaration=True)


def _case(suite: Element, row: Row) -> None:
    link = row.result.link
    name = {
        "classname": link.path,
        "name": f"{link.field} {link.url}",
        "file": link.path,
        "line": str(row.line),
    }
    case = SubElement(suite, "testcase", name)
    if row.result.fails:
        SubElement(
            case, "failure", {"type": str(row.result.verdict), "message": row.message}
        ).text = row.place
    elif row.result.verdict is Verdict.UNKNOWN:
        SubElement(case, "skipped", {"message": row.message})
    elif not row.result.is_quiet:
        SubElement(case, "system-out").text = f"{row.result.verdict}: {row.message}"


def sarif(rows: Rows) -> str:
    """SARIF 2.1.0, which code scanning reads."""
    driver = {"name": "medvlm links", "rules": [{"id": f"link-{verdict}"} for verdict in Verdict]}
    run = {"tool": {"driver": driver}, "results": list(map(_sarif_result, rows.told))}
    return json.dumps(
        {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
    )


def _sarif_result(row: Row) -> dict[str, object]:
    region = {"startLine": row.line, "startColumn": row.column}
    location = {"artifactLocation": {"uri": row.result.link.path}, "region": region}
    return {
        "ruleId": f"link-{row.result.verdict}",
        "level": _SARIF_LEVELS[level(row)],
        "message": {"text": row.message},
        "locations": [{"physicalLocation": location}],
    }

"""What each registered service must have: a new one is a module, a line and its fake."""

import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from generator.entry.model import Entry
from generator.links import providers
from generator.links.answers.verdict import Verdict, WorkRecord
from generator.links.asking.service import ClientContext, LinkService, Service
from generator.links.gathering.recognize import recognize
from generator.links.providers import crossref, doi
from generator.links.services import LINK_SERVICES, SERVICES
from tests.links.conftest import Answers
from tests.links.fakes import world as worlds
from tests.links.fakes.fake import FakeService, example_of, fake_of
from tests.links.fakes.world import World

ENTRY = Entry(
    id="made",
    title="A Made-Up Work",
    authors=("Clara Probe",),
    kind="model",
    section="x",
    added="2026-11-24",
)

each_service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
each_with_links = pytest.mark.parametrize("service", LINK_SERVICES.values(), ids=lambda service: service.name)
each_with_links_and_api = pytest.mark.parametrize(
    "service",
    [service for service in LINK_SERVICES.values() if service.api],
    ids=lambda service: service.name,
)


def test_every_module_that_describes_a_service_is_listed() -> None:
    modules = [
        import_module(f"{providers.__name__}.{module.name}") for module in iter_modules(providers.__path__)
    ]
    described = [module.SERVICE for module in modules if hasattr(module, "SERVICE")]
    assert [service.name for service in described if service not in SERVICES] == []


@each_service
def test_a_service_has_a_fake_and_the_documented_address_of_its_api(service: Service) -> None:
    assert issubclass(fake_of(service.name), FakeService)
    assert service.name.isalpha()
    assert service.name.islower()
    assert service.api.startswith("https://") or service.name == "web"


@each_with_links
def test_what_a_provider_reads_from_answers_is_tested(service: LinkService) -> None:
    """A test module of this folder uses the provider itself; those for every service see less."""
    files = [file for file in Path(__file__).parent.glob("test_*.py") if file.name != Path(__file__).name]
    module = re.compile(rf"{providers.__name__}(?:\.| import .*\b){service.name}\b")
    assert [file.name for file in files if module.search(file.read_text("utf-8"))]


@each_with_links
def test_a_link_service_has_an_example_address_that_leads_to_it(
    service: LinkService,
) -> None:
    assert recognize(example_of(service.name)).service == service.name


@each_with_links_and_api
def test_a_service_finds_what_its_fake_was_given_and_nothing_else(
    service: LinkService, world: World, context: ClientContext, answers: Answers
) -> None:
    id_ = recognize(example_of(service.name)).id
    provider = service.provider(context)
    provider.check([id_], answers)
    assert answers.pop(id_).verdict in (Verdict.DEAD, Verdict.UNKNOWN)
    world.fakes[service.name].add(id_, ENTRY)
    service.provider(context).check([id_], answers)
    assert answers[id_].verdict is Verdict.OK
    if isinstance(record := answers[id_].facts, WorkRecord):
        assert record.title == ENTRY.title
        assert record.authors in ((), ENTRY.authors)


def test_names_and_addresses_are_unique() -> None:
    for values in ([service.name for service in SERVICES], [service.api for service in SERVICES]):
        assert len(set(values)) == len(values)


def test_every_service_has_the_address_of_its_fake(world: World) -> None:
    for service in SERVICES:
        if service.api:
            assert service.api_address().url.startswith(world.servers[service.name].url)


def test_a_service_without_a_fake_stops_every_test_that_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten = replace(crossref.SERVICE, name="forgotten", api="https://api.example.org")
    monkeypatch.setattr(worlds, "SERVICES", (*SERVICES, forgotten))
    with pytest.raises(LookupError, match=r"has no fake: write tests/links/fakes/forgotten\.py"):
        World()


def test_the_environment_names_another_address() -> None:
    chosen = doi.SERVICE.api_address({"MEDVLM_DOI_API": "http://127.0.0.1:1/"})
    assert (chosen.url, chosen.is_custom) == ("http://127.0.0.1:1", True)
    assert doi.SERVICE.api_address({}).url == doi.SERVICE.api
    assert not doi.SERVICE.api_address({}).is_custom

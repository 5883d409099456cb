"""Names are split as BibTeX and reference managers do it."""

import pytest

from generator.entry.people import split_name

PEOPLE = {
    "Ada Example": "Example, Ada",
    "Maria C. S. Santos": "Santos, Maria C. S.",
    "Jeroen van der Laak": "van der Laak, Jeroen",
    "Maria de la Iglesia-Vayá": "de la Iglesia-Vayá, Maria",
    "Rogier Van der Sluijs": "Van der Sluijs, Rogier",
    "Christina Hulsbergen-van de Kaa": "Hulsbergen-van de Kaa, Christina",
    "Blaise Agüera y Arcas": "Agüera y Arcas, Blaise",
    "Ismail Ben Ayed": "Ben Ayed, Ismail",
    "Ben Sample": "Sample, Ben",
    "Long Van Nguyen": "Nguyen, Long Van",
    "Chu The Chuong": "Chuong, Chu The",
    "Van Le": "Le, Van",
    "Samuel G. Armato III": "Armato III, Samuel G.",
    "Clifford R. Jack, Jr.": "Jack Jr., Clifford R.",
    "van der Laak, Jeroen": "van der Laak, Jeroen",
    "  Ada\n Example ": "Example, Ada",
    "例 示": "示, 例",
}
GROUPS = [
    "OpenAI",
    "The Example Consortium",
    "Alzheimer's Example Initiative",
    "Authors of the Example",
    "Alice and Bob",
    "Last, First, Third",
    "Institute of Examples, Berlin",
    ", Ada",
    "others",
]


@pytest.mark.parametrize(("name", "last_first"), PEOPLE.items())
def test_a_person_has_a_family_name(name: str, last_first: str) -> None:
    found = split_name(name)
    assert found.last_first == last_first
    assert not found.literal


@pytest.mark.parametrize("name", GROUPS)
def test_the_name_of_a_group_is_not_split(name: str) -> None:
    found = split_name(name)
    assert (found.family, found.literal, found.given) == (name, True, "")
    assert found.last_first == found.natural == name


def test_a_name_may_have_a_particle_and_a_suffix() -> None:
    found = split_name("Jan-Willem van de Meent Jr")
    assert (found.given, found.particle, found.family, found.suffix) == (
        "Jan-Willem",
        "van de",
        "Meent",
        "Jr",
    )
    assert found.natural == "Jan-Willem van de Meent Jr"

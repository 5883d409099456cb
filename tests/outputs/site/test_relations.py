"""Which works use which, which are similar and why, and what the trends count."""

from generator.catalog.catalog import Catalog
from generator.entry.model import DataCard, Entry, ModelCard, Uses
from generator.views import relations, trends


def entry(id_: str, **fields: object) -> Entry:
    common = {"id": id_, "title": f"On {id_}", "kind": "model", "section": "models", "added": "2024-01-01"}
    return Entry.model_validate(common | fields)


def catalog_of(catalog: Catalog, *entries: Entry) -> Catalog:
    return Catalog({one.id: one for one in entries}, catalog.vocabularies)


def test_use_is_known_from_both_sides(catalog: Catalog) -> None:
    data = entry("data2020", kind="dataset")
    base = entry("base2020")
    user = entry(
        "user2023",
        uses=Uses(trained_on=("data2020", "Plain"), evaluated_on=("data2020",)),
        model=ModelCard(base="base2020"),
    )
    part = entry("part2024", kind="dataset", dataset=DataCard(built_from=("data2020",)))
    made = catalog_of(catalog, data, base, user, part)
    assert list(relations.list_used_works(user)) == [
        ("trained_on", "data2020"),
        ("trained_on", "Plain"),
        ("evaluated_on", "data2020"),
        ("base", "base2020"),
    ]
    assert relations.find_users(made, "data2020") == {
        "trained_on": [user],
        "evaluated_on": [user],
        "built_from": [part],
    }
    assert relations.find_users(made, "base2020") == {"base": [user]}
    assert relations.find_users(made, "user2023") == {}


def test_related_works_say_why(catalog: Catalog) -> None:
    one = entry("one2023", authors=["Ada Example"], uses=Uses(trained_on=("Films",)), tasks=["vqa"])
    two = entry("two2023", authors=["Ada Example", "Ben Sample"], uses=Uses(trained_on=("Films",)))
    far = entry("far2023", authors=["Cy Other"])
    found = relations.find_related(one, catalog_of(catalog, one, two, far))
    assert [(item.entry.id, item.reason) for item in found] == [
        ("two2023", "shares author Ada Example; also uses Films")
    ]


def test_a_reason_names_the_shared_task_and_counts_what_is_too_much(catalog: Catalog) -> None:
    shared = {"tasks": ["vqa"], "modalities": ["ct"], "authors": ["A B", "C D", "E F"]}
    one, two = entry("one2023", **shared), entry("two2023", **shared)
    task = catalog.label("tasks", "vqa").lower()
    modality = catalog.label("modalities", "ct")
    assert relations.find_related(one, catalog_of(catalog, one, two))[0].reason == (
        f"shares authors A B, C D and 1 more; {task} on {modality}"
    )


def test_what_one_uses_is_not_listed_as_related_again(catalog: Catalog) -> None:
    data = entry("data2020", kind="dataset", authors=["Ada Example"])
    user = entry("user2023", authors=["Ada Example"], uses=Uses(trained_on=("data2020",)))
    assert relations.find_related(user, catalog_of(catalog, data, user)) == []


def test_what_too_many_share_relates_nobody(catalog: Catalog) -> None:
    many = [
        entry(f"e{number}", uses=Uses(trained_on=("Films",))) for number in range(relations.MAX_SHARING + 1)
    ]
    assert relations.find_related(many[0], catalog_of(catalog, *many)) == []


def test_lone_early_works_do_not_stretch_the_years(catalog: Catalog) -> None:
    works = [entry("old1990", date="1990"), *(entry(f"e{n}", date=f"{2020 + n // 3}") for n in range(9))]
    assert trends.list_years(catalog_of(catalog, *works)) == [2020, 2021, 2022]
    assert trends.list_years(catalog_of(catalog, works[0])) == [1990]


def test_shares_need_enough_works(catalog: Catalog) -> None:
    code = {"code": "https://github.com/example/x"}
    works = [entry(f"e{n}", date="2021", links=code if n < 2 else {}) for n in range(4)]
    works.append(entry("late", date="2022", links=code))
    share = trends.compute_shares(
        catalog_of(catalog, *works), lambda one: bool(one.links.code), "model", [2021, 2022]
    )
    assert share == {2021: 50.0, 2022: None}


def test_most_used_counts_each_user_once(catalog: Catalog) -> None:
    data, other = entry("data2020", kind="dataset"), entry("more2020", kind="dataset")
    both = Uses(trained_on=("data2020",), evaluated_on=("data2020", "more2020"))
    users = [entry("u1", uses=both), entry("u2", uses=Uses(trained_on=("data2020",)))]
    assert trends.find_most_used(catalog_of(catalog, data, other, *users), 5) == [(data, 2), (other, 1)]

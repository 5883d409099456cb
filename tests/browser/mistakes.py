"""Mistakes that a person may make in the form of the contribute page, each in an otherwise valid entry."""

from typing import Any

from generator.entry.identifiers import IDENTIFIERS
from tests.identifier_examples import EXAMPLES as IDENTIFIER_EXAMPLES

Data = dict[str, Any]

SUMMARY = "Pairs made-up films with invented reports and measures what is found again."
VALID: Data = {
    "title": "A study of nothing at all",
    "kind": "study",
    "summary": SUMMARY,
    "section": "adjacent",
    "doi": "10.9999/nothing",
}


def with_value(path: str, value: Any) -> Data:
    key, _, inner = path.partition(".")
    return {**VALID, key: {inner: value} if inner else value}


def with_dataset(**card: Any) -> Data:
    return {**VALID, "kind": "dataset", "dataset": card}


MISTAKES: dict[str, Data] = {
    "no title": {key: value for key, value in VALID.items() if key != "title"},
    "no kind": {key: value for key, value in VALID.items() if key != "kind"},
    "no section": {key: value for key, value in VALID.items() if key != "section"},
    "no summary": {key: value for key, value in VALID.items() if key != "summary"},
    "short title": with_value("title", "A"),
    "long title": with_value("title", "word " * 70 + "end"),
    "title in code": with_value("title", "A `study`"),
    "no link": {key: value for key, value in VALID.items() if key != "doi"},
    "names that are right": {
        **VALID,
        "title": "A-MHA*: <think> of $5 & R^4 with _",
        "authors": [
            "Institute of Health, Education and Care",
            "Samuel G. Example III",
            "Madonna",
            "张三",
            "Lind M",
        ],
    },
    "names of all kinds": with_value(
        "authors",
        [
            "M. J. A. Lind",
            "Hugo JWL. Aerts",
            "NVJK Kartik",
            "Ada Example, Berg",
            "Ada B. Example, Ben C. Sample",
        ],
    ),
    "names with degrees": with_value(
        "authors", ["Ada Example, PhD, MD", "Prof. Ben Sample MSc", "Prof. Dr. Eva Muster"]
    ),
    "names of an address": with_value("authors", ["ada@example.org", "Ada {Example}", 'Rapha"el Metz']),
    "title with a stop": with_value("title", "A study."),
    "title with half a quotation": with_value("title", 'A "study of nothing'),
    "title with a bracket": with_value("title", "A study) of nothing"),
    "listed title": with_value("title", "ImageTalk: conversations about invented radiographs!"),
    "name with a colon": with_value("name", "Nothing:"),
    "name that the summary begins with": {**VALID, "name": "Pairs"},
    "zero width": with_value("title", "A study\u200b of nothing"),
    "right to left": with_value("title", "A study \u202eof nothing"),
    "special space": with_value("title", "A study\u00a0of nothing"),
    "mojibake": with_value("title", "A study of M\u00c3\u00bcller"),
    "two spaces": with_value("title", "A study  of nothing"),
    "loose accent": with_value("title", "A study of Mu\u0308ller"),
    "control": with_value("title", "A study\x07 of nothing"),
    "short summary": with_value("summary", "Too short."),
    "long summary": with_value("summary", "Far too long " * 25 + "it is."),
    "longest summary": with_value("summary", "Far too long " * 40 + "it is."),
    "no full stop": with_value("summary", SUMMARY.rstrip(".")),
    "praise": with_value(
        "summary", "A novel, state-of-the-art way of pairing made-up films with invented reports."
    ),
    "we": with_value(
        "summary", "In this paper we pair made-up films with invented reports and measure them."
    ),
    "two sentences": with_value("summary", SUMMARY + " It says e.g. Nothing vs. Something."),
    "one sentence with short forms": with_value(
        "summary", "Pairs films, e.g. Films of nothing, with colour reports of Example et al. Nothing else."
    ),
    "praise with spaces": with_value(
        "summary", "Pairs State of the art films with invented reports, 1 to 1, again."
    ),
    "words to avoid": with_value(
        "summary", "Pairs colour films with a film strip, colour again, for which a licence shall be found."
    ),
    "words to avoid in names": with_value(
        "note",
        'COLOUR and the Colour Atlas, colour-7, x-COLOUR, "colour", `licence`, “shall”, colour.png, '
        "a/colour: Colour. Licence! A film strip projector, a film-strip, Film strips.",
    ),
    "initials": with_value("authors", ["A. Example"]),
    "et al": with_value("authors", ["Ada Example et al."]),
    "others first": with_value("authors", ["others", "Ada Example"]),
    "author twice": with_value("authors", ["Ada Example", "Ádá Example"]),
    "comma in a name": with_value("authors", ["Example, Ada"]),
    "digit in a name": with_value("authors", ["Ada Example1"]),
    "pages without a venue": with_value("pages", "123-145"),
    "volume and number without a venue": {**VALID, "volume": "8", "number": "2-3"},
    **{
        f"volume {text}": {**VALID, "venue": {"name": "ExConf", "year": 2024}, "volume": text}
        for text in ("vol. 8", "LNCS 13435", "eight", "1–2")
    },
    **{
        f"pages {text}": {**VALID, "venue": {"name": "ExConf", "year": 2024}, "pages": text}
        for text in ("pp. 123–145", "1159-70.", "1159-70", "145-123", "1, 2", "12--15", "abc", "Article 7")
    },
    "no date": with_value("date", "soon"),
    "no day": with_value("date", "2024-02-30"),
    "no month": with_value("date", "2024-13"),
    "year nought": with_value("date", "0000"),
    "future": with_value("date", "2025-01"),
    "later this month": with_value("date", "2024-06-30"),
    "arXiv version": with_value("arxiv", "https://arxiv.org/abs/2405.12345v2"),
    "no arXiv id": with_value("arxiv", "nothing"),
    "DOI with a space": with_value("doi", "10.1000/no thing"),
    **{
        name: with_value(path, text)
        for row in IDENTIFIERS
        for name, path, text in (
            (f"{row.field} with its address", row.field, row.url(IDENTIFIER_EXAMPLES[row.field].written)),
            (f"{row.field} as a link", "links.paper", row.url(IDENTIFIER_EXAMPLES[row.field].written)),
            (f"listed {row.field}", row.field, IDENTIFIER_EXAMPLES[row.field].listed),
            *(
                (f"{wrong} as {row.field}", row.field, wrong)
                for wrong in IDENTIFIER_EXAMPLES[row.field].wrong
            ),
        )
    },
    "label of nothing": with_value(
        "links.weights", {"7B": "https://x.example.org/", "8B": "ftp://example.org/x"}
    ),
    "long label": with_value("links.weights", {"7B " * 20 + "x": "https://x.example.org/"}),
    "label with two spaces": with_value("links.weights", {"7B  big": "https://x.example.org/"}),
    "labels that need quotes": with_value(
        "links.weights", {"- [7B]: big": "https://x.example.org/?utm_source=x", "~": "https://y.example.org/"}
    ),
    "eleven labels": with_value("links.demo", {f"part {n}": f"https://example.org/{n}" for n in range(11)}),
    "listed repository with a label": with_value("links.code", {"a": "https://github.com/example/imagetalk"}),
    "venue without a year": with_value("venue.name", "ExConf"),
    "year without a venue": with_value("venue.year", 2024),
    "venue of long ago": {**VALID, "venue": {"name": "ExConf", "year": 1066}},
    "venue to come": {**VALID, "venue": {"name": "ExConf", "year": 2101}},
    "year in words": {**VALID, "venue": {"name": "ExConf", "year": "twenty"}},
    "ftp": with_value("links.code", "ftp://example.org/x"),
    "javascript": with_value("links.project", "javascript:alert(1)"),
    "no host": with_value("links.project", "https://localhost/x"),
    "user": with_value("links.project", "https://ada@example.org/x"),
    "letters in an address": with_value("links.project", "https://example.org/ü"),
    "angle brackets": with_value("links.project", "https://example.org/<script>"),
    "endless address": with_value("links.project", f"https://example.org/{'x' * 2000}"),
    "wrong port": with_value("links.project", "https://example.org:x/"),
    "eleven addresses": with_value("links.demo", [f"https://example.org/{n}" for n in range(11)]),
    "tracking": with_value("links.project", "https://example.org/?utm_source=x"),
    "GitHub page": with_value("links.code", "https://github.com/example"),
    "GitHub .git": with_value("links.code", "https://github.com/example/nothing.git"),
    "GitHub folder": with_value("links.code", "https://github.com/example/nothing/tree/dev/models/"),
    "GitHub branch": with_value("links.code", "https://github.com/example/nothing/tree/main/"),
    "GitHub part of a page": with_value(
        "links.data", "http://github.com/example/nothing.git/blob/main/a.md?b=1#c"
    ),
    "GitHub without a repository": with_value("links.code", "https://github.com/example/.git"),
    "GitHub in capitals": with_value("links.code", "https://GitHub.com/example/nothing?b=1#"),
    "data as code": with_value("links.code", "https://huggingface.co/datasets/example/nothing"),
    "page as code": with_value("links.code", "https://example.github.io/nothing"),
    "listed repository": with_value("links.code", "https://github.com/example/imagetalk"),
    "seven keywords": with_value("keywords", list("abcdefg")),
    "long keyword": with_value("keywords", ["k" * 201]),
    "card of data": with_value("dataset.classes", 10),
    "size that is a count": with_dataset(size="over 1,200 Films and 5k reports of 10 conversations"),
    "size in words": with_dataset(size="about 1.6 million question-answer pairs"),
    "no such count": with_dataset(counts={"zzzz": 10, "Films": 12, "imges": 3}),
    "count of a pair": with_dataset(counts={"question-answer pairs": 10}),
    "key that needs quotes": with_dataset(counts={"10, images": 10}),
    "no images": with_dataset(counts={"images": 0}),
    "too many images": with_dataset(counts={"images": 10**15 + 1}),
    "count in words": with_dataset(counts={"images": "about 87,000", "reports": "5.3 million"}),
    "count with commas": with_dataset(counts={"images": "377,110"}),
    "count of more": with_dataset(counts={"images": "over 160 thousand", "reports": "15k+"}),
    "count of nothing": with_dataset(counts={"images": "many", "reports": "0K", "questions": "~1.5"}),
    "counts of a study": with_value("dataset.counts", {"images": 10}),
    "parameters in words": with_value("model.parameters", "7 billion"),
    "parameters of two": with_value("model.parameters", "1,100m and about 7 Billion parameters"),
    "parameters in brackets": with_value("model.parameters", "86M (base)"),
    "range of parameters": with_value("model.trained_parameters", "6M to 304M"),
    "endless parameters": with_value("model.parameters", "7B, " * 30 + "7B"),
    "parameters as a whole number": with_value("model.parameters", "7000000000"),
    "parameters with many digits": with_value("model.parameters", "304368640 and 12"),
    "parameters twice": with_value("model.parameters", "7B, 7B"),
    "parameters from high to low": with_value("model.parameters", "32B-3B"),
    "address twice": with_value(
        "links.weights", {"7B": "https://x.example.org/", "8B": "https://x.example.org/"}
    ),
    "settings of a study": with_value("settings", {"test": "the test split"}),
    "settings with one label": {
        **VALID,
        "kind": "benchmark",
        "settings": {"a": "Zero-shot", "b": "zero shot"},
    },
    "settings without slugs": {**VALID, "kind": "benchmark", "settings": {"Zero Shot": "no training"}},
    "settings by task that are none": {
        **VALID,
        "kind": "benchmark",
        "settings": {"test": "test split", "zero-shot": "no training"},
        "settings_by_task": {"captioning": ["test", "zero-shots"], "vqa": ["other", "test"], "VQA": ["test"]},
    },
    "no classes": {**VALID, "kind": "dataset", "dataset": {"classes": 0}},
    "half a class": {**VALID, "kind": "dataset", "dataset": {"classes": "1.5"}},
    "no such id": with_value("uses.trained_on", ["tiny-film"]),
    "nothing like an id": with_value("uses.evaluated_on", ["zzzzzz"]),
    "name where an id is wanted": with_value("distinct_from", ["ImageTalk"]),
    "no such work": with_value("distinct_from", ["Nothing at all"]),
    "long encoder": with_value("model.image_encoder", "x" * 301),
    "long note": with_value("note", "no " * 400 + "end"),
    "unpaired note": with_value("note", "A note (of nothing."),
}
"""Mistakes that a person may make in the form, each in one field of an entry that is valid otherwise."""

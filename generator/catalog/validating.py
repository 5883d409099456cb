"""Make a model of data in a file, or report what is wrong with them."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.entry.validation_messages import describe_validation_error
from generator.problems import Problem
from generator.yamlfiles.reading import Document, Keys

Model = TypeVar("Model", bound=BaseModel)


def make_or_report(
    model: type[Model], data: Any, document: Document, problems: list[Problem], above: Keys = ()
) -> Model | None:
    """Return `model` made of `data`, which is at `above` in `document`; None if `problems` says why not."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for found in describe_validation_error(error, model):
            keys = (*above, *found.keys)
            problems.append(document.problem_at(keys, found.rule, found.message, at_key=found.at_key))
        return None

"""Find the model of a mapping inside another model."""

from typing import Any, get_args

from pydantic import BaseModel

from generator.yamlfiles.reading import Keys


def find_model_at(keys: Keys, model: type[BaseModel]) -> type[BaseModel]:
    """Return the model of the mapping at `keys` in data for `model`."""
    for key in keys:
        if isinstance(key, str) and key in model.model_fields:
            model = find_model_in(model.model_fields[key].annotation) or model
    return model


def find_model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model in `annotation`, the type of a field, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (find_model_in(part) for part in get_args(annotation))
    return next((model for model in inner if model), None)

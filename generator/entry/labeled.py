"""Addresses that may have labels: one address, a list, or a mapping of labels to addresses."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from generator.text import quoted

MAX_LABEL_LENGTH = 40


class Address(str):
    """A web address with its label, which is empty where the file gives none.

    >>> Address("https://example.org/big", "7B").label
    '7B'
    """

    label: str

    def __new__(cls, url: str, label: str = "") -> "Address":
        """Return `url` with its label."""
        self = super().__new__(cls, url)
        self.label = label
        return self


@dataclass(frozen=True, slots=True)
class LabeledAddresses:
    """Marks a tuple of at most `maximum` addresses, each of the type `item`."""

    item: Hashable
    maximum: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # A list is validated as a mapping by index, so that an error has the path that it has in the file.
        keyed = core_schema.dict_schema(
            values_schema=handler.generate_schema(self.item), min_length=1, max_length=self.maximum
        )
        return core_schema.no_info_after_validator_function(
            _make_addresses,
            core_schema.no_info_before_validator_function(_index_by_key, keyed),
            serialization=core_schema.plain_serializer_function_ser_schema(_dump_addresses),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        found = handler(schema)
        item = found["additionalProperties"]
        array = {"type": "array", "items": item, "minItems": 1, "maxItems": self.maximum}
        if handler.mode == "serialization":
            return array
        labels = {"propertyNames": {"minLength": 1, "maxLength": MAX_LABEL_LENGTH}}
        return {"anyOf": [item, array, {**found, **labels}]}


def _index_by_key(value: Any) -> dict[int | str, Any]:
    """Return the addresses by label or, where they have none, by index."""
    if isinstance(value, str):
        return {0: value}
    if isinstance(value, (list, tuple)):
        return {getattr(url, "label", "") or place: url for place, url in enumerate(value)}
    if not isinstance(value, dict):
        raise PydanticKnownError("list_type")
    for label in value:
        if not 0 < len(label) <= MAX_LABEL_LENGTH:
            message = f"the label {quoted(label)} must have 1 to {MAX_LABEL_LENGTH} characters"
            raise PydanticCustomError("label", "{message}", {"message": message})
    return value


def _make_addresses(found: dict[int | str, str]) -> tuple[Address, ...]:
    return tuple(Address(url, key if isinstance(key, str) else "") for key, url in found.items())


def _dump_addresses(addresses: tuple[Address, ...]) -> list[str]:
    return [str(url) for url in addresses]

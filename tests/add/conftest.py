"""The made-up world of services, for works that are added."""

from tests.links.conftest import setting, world

__all__ = ["setting", "world"]

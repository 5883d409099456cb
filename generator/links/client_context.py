"""Make the context that the providers of all services share, for a list and this machine."""

import os
from collections.abc import Mapping
from pathlib import Path

from generator import find_version
from generator.links.asking.client import user_agent
from generator.links.asking.pacing import Clock
from generator.links.asking.service import ClientContext
from generator.links.gathering.recognize import recognize
from generator.options import WrongUsage
from generator.settings import load_settings


def make_client_context(
    root: Path, clock: Clock, *, private: bool = False, environment: Mapping[str, str] = os.environ
) -> ClientContext:
    """Make the context from the settings of the list and the environment."""
    home = load_settings(root).repo_url
    return ClientContext(
        clock,
        user_agent(find_version(), home),
        recognize,
        contact=environment.get("MEDVLM_CONTACT", ""),
        token=read_token(environment),
        private=private,
    )


def read_token(environment: Mapping[str, str]) -> str:
    """Return the token for GitHub, which may be empty. Raises WrongUsage for what no header can have."""
    token = environment.get("GITHUB_TOKEN", "")
    if token and not (token.isascii() and token.isprintable() and token == token.strip()):
        raise WrongUsage("GITHUB_TOKEN has a character that no token has, such as a line break: set it again")
    return token

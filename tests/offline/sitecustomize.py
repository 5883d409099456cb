"""Python imports a module of this name at its start, so programs that tests start have no network either."""

import offline  # noqa: F401

"""Python imports a module of this name first: so the programs that tests start are offline too."""

import offline  # noqa: F401

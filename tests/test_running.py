"""A program that hangs keeps no test run from its end."""

import signal
import sys

import pytest

from tests.running import running


def test_a_program_that_hangs_ends_with_its_test() -> None:
    command = [sys.executable, "-c", "import signal; signal.pause()"]
    with pytest.raises(TimeoutError), running(command) as program:
        raise TimeoutError
    assert program.returncode == -signal.SIGKILL

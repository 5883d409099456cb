"""Connects Selenium with Firefox without geckodriver, which Debian does not have.

Firefox speaks WebDriver itself, as messages over a socket: its protocol Marionette. All that geckodriver
does is to turn HTTP requests into these messages, so Selenium can use this connection in its place.
"""

import json
import socket
from typing import Any

_COMMANDS = {
    "actions": "PerformActions",
    "clearElement": "ElementClear",
    "clickElement": "ElementClick",
    "findChildElement": "FindElement",
    "findChildElements": "FindElements",
    "findElement": "FindElement",
    "findElements": "FindElements",
    "get": "Navigate",
    "getCurrentUrl": "GetCurrentURL",
    "getElementAriaLabel": "GetComputedLabel",
    "getElementProperty": "GetElementProperty",
    "getElementText": "GetElementText",
    "goBack": "Back",
    "isElementSelected": "IsElementSelected",
    "newSession": "NewSession",
    "quit": "DeleteSession",
    "sendKeysToElement": "ElementSendKeys",
    "setWindowRect": "SetWindowRect",
    "w3cExecuteScript": "ExecuteScript",
}
"""Selenium's names of the commands used here, and Firefox's; add what a new test needs."""

_COMMAND = 0  # the kind of a message


class MarionetteConnection:
    """Where Selenium sends its commands: a Firefox that listens at `port` on this machine."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._stream = self._socket.makefile("rb")
        self._number = 0
        self._read()  # the greeting

    def execute(self, command: str, params: dict[str, Any] | None) -> dict[str, Any]:
        """Send `command` and wait for its result, in the form of WebDriver's answers over HTTP."""
        self._number += 1
        name = f"WebDriver:{_COMMANDS[command]}"
        self._send([_COMMAND, self._number, name, _convert(command, params or {})])
        _, number, error, result = self._read()
        assert number == self._number, "this answers another command"
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        return {"value": result["value"] if isinstance(result, dict) and "value" in result else result}

    def close(self) -> None:
        """End the connection."""
        self._stream.close()
        self._socket.close()

    def _send(self, message: list[Any]) -> None:
        text = json.dumps(message).encode()
        self._socket.sendall(b"%d:%b" % (len(text), text))

    def _read(self) -> Any:
        length = b""
        while (byte := self._stream.read(1)) != b":":
            assert byte, "Firefox has ended"
            length += byte
        return json.loads(self._stream.read(int(length)))


def _convert(command: str, params: dict[str, Any]) -> dict[str, Any]:
    """Convert the parameters of a command from Selenium's form to Firefox's."""
    converted = {key: value for key, value in params.items() if key != "sessionId"}
    if command == "newSession":
        capabilities = converted["capabilities"]
        return {**capabilities["alwaysMatch"], **capabilities["firstMatch"][0]}
    if command.startswith("findChild"):
        return {**converted, "element": converted.pop("id")}
    return converted

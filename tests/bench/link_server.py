"""Program that serves good and bad pages on 64 addresses of this machine, for a benchmark.

Of a hundred pages 90 are good, two are gone, two have moved, two fail once, two refuse HEAD, one asks once
for a pause, and one is slow.
"""

import asyncio
import sys
from collections import Counter

ADDRESSES = [f"127.0.0.{number}" for number in range(1, 65)]
DELAY, SLOW = 0.05, 2.0
GONE, MOVED, FAILS_ONCE, NO_HEAD, PAUSE, IS_SLOW = ["gone", "moved", "fails", "nohead", "pause", "slow"]
_KINDS = [GONE] * 2 + [MOVED] * 2 + [FAILS_ONCE] * 2 + [NO_HEAD] * 2 + [PAUSE, IS_SLOW]


def kind(number: int) -> str:
    """The kind of the page with that number."""
    return _KINDS[number % 100] if number % 100 < len(_KINDS) else "good"


def urls(count: int, port: int) -> list[str]:
    """The addresses of `count` pages, spread over all hosts."""
    return [
        f"http://{ADDRESSES[number % len(ADDRESSES)]}:{port}/{kind(number)}/{number}"
        for number in range(count)
    ]


class Pages:
    """The pages, with the number of requests for each."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def answer(self, method: str, path: str) -> tuple[int, str, float]:
        """The status, an additional header, and the seconds to wait."""
        self.asked[path] += 1
        first = self.asked[path] == 1
        name, _, number = path.strip("/").partition("/")
        if name == GONE:
            return 404, "", DELAY
        if name == MOVED:
            return 301, f"Location: /hop/{number}\r\n", DELAY
        if name == "hop":
            return 302, f"Location: /good/{number}\r\n", DELAY
        if name == FAILS_ONCE and first:
            return 500, "", DELAY
        if name == PAUSE and first:
            return 429, "Retry-After: 1\r\n", DELAY
        if name == NO_HEAD and method == "HEAD":
            return 405, "", DELAY
        return 200, "", SLOW if name == IS_SLOW else DELAY

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                method, path, _ = head.split(b" ", 2)
                status, header, wait = self.answer(method.decode(), path.decode())
                await asyncio.sleep(wait)
                body = "" if method == b"HEAD" else "x" * 2000
                writer.write(f"HTTP/1.1 {status} x\r\n{header}Content-Length: 2000\r\n\r\n{body}".encode())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


async def _main() -> None:
    pages = Pages()
    server = await asyncio.start_server(pages.serve, ADDRESSES[0], 0, backlog=512)
    port = server.sockets[0].getsockname()[1]
    others = [
        await asyncio.start_server(pages.serve, address, port, backlog=512) for address in ADDRESSES[1:]
    ]
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    await asyncio.gather(server.serve_forever(), *(one.serve_forever() for one in others))


if __name__ == "__main__":
    asyncio.run(_main())

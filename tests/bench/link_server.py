"""Program that serves the pages of `link_mix` on 40 addresses of this machine, for a benchmark."""

import asyncio
import sys
from collections import Counter

from tests.bench.link_mix import Answer, answer, kind

ADDRESSES = [f"127.0.0.{number}" for number in range(1, 41)]
DELAY = 0.05
COUNTED = "/requests"
"""The path that answers with the number of requests until now."""


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

    def answer(self, method: str, path: str, accepts_html: bool) -> Answer:
        """What the server says, and the request is counted."""
        if path == COUNTED:
            return Answer(body=str(self.asked.total()))
        self.asked[path] += 1
        name, _, number = path.strip("/").partition("/")
        return answer(name, int(number), method, accepts_html, self.asked[path] == 1)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                method, path, _ = head.split(" ", 2)
                said = self.answer(method, path, "text/html" in head)
                await asyncio.sleep(DELAY)
                body = "" if method == "HEAD" else said.body
                headers = f"Content-Type: text/html\r\nContent-Length: {len(said.body)}\r\n"
                writer.write(f"HTTP/1.1 {said.status} x\r\n{said.header}{headers}\r\n{body}".encode())
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

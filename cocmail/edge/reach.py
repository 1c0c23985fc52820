"""Whether a host can be reached at all, asked before anything is sent there (`check --online`).

Not here: the conversation with the smarthost (post.py), and names (dns.py).
"""

import asyncio
import os

PATIENCE = 15.0  # seconds


async def unreachable(host: str, port: int) -> str:
    """Why no connection to this port comes about, in a few words; "" when one does."""
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(host, port)
    except TimeoutError:
        return "no answer in time"
    except OSError as error:
        # asyncio's own words repeat the address; a resolver's number is negative.
        number = error.errno or 0
        said = os.strerror(number) if number > 0 else error.strerror
        return (said or "no connection").lower()
    except UnicodeError:  # a name that no resolver takes
        return "no such name"
    writer.close()
    return ""

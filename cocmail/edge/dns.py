"""The DNS: the TXT records that DKIM keys are published in, and who takes a domain's mail.

Not here: what a record means. mail/authenticity.py verifies, and gets `Dns.txt` as an argument,
so that tests and the demo answer from a dictionary.
"""

from typing import Any

import dns.asyncresolver
import dns.exception
import dns.name
import dns.resolver

LIFETIME = 5.0  # seconds for one question, all name servers and retries together


class Dns:
    """A resolver with the system's name servers, read at the first question."""

    def __init__(self, resolver: dns.asyncresolver.Resolver | None = None) -> None:
        self._resolver = resolver

    async def txt(self, name: str) -> bytes | None:
        """Return the TXT record of `name`, its strings joined (RFC 6376 3.6.2.2).

        None when the name or the record does not exist. Of several records the first that looks
        like a key. Raises OSError when it cannot be known now; ask again later.
        """
        answer = await self._answer(name, "TXT")
        records = [b"".join(record.strings) for record in answer]
        keys = [record for record in records if b"p=" in record]
        return next(iter(keys or records), None)

    async def mail_hosts(self, domain: str) -> tuple[str, ...]:
        """The hosts that take mail for a domain, best first; the domain itself without MX.

        () when nobody takes mail for it: no such domain, no address, or a null MX (RFC 5321 5.1,
        RFC 7505). Raises OSError when it cannot be known now.
        """
        records = sorted(await self._answer(domain, "MX"), key=lambda mx: int(mx.preference))
        if records:
            hosts = (str(mx.exchange).rstrip(".") for mx in records)
            return tuple(host for host in hosts if host)
        for kind in ("A", "AAAA"):
            if await self._answer(domain, kind):
                return (domain,)
        return ()

    async def _answer(self, name: str, kind: str) -> list[Any]:
        """Every record of this kind; [] when there is none."""
        try:
            question = dns.name.from_text(name)
        except (dns.exception.DNSException, UnicodeError):
            return []  # no such name can exist: a sender's invention is no reason to retry
        try:
            if self._resolver is None:
                self._resolver = dns.asyncresolver.Resolver()
            # search=False: the host's own domain must never answer for a sender's (P37).
            answer = await self._resolver.resolve(question, kind, search=False, lifetime=LIFETIME)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except dns.exception.DNSException as error:
            raise OSError("no answer from the name servers; check /etc/resolv.conf") from error
        return list(answer)

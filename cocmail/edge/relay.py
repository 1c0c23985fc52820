"""A mail server in front of a door, for `cocmail demo`: hands one mail in over a real socket.

It plays what a site's own relay does: it says who authenticated, then delivers. Not here:
anything the daemon uses in earnest (post.py), or the next hop (sink.py).
"""

import aiosmtplib

_SECONDS = 30.0


async def hand_in(port: int, sender: str, recipient: str, content: bytes) -> int:
    """Deliver a mail to 127.0.0.1:`port` in one transaction; the code of the last reply.

    `content` has CRLF lines. Raises OSError or aiosmtplib.SMTPException when there is no reply.
    """
    client = aiosmtplib.SMTP(
        hostname="127.0.0.1",
        port=port,
        local_hostname="relay.test",
        timeout=_SECONDS,
        start_tls=False,
    )
    async with client:
        try:
            await client.sendmail(sender, [recipient], content)
        except aiosmtplib.SMTPRecipientsRefused as refused:
            return refused.recipients[0].code
        except aiosmtplib.SMTPResponseException as refused:
            return refused.code
    return 250


def vouched(content: bytes, authserv_id: str, verdict: str, domain: str) -> bytes:
    """The mail with the relay's word on top about who sent it (RFC 8601)."""
    said = f"Authentication-Results: {authserv_id}; dmarc={verdict} header.from={domain}\r\n"
    return said.encode("ascii") + content

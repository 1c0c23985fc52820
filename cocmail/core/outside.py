"""Mail of moderators, administrators and council members on their own handle in a case.

Their commands run like a member's; whatever else they write is kept and shown to the case group,
and goes nowhere else (PS-67).
"""

from cocmail.core import entries as e
from cocmail.core import member
from cocmail.core.audience import CaseGroup
from cocmail.core.member import MemberMail
from cocmail.core.sitting import Sitting


def take(sitting: Sitting, mail: MemberMail, text: int) -> None:
    """Keep it, run its lines, and show the rest."""
    n = sitting.number()
    name = sitting.frame.roster.people[mail.person].name
    sitting.add(e.MailKept(n, mail.person, "outside", text, name))
    if mail.reading.lines:
        member.take(sitting, mail)
    sitting.write("party-mail", CaseGroup(), about={"mail": str(n)})

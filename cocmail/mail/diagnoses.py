"""What mail servers say in words: the address is gone, the letter is only late, or it failed.

Codes tell less than they should: Exim writes 5.0.0 for everything, qmail and many gateways write
sentences. Here are the sentences, as looked for in reports that something else has shown to be
reports. Where the words stand and which letter they are about is bounces.py's.
"""

import re

# General codes, which say "failed" and no more (RFC 3463: X.0.0, other or undefined).
_GENERAL = ("5.0.0", "5.5.0", "5.3.0", "5.1.0")
GONE = "5.1.1"

_CODE = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)")
_GONE = re.compile(
    r"user unknown|unknown (?:user|recipient|address|mailbox|local)|recipient unknown"
    r"|no such (?:user|mailbox|recipient|address|account|person)|no mailbox (?:here|by that)"
    r"|(?:user|mailbox|account|address|recipient|person|domain)\b[^.\n]{0,60}"
    r"(?:does(?: not|n't) exist|(?:was|is|could)(?: not|n't) (?:be )?found|not found|unknown)"
    r"|does(?: not|n't) have an? [^\n]{0,40}account|no longer (?:valid|in use|available|with)"
    r"|(?:invalid|unknown|nonexistent) (?:recipient|mailbox|address)|mailbox unavailable"
    r"|unrouteable address|recipient name is not recognized|recipientnotfound|not listed in"
    r"|(?:account|mailbox) (?:has been |is )?(?:disabled|closed|deactivated)"
    r"|host (?:not found|unknown)|unknown host|utilisateur inconnu|adresse inconnue"
    r"|unbekannte[rn]? (?:empf|benutzer|nutzer)|usuario desconocido|utente sconosciuto",
    re.I,
)
# It may still arrive: the server goes on trying, or somebody has yet to let it through.
_LATE = re.compile(
    r"not (?:yet )?been delivered (?:yet|to one or more of its\s+recipients after more than)"
    r"|not yet (?:been )?delivered|delayed \d+ (?:minute|hour|day)|delayed mail\b"
    r"|delivery (?:is |has been )?(?:delayed|incomplete)|warning: (?:delayed message|could not)"
    r"|(?:i )?will (?:be retried|keep (?:on )?trying|continue (?:to try|trying)|retry for)"
    r"|attempts will continue|still being retried|this is (?:just )?a warning|warning message only"
    r"|noch nicht zugestellt|wird weiter versucht|pas encore [^.\n]{0,20}remis",
    re.I,
)
_HELD = re.compile(
    r"(?:is being|will be|has been) held|awaits? (?:moderator|approval|moderation)"
    r"|(?:prove|confirm|verify) that you are|requires? (?:that you )?(?:confirm|verif)",
    re.I,
)
_FINAL = re.compile(
    r"permanent (?:fatal )?(?:delivery )?(?:error|failure)|i've given up|giving up on|gave up"
    r"|permanently failed",
    re.I,
)
_FAILED = re.compile(
    r"(?:could|can|was|were)(?: ?not|n't)(?: be)? (?:be )?deliver|undeliver|not (?:been )?delivered"
    r"|unable to deliver|deliver[a-z]* (?:has )?fail|fail(?:ed|ure) [^.\n]{0,20}deliver"
    r"|failure notice|returned (?:mail|to sender)"
    r"|(?:was|been) (?:rejected|blocked|refused|returned)"
    r"|did not reach|fatal (?:delivery )?error|non (?:remis|distribu)|pu être (?:remis|distribu)"
    r"|unzustellbar|nicht zugestellt|no se (?:ha )?pud?o? entregar|no (?:se )?puede entregar"
    r"|non (?:è stato|può essere) (?:consegnat|recapitat)|mancato recapito|niet (?:worden )?bezorgd"
    r"|não (?:pôde ser|foi) entregue|nie (?:została|można) d|kunde inte levereras"
    r"|не (?:удалось|было|может быть) достав|недоставлен"
    r"|配信(?:不能|でき)|無法(?:投遞|傳遞)|无法(?:投递|送达)",
    re.I,
)
_REFUSAL = re.compile(r"(?<![\d.])55[0-4][ -]")


def status(words: str, code: str = "") -> str:
    """The enhanced code of a failure: as given, else found in the words, or told by them."""
    if not code:
        found = _CODE.search(words)
        code = found[1] if found and found[1].startswith("5") else "5.0.0"
    return GONE if code in _GENERAL and _GONE.search(words) else code


def late(words: str) -> bool:
    """Whether these words of a report announce a delay, and no end."""
    return _LATE.search(words) is not None and _FINAL.search(words) is None


def failed(words: str) -> bool:
    """Whether these words of a mail server say that it gave up, in one of the usual languages."""
    if _HELD.search(words):
        return False
    return any(said.search(words) for said in (_FINAL, _FAILED, _REFUSAL, _GONE))

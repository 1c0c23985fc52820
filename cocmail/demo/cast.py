"""Who plays in `cocmail demo`: an invented committee, an invented case, and the configuration.

Values and words only. Not here: what happens when (story.py).
"""

from dataclasses import dataclass

RELAY = "mx.lantern.test"
ALIAS = "conduct@lantern.test"
COMMITTEE = "Lantern Project Conduct Committee"


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody in the play. `role` is what the screen calls them."""

    name: str
    address: str
    role: str


ANA = Player("Ana Ruiz", "ana@members.test", "chair")
BO = Player("Bo Lind", "bo@members.test", "member")
CHI = Player("Chi Okafor", "chi@members.test", "member")
DEE = Player("Dee Novak", "dee@members.test", "first reader")
ELI = Player("Eli Brandt", "eli@members.test", "member")
FAY = Player("Fay Moreau", "fay@members.test", "member")
MEMBERS = (ANA, BO, CHI, DEE, ELI, FAY)

RITA = Player("Rita Vale", "rita@home.test", "reporter")
SAM = Player("Sam Reed", "sam@x.test", "reported person")
# The forger writes Fay's name and address into From; the envelope shows where it came from.
FORGER = Player("Fay Moreau", FAY.address, "it says; it is somebody else")
FORGER_ENVELOPE = "mallory@elsewhere.test"
OUTSIDE = (RITA.address, SAM.address, FORGER_ENVELOPE)

BY_ADDRESS = {player.address: player for player in (*MEMBERS, RITA, SAM)}

SUBJECT = "The help channel"
REPORT = """\
Sam Reed keeps shouting at newcomers in the help channel. On Tuesday
he told a girl of fifteen to go back to school, and he went on when
people asked him to stop. Eli Brandt was there and laughed along.

It has gone on for weeks and I have stopped answering questions there.

Rita Vale
"""

# The first line acts; what follows is a reason that nobody asked for, and is destroyed unread.
RECUSAL = "RECUSE\nSam and I shared a flat in Porto for two summers."
REASON = "shared a flat in Porto"

TALK = "The logs of that channel are public. I read all of last week, it is as bad as it sounds."

FORGED = "CLOSE {code} NO-VIOLATION\n\nThe whole story was invented by a jealous colleague."
FORGED_TALK = "invented by a jealous colleague"

CONFIGURATION = (
    f"""\
# The configuration of `cocmail demo`: a whole committee, all of it invented.
# While the demo ran, the door had a port that was free and the letters went over SMTP to a sink.
# As it stands here, with the door and the Maildirs below, `cocmail check` and the other commands
# take it: `cocmail status --config cocmail.toml`.

[committee]
name = "{COMMITTEE}"
alias = "{ALIAS}"
procedure = "numfocus"
chair = "ana"

"""
    + "\n".join(
        f'[[members]]\nid = "{player.address.partition("@")[0]}"\nname = "{player.name}"\n'
        f'addresses = ["{player.address}"]\n'
        for player in MEMBERS
    )
    + f"""
[[council]]
id = "kim"
name = "Kim Sato"
addresses = ["kim@council.test"]
contact = true

[screening]
rota = ["dee", "bo", "chi"]

[smtp]
listen = "127.0.0.1:8025"

[relay]
trusted_peers = ["127.0.0.1"]
authserv_id = "{RELAY}"

[smarthost]
url = "maildir:letters"

[store]
path = "cocmail.db"
key_file = "cocmail.key"
"""
)

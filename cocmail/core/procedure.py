"""A procedure: one published manual as parameters. Reading the TOML is config.py's work.

The names are the keys of config/procedures/*.toml and of `[procedure]` in the configuration.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Procedure:
    """The parameters of one manual (procedures.md A17); durations are timedeltas.

    A limit of zero means that the manual has no such clock.
    """

    id: str  # numpy, numfocus, jupyter, psf, gcc, or the id of a site's own file
    version: str
    title: str
    source: str
    body: str  # what the manual calls the committee, "Working Group"
    parent: str  # what it calls the council, "NumFOCUS board"

    intake: Literal["forward", "screen"]
    conflict_window: timedelta
    conflict_reminders: tuple[timedelta, ...]
    conflict_silent_member: Literal["in", "out"]
    recusal_notice: Literal["number", "name"]  # what T06 says (PS-10)
    screener_silent: timedelta  # [screening].silent_after overrides it
    release_after: timedelta

    ack_limit: timedelta
    ack_force: Literal["must", "will", "should"]
    first_human_limit: timedelta
    resolution_limit: timedelta
    status_every: timedelta

    first_question: Literal["severe", "safety", "ongoing"]
    plan_required: bool  # PROPOSE needs PLAN and IF-REFUSED (PS-32, PS-33)
    plans: tuple[str, ...]  # words offered for a plan (PS-34); any others will do
    consequences: tuple[str, ...]  # likewise (PS-35)
    decision_rule: Literal["two-thirds", "consensus"]
    decision_base: Literal["eligible", "case-group"]
    case_minimum: int  # a smaller case group is warned about (GC-02)
    roster_minimum: int
    deliberation: Literal["summary", "verbatim"]

    # What the manual asks for beyond the common path (A3 to A14).
    severe_track: bool  # SEVERE is answered before anything is proposed (NP-01)
    acting_alone: Literal["must", "may", "off"]
    solo_act_limit: timedelta  # a solo act is reported within this (JU-09); 0: no clock
    hear_reported: Literal["before-required", "before-optional", "after"]  # K-10
    reported_answer_limit: timedelta
    records_required: bool  # NOTE RECORDS before a proposal (GC-08)
    determinations: bool  # DETERMINE before a proposal (JU-15)
    scope_required: bool  # EVAL scope before a proposal (PS-22)
    deadlock_after: timedelta  # then the council decides (JU-20); 0: never
    moderators_approve: bool  # PS-37 to PS-41
    moderators_limit: timedelta
    consult: bool  # reporter and affected persons before enacting (JU-32)
    consult_wait: timedelta
    consult_said_not_binding: bool  # JU-35
    mediation: bool  # MEDIATE (JU-22, JU-36)
    mediation_limit: timedelta  # the mediator's talk, from the agreement (JU-41); 0: no clock
    council_report: bool  # before a case is closed (GC-10)
    core_team_notice: bool  # of an ongoing measure (NP-09)
    public: Literal["chair-council", "enact-only", "by-decision", "none"]  # NP-10, GC-12
    apology: Literal["request-with-consent", "accept-only"]  # K-15
    no_response: bool  # NORESPONSE, by decision (PS-53)
    conflict_stay: bool  # CONFLICT STAY (JU-12)
    interim: Literal["council", "none"]  # JU-02
    roster_review: timedelta  # T32b to the council's contact (GC-04)
    term: timedelta  # T32c asks a member to go on (B-29); 0: never
    future_access: Literal["by-name", "all-after-declaration"]  # JU-48
    rules_changed_by: Literal["council", "rule-change"]  # PS-79
    interim_after: timedelta  # without a sign of life of any member (JU-02); 0: never

    rule_change_min: timedelta  # talk before a rule change may be voted on (PS-77)
    rule_change_max: timedelta  # then the ballot opens by itself; 0: no such process (PS-76)
    summary_every: timedelta  # the periodic summary (GC-13); 0: off
    council_access: bool  # REQUEST-RECORD (JU-49)
    retain_no_violation: timedelta  # how long a record is kept after the close, by its result
    retain_resolved: timedelta
    retain_warned: timedelta
    retain_banned: timedelta  # after the end of the ban
    retain_quarantine: timedelta
    retain_notice: timedelta  # the warning before it is erased (T43)
    survey_after: timedelta  # T46; 0: off

    undo_window: timedelta
    internal_bundle: timedelta
    hash: str = ""  # of the file and the overrides: a case pins it (JU-03)

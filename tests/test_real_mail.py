"""The sets of tests/mails, each mail on its whole way; the figures are `python -m tests.realmail`.

Issue 5, points 3 and 4: a bounce is an event of its letter and nothing else, nothing answers or
obeys a machine, and nobody who wrote is taken for one (promise 10).
"""

import pytest
from realmail import SETS, Sample, samples, wrong

from cocmail.mail.automatic import automatic
from cocmail.mail.bounces import delivery_report, loose_report
from cocmail.mail.parse import parse


@pytest.mark.parametrize("kind", SETS)
def test_every_mail_of_the_set_is_taken_for_what_it_is(kind: str) -> None:
    assert wrong(kind) == []


def test_the_sets_are_large_enough() -> None:
    assert all(len(samples(kind)) >= 60 for kind in SETS)


@pytest.mark.parametrize("sample", samples("bounces"), ids=lambda s: s.name)
def test_a_bounce_is_read(sample: Sample) -> None:
    report = delivery_report(sample.raw) or loose_report(sample.raw)
    assert (report.action if report else "") == sample.wanted["event"]
    if report and "status" in sample.wanted:
        assert report.status == sample.wanted["status"]


@pytest.mark.parametrize("sample", samples("machines"), ids=lambda s: s.name)
def test_a_machine_is_known_by_its_marks(sample: Sample) -> None:
    null = sample.wanted.get("envelope") == ""
    assert automatic(parse(sample.raw), null_sender=null) == sample.wanted["why"]


@pytest.mark.parametrize("sample", samples("people"), ids=lambda s: s.name)
def test_a_person_bears_no_mark(sample: Sample) -> None:
    assert automatic(parse(sample.raw), null_sender=False) == ""

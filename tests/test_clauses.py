"""Every clause of the five manuals has a story or a test that names it (clauses.py)."""

from clauses import clauses, exercised, report


def test_every_clause_is_exercised() -> None:
    where = exercised()
    print(report())
    missing = [c.id for c in clauses() if c.id not in where]
    assert missing == [], "no story and no test names them; write one that exercises each"


def test_stories_and_tests_name_no_clause_that_is_none() -> None:
    known = {clause.id for clause in clauses()}
    assert len(known) == len(clauses()), "an id stands twice in clauses.txt"
    assert {clause: at for clause, at in exercised().items() if clause not in known} == {}

"""The benchmarks run. What they find is printed for people and asserted nowhere."""

import asyncio
from pathlib import Path

import pytest

from bench import parsing
from bench import throughput as bench


def test_the_parsers_benchmark_runs(capsys: pytest.CaptureFixture[str]) -> None:
    parsing.hostile(numbers=(2, 4), shapes=list(parsing.SHAPES)[:5])
    assert len(capsys.readouterr().out.splitlines()) == 5 + 1


@pytest.mark.e2e
@pytest.mark.xdist_group("e2e")
def test_the_throughput_benchmark_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "POSTFIX", None)  # its folder must be one that postfix may enter
    asyncio.run(bench.run(tmp_path, bench.Scale(reports=2, alone=2, cases=4)))
    said = capsys.readouterr().out
    for row in ("null handler", "one durable row", "cocmail", "latency", "cost of a case", "start"):
        assert row in said

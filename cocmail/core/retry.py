"""How long a deferred letter waits before the next attempt. Not here: when to give up."""

from datetime import timedelta

_FIRST = timedelta(seconds=30)
_LONGEST = timedelta(minutes=49)
_SPREAD = 0.4


def retry_after(attempts: int, jitter: float) -> timedelta:
    """Waiting time after the given number of failed attempts (1 or more).

    It doubles from about 30 seconds and stays under an hour. `jitter` in [0, 1) spreads it by a
    fifth to either side, so that letters which failed together do not come back together. The
    spread is narrow enough that a later attempt never waits less than an earlier one did,
    until the longest wait is reached.
    """
    doublings = min(max(attempts, 1) - 1, 20)
    spread = 1 - _SPREAD / 2 + _SPREAD * jitter
    return min(_FIRST * (1 << doublings), _LONGEST) * spread

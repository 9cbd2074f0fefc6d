"""Random rules of RFC 5545 and RFC 7529, every part of them."""

import probity as pb

CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def random_rule(rnd):
    """A rule that Recurrence takes; it may have no dates."""
    while True:
        try:
            rule = pb.Rule(_text(rnd))
            pb.Recurrence(rule, "2026-01-01")
        except pb.ProbityError:
            continue
        return rule


def _some(rnd, low, high, most, *, from_end=False):
    if rnd.random() < 0.3:
        first = rnd.randint(low, high)
        return list(range(first, min(high, first + rnd.randint(0, 8)) + 1))
    pool = [*range(low, high + 1), *(range(-high, -low + 1) if from_end else [])]
    return sorted(set(rnd.sample(pool, min(len(pool), rnd.randint(1, most)))))


def _text(rnd):
    freq = rnd.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    lunar = rnd.random() < 0.1 and freq in ("MONTHLY", "YEARLY")
    scale = "DANGI" if lunar else "GREGORIAN" if rnd.random() < 0.1 else ""
    parts = {"RSCALE": scale} if scale else {}
    parts["FREQ"] = freq
    yearly = freq == "YEARLY"
    for name, chance, low, high, most, from_end in (
        ("INTERVAL", 0.3, 2, 12, 1, False),
        ("BYMONTH", 0.4, 1, 12, 12, False),
        ("BYWEEKNO", 0.15 if yearly and not lunar else 0, 1, 53, 4, True),
        ("BYYEARDAY", 0.15 if yearly else 0, 1, 366, 10, True),
        ("BYMONTHDAY", 0.4 if freq != "WEEKLY" else 0, 1, 31, 12, True),
        ("BYHOUR", 0.2, 0, 23, 5, False),
        ("BYMINUTE", 0.15, 0, 59, 3, False),
        ("BYSECOND", 0.05, 0, 59, 2, False),
    ):
        if rnd.random() < chance:
            numbers = _some(rnd, low, high, most, from_end=from_end)
            parts[name] = numbers[:1] if name == "INTERVAL" else numbers
    if rnd.random() < 0.5:
        parts["BYDAY"] = _weekdays(rnd, freq, parts)
    if len(parts) > 2 and rnd.random() < 0.2:
        parts["BYSETPOS"] = _some(rnd, 1, 6, 3, from_end=True)
    if rnd.random() < 0.1:
        parts["WKST"] = rnd.choice(CODES)
    if scale:
        parts["SKIP"] = rnd.choice(["OMIT", "BACKWARD", "FORWARD"])
    end = rnd.choice([{}] * 8 + [{"COUNT": [rnd.randint(1, 40)]}, {"UNTIL": "20351231"}])
    return ";".join(
        f"{name}={','.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in (parts | end).items()
    )


def _weekdays(rnd, freq, parts):
    days = rnd.sample(CODES, rnd.randint(1, 7))
    if freq not in ("MONTHLY", "YEARLY") or "BYWEEKNO" in parts or rnd.random() < 0.5:
        return days
    most = 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
    places = ["", "1", "2", "3", "-1", str(rnd.randint(1, most)), str(-rnd.randint(1, most))]
    return [rnd.choice(places) + day for day in days]

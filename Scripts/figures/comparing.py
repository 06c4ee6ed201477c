"""What a report has beside what the rows say."""

differences = 0


def rounded(dividend, divisor):
    """Half away from zero, as the one rule of percents says."""
    size = (2 * abs(dividend) + divisor) // (2 * divisor)
    return -size if dividend < 0 else size


def compare(title, found, expected):
    """Both are dictionaries from keys to figures."""
    global differences
    wrong = [k for k in sorted(set(found) | set(expected), key=str) if found.get(k) != expected.get(k)]
    print(f"{title}: {len(expected)} rows" + (f", {len(wrong)} differ" if wrong else ""))
    for key in wrong[:5]:
        print(f"  {key}: the report has {found.get(key)}, the rows say {expected.get(key)}")
    differences += len(wrong)


def table(found, keys, **figures):
    """Rows by their keys; each figure is read as its function says."""
    return {tuple(row[k] for k in keys): tuple(read(row[f.replace("_", "-")]) for f, read in figures.items())
            for row in found}

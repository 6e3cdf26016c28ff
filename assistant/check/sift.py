"""Sift: which findings count, after selection, suppression and baseline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatch

from assistant.check.assessment import SmartFinding
from assistant.check.baseline import fingerprint
from assistant.check.config import CheckConfig
from assistant.check.report import Located
from assistant.check.rules.registry import all_codes
from assistant.check.suppress import Suppression


@dataclass
class Sieve:
    """Counts what it sets aside. `known` is the baseline, used up as its findings turn up; `today` is ISO."""

    config: CheckConfig
    known: Counter[tuple[str, str]] = field(default_factory=Counter)
    comments: tuple[Suppression, ...] = ()
    today: str = field(default_factory=lambda: date.today().isoformat())
    suppressed: int = 0
    baselined: int = 0
    raw: list[tuple[str, str]] = field(default_factory=list)
    used: set[Suppression] = field(default_factory=set)

    def keep(self, finding: SmartFinding, text: str, where: Located) -> SmartFinding | None:
        """The finding, with the severity that the settings give it; None where it is set aside."""
        if not self.config.wants(finding.code) or self._ignored_in(finding.code, where.path):
            return None
        for suppression in (*self.config.suppress, *self.comments):
            if suppression.has_ended(self.today):
                continue
            if suppression.covers(finding.code, text, where.document, where.line):
                self.used.add(suppression)
                self.suppressed += 1
                return None
        words = finding.known_by(text or where.document)
        self.raw.append((finding.code, words))
        name = (finding.code, fingerprint(finding.code, words))
        if self.known[name] > 0:
            self.known[name] -= 1
            self.baselined += 1
            return None
        severity = self.config.severity.get(finding.code)
        return replace(finding, severity=severity) if severity else finding

    def stale(self) -> Counter[str]:
        """How many entries of the baseline have not turned up, by code, of the codes that are looked for."""
        left: Counter[str] = Counter()
        for (code, _), count in self.known.items():
            if count > 0 and self.config.wants(code):
                left[code] += count
        return left

    def looked_for(self, suppression: Suppression) -> bool:
        """Whether this run looks for anything that the suppression could set aside."""
        return any(self.config.wants(code) for code in all_codes() if code.startswith(suppression.code))

    def _ignored_in(self, code: str, path: str) -> bool:
        for pattern, codes in self.config.per_file_ignores.items():
            matches = fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}")
            if matches and any(code.startswith(prefix) for prefix in codes):
                return True
        return False

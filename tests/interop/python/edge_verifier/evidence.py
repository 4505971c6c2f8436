"""Evidence files (sections 10 and 11): the frame of every version, and what a file that holds proves."""

from fractions import Fraction
from typing import NamedTuple

from . import entries, evidence1, evidence2
from .errors import Fault, Malformed, require
from .origin import sha256
from .proved import Proved

MAX_BYTES = 64 << 20
VERSIONS = {b"edge-evidence/v1\n": evidence1.verify, b"edge-evidence/v2\n": evidence2.verify}
RESERVATIONS = {
    100: "no_lower_bound", 101: "bounds_crossed", 102: "device_clock_outside",
    103: "unknown_kind", 104: "no_upper_bound", 105: "meaning_not_disclosed",
}


class Finding(NamedTuple):
    number: int
    index: int | None           # the entry that a reservation is for
    detail: str = ""
    cause: str | None = None

    @property
    def fault(self):
        return self.number < 100

    @property
    def code(self):
        return Fault.NAMES[self.number] if self.fault else RESERVATIONS[self.number]


class Verdict(NamedTuple):
    outcome: str                # valid, valid_but, invalid
    findings: list
    proved: Proved | None


def content_of(data, headers):
    """(header, content) of a file with one of these header lines; Malformed, or Fault 1."""
    require(len(data) <= MAX_BYTES, "a file of more than 64 MiB")
    header = next((header for header in headers if data.startswith(header)), None)
    require(header is not None, "another header")
    if len(data) < len(header) + 32 or sha256(data[:-32]) != data[-32:]:
        raise Fault(1, "the digest does not fit")
    return header, data[len(header):-32]


def verify(policy, data):
    """The verdict over a file; Malformed if it is unreadable."""
    try:
        header, content = content_of(data, VERSIONS)
        proved = VERSIONS[header](policy, content)
    except Fault as fault:
        return Verdict("invalid", [Finding(fault.number, None, fault.detail, fault.cause)], None)
    findings = [Finding(number, subject.index)
                for subject in proved.subjects for number in reservations(subject, proved.not_after)]
    return Verdict("valid_but" if findings else "valid", findings, proved)


def reservations(subject, not_after):
    """The codes from 100 on that one subject has, in their order."""
    entry, not_before = subject.entry, subject.not_before
    if not entry.known:
        yield 103
        return
    if not entry.is_(entries.READING):
        if not_after is None:
            yield 104
        return
    if not_before is None:
        yield 100
    if not_after is None:
        yield 104
    if not_before is not None and not_after is not None and not_before > not_after:
        yield 101
    if _clock_outside(entry, not_before, not_after):
        yield 102
    if not subject.disclosed:
        yield 105


def _clock_outside(entry, not_before, not_after):
    if entry["time"] is None:
        return False
    time, uncertainty = Fraction(entry["time"]), Fraction(entry["uncertainty_ms"], 1000)
    return (not_before is not None and time + uncertainty < not_before
            or not_after is not None and time - uncertainty > not_after + 1)

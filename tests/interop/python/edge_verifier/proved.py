"""What a file proves once every step has passed."""

from typing import NamedTuple

from . import entries
from .entries import Entry
from .notes import Checkpoint
from .origin import Origin

PARTS = ("boot", "configuration", "calibration", "clock", "seal")
IN_FORCE = ("boot", "configuration", "calibration", "clock_correction", "seal")    # the same in section 14
HIDDEN = object()                       # a part that is named by its leaf hash only


class Subject(NamedTuple):
    """An entry that a file is about, and what the file shows of its context."""
    index: int
    entry: Entry
    parts: dict | None = None           # part -> Entry, None (there is none) or HIDDEN; None if not opened
    not_before: int | None = None
    context: dict | None = None         # name of section 14 -> leaf hash or None; None if not opened

    @property
    def disclosed(self):
        """Whether the meaning of a reading is shown: its seal may be named by its hash alone."""
        return self.parts is not None and all(self.parts[part] is not HIDDEN for part in PARTS[:4])

    def part(self, name):
        """The entry of a part if it is shown, or None."""
        found = None if self.parts is None else self.parts[name]
        return None if found is HIDDEN else found


class Proved(NamedTuple):
    origin: Origin
    checkpoint: Checkpoint
    block: Checkpoint
    block_hash: bytes
    accepted_by: list                   # (department, time), in the policy's order
    block_cosigned_by: list
    not_after: int | None
    subjects: list                      # of Subject
    block_signed_by: int | None         # not after, of the block
    disclosed: dict                     # index -> Entry: the subjects, in version 1 others too

    @property
    def readings(self):
        return [subject for subject in self.subjects if subject.entry.is_(entries.READING)]

    @property
    def complete(self):
        """[first, last] of each run of consecutive subjects."""
        runs = []
        for subject in self.subjects:
            if runs and runs[-1][1] + 1 == subject.index:
                runs[-1][1] = subject.index
            else:
                runs.append([subject.index, subject.index])
        return runs

    @property
    def not_before(self):
        """The lower bound that holds for all readings, if there are any."""
        bounds = [subject.not_before for subject in self.readings]
        return None if None in bounds else min(bounds, default=None)

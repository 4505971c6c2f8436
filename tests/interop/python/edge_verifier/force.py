"""What is in force at a place of the log (section 2, "Context")."""

from . import entries


class Force:
    """Indices of entries, or None; in the order of a context's parts."""

    def __init__(self):
        self.boot = self.clock = self.seal = None
        self.configurations, self.calibrations = {}, {}

    def after(self, index, entry):
        if entry.is_(entries.BOOT):
            self.boot, self.clock = index, None
            self.configurations, self.calibrations = {}, {}
        elif entry.is_(entries.SEAL):
            self.seal = index
        elif entry.is_(entries.CLOCK):
            self.clock = index
        elif entry.is_(entries.CONFIGURATION):
            self.configurations[entry["channel"]] = index
        elif entry.is_(entries.CALIBRATION):
            self.calibrations[entry["channel"]] = index

    def of(self, channel):
        return (self.boot, self.configurations.get(channel), self.calibrations.get(channel), self.clock, self.seal)

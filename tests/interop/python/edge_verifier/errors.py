"""The two ways in which a check ends early."""


class Malformed(Exception):
    """A form of the specification is violated: nothing is said of the input (section 11, "unreadable")."""


class Fault(Exception):
    """A well-formed file does not hold. `number` is the code of section 11, `cause` why a note was refused (section 14)."""

    NAMES = {
        1: "file_altered", 2: "not_a_gateway", 3: "gateway_unknown", 4: "gateway_signature",
        5: "department_signature", 6: "no_quorum", 7: "block_not_accepted", 8: "not_in_block",
        9: "not_in_log", 10: "context_mismatch", 11: "beacon_not_accepted", 12: "reconcilable",
    }

    def __init__(self, number, detail="", cause=None):
        super().__init__(f"{number} {self.NAMES[number]}: {detail}")
        self.number, self.detail, self.cause = number, detail, cause

    @property
    def code(self):
        return self.NAMES[self.number]


def require(condition, what):
    if not condition:
        raise Malformed(what)

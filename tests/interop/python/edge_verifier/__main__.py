"""python3 -m edge_verifier FILE --policy POLICY [--json]

Checks an evidence file, an equivocation file, or a signed entry with its COSE receipt. Exit codes: 0 valid
or proved, 1 invalid or not proved, 2 nothing was checked.
"""

import argparse
import sys

from . import cose, equivocation, evidence, report
from .errors import Malformed
from .policy import MAX_BYTES as MAX_POLICY
from .policy import Policy


def _read(path, limit):
    """The bytes of a file, no more than one above the limit: the parser refuses those."""
    with open(path, "rb") as file:
        return file.read(limit + 1)


def check(path, policy_path):
    try:
        policy_data = _read(policy_path, MAX_POLICY)
    except OSError as error:
        return report.not_checked("policy_not_found", error.strerror)
    try:
        policy = Policy(policy_data)
    except Malformed as error:
        return report.not_checked("policy_malformed", str(error))
    try:
        data = _read(path, evidence.MAX_BYTES)
    except OSError as error:
        return report.not_checked("evidence_not_found", error.strerror)
    try:
        files = (path, data), (policy_path, policy_data)
        if data.startswith(equivocation.HEADER):
            return report.of_equivocation(equivocation.verify(policy, data), policy, *files)
        if data.startswith(cose.TAG):
            return report.of_signed_entry(cose.verify(policy, data), policy, files[1])
        return report.of_evidence(evidence.verify(policy, data), policy, *files)
    except Malformed as error:
        return report.not_checked("evidence_malformed", str(error))


class _Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Malformed(message)


def main(arguments):
    parser = _Parser(prog="edge_verifier", add_help=False)
    parser.add_argument("file")
    parser.add_argument("--policy")
    parser.add_argument("--json", action="store_true")
    try:
        chosen = parser.parse_args(arguments)
        result = check(chosen.file, chosen.policy) if chosen.policy else report.not_checked("usage_no_policy")
    except Malformed as error:
        result = report.not_checked("usage", str(error))
    print(report.as_json(result) if "--json" in arguments else report.as_text(result))
    return result["exit_code"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

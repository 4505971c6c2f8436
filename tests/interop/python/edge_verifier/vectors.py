"""Runs every vector of every file of a directory:  python3 -m edge_verifier.vectors DIR

A file, section or key of a case that this module does not know is a failure, so that nothing new is
skipped in silence. One item of a section is one vector.
"""

import json
import sys
from pathlib import Path

from . import audit_checks, checks, code_checks, tile_checks
from .city_checks import CITY_NOTES
from .cose_checks import COSE
from .historian_checks import HISTORIAN
from .origin import sha256
from .sm3 import sm3

# What is known of each file: the check of each section, None for what checks share, a dict for sections within.

TREES = checks.trees(sha256)
SM3_TREES = {"about": None, "hashes": checks.sm3_hash} | checks.trees(sm3)
FILES = {
    "entries.json": {"salt_secret": None, "entries": checks.entry, "contexts": checks.context, "unknown": checks.unknown_entry,
                     "read": checks.read_entry, "limits": checks.entry_limit, "refused": checks.refused_entry},
    "trees.json": TREES | {"sm3": SM3_TREES},
    "notes.json": {
        "keys": checks.key, "refused_keys": checks.refused_key, "signatures": checks.signature,
        "mixed": {"policy": None, "notes": checks.mixed_note},
        "checkpoints": checks.checkpoint, "cosigned_message": checks.cosigned_message, "policies": checks.policy,
        "refused_policies": checks.refused_policy, "time_bounds": checks.time_bounds, "anchor_request": checks.anchor_request,
        "add_checkpoint_answers": {"status_200": checks.answer_200, "refused_200": checks.refused_200,
                                   "status_409": checks.answer_409, "refused_409": checks.refused_409},
        "refused_notes": checks.refused_note, "refused_checkpoints": checks.refused_checkpoint,
        "receipt": checks.receipt, "refusal": checks.refusal,
    } | CITY_NOTES,
    "evidence.json": {"policies": None, "cases": checks.evidence_case},
    "equivocation.json": {"policy": None, "cases": checks.equivocation_case},
    "audits.json": {"policies": None, "logs": None, "cases": audit_checks.folder},
    "codes.json": {"files": code_checks.told, "refused": code_checks.refused},
    "cose.json": COSE,
    "shown.json": {"values": None, "names": None},      # this verifier shows numbers as the log has them, and no names
    "historian.json": HISTORIAN,
    "tiles.json": {"paths": tile_checks.path, "refused_paths": tile_checks.refused_path, "sizes": tile_checks.size, "trees": tile_checks.files},
}
ABOUT = {"spec": None, "about": None}


class Run:
    def __init__(self):
        self.passed, self.failures = 0, []

    def directory(self, path):
        found = {each.name: each for each in sorted(Path(path).iterdir())}
        self.failures += [f"{name}: missing" for name in FILES if name not in found]
        for name, each in found.items():
            if name not in FILES:
                self.failures.append(f"{name}: an unknown file")
                continue
            file = json.loads(each.read_text(encoding="utf-8"))
            self.sections(name, file, FILES[name] | ABOUT, file)

    def sections(self, where, found, known, file):
        self.failures += [f"{where}: unknown section {name}" for name in found if name not in known]
        for name, check in known.items():
            if name not in found:
                self.failures.append(f"{where}: no section {name}")
            elif isinstance(check, dict):
                self.sections(f"{where} {name}", found[name], check, file)
            elif check is not None:
                cases = found[name] if isinstance(found[name], list) else [found[name]]
                for number, case in enumerate(cases):
                    self.case(f"{where} {name} #{number}", check, case, file)

    def case(self, where, check, case, file):
        title = case.get("name", "") if isinstance(case, dict) else ""
        try:
            check(case, file)
            self.passed += 1
        except Exception as error:      # a defect of this verifier is a failure too, not the end of the run
            self.failures.append(f"{where} {title}: {type(error).__name__}: {error}")


def main(arguments):
    if len(arguments) != 1:
        print("usage: python3 -m edge_verifier.vectors DIR", file=sys.stderr)
        return 2
    run = Run()
    run.directory(arguments[0])
    for failure in run.failures:
        print(failure)
    print(f"{run.passed} vectors passed, {len(run.failures)} failed")
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

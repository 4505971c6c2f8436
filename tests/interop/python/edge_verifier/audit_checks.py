"""The check of the vectors of audits."""

import base64

from .audit import audit
from .checks import equal, keyed
from .policy import Policy


def folder(case, file):
    _, policy, log, changes, verdict, error, shown = keyed(case, "name", "policy", "log", "changes", "verdict", "error", "shown")
    files = {path: base64.b64decode(data) for path, data in file["logs"][log]["files"].items()}
    for change in changes:
        _change(files, change)
    outcome, not_checked, found = audit(Policy(file["policies"][policy].encode()), files)
    equal((outcome, not_checked), (verdict, error), "verdict")
    if shown is not None:
        equal(_ordered(found), _ordered(shown), "shown")


def _change(files, change):
    path = change["path"]
    if "at" in change:
        _, at, data = keyed(change, "path", "at", "bytes")
        data = bytes.fromhex(data)
        files[path] = files[path][:at] + data + files[path][at + len(data):]
    elif "length" in change:
        _, length = keyed(change, "path", "length")
        files[path] = files[path][:length]
    elif keyed(change, "path", "file")[1] is None:
        del files[path]
    else:
        files[path] = base64.b64decode(change["file"])


def _ordered(shown):
    findings = sorted(shown["findings"], key=lambda each: (each["number"], each.get("first_entry", -1), each.get("path", "")))
    return shown | {"findings": findings}

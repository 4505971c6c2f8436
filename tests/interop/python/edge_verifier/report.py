"""A verdict as the object of section 14, and as a few lines for people."""

import json

from .evidence import Finding
from .origin import sha256
from .proved import HIDDEN

EXIT = {"valid": 0, "valid_but": 0, "proved": 0, "invalid": 1, "not_proved": 1, "not_checked": 2}
SENTENCES = {
    "valid": "The evidence is valid.",
    "valid_but": "The evidence is valid, with reservations.",
    "invalid": "The evidence is not valid.",
    "not_checked": "Nothing was checked.",
    "proved": "The log signed two checkpoints that no append-only log can have both.",
    "not_proved": "The accusation is not proved.",
}


def _always(outcome, format_="edge-verify/1"):
    return {"format": format_, "outcome": outcome, "exit_code": EXIT[outcome], "language": "en",
            "sentence": SENTENCES[outcome]}


def not_checked(error, detail=""):
    return _always("not_checked") | {"error": error, "detail": detail}


def _policy(policy):
    return {
        "quorum_size": policy.quorum_size(),
        "logs": [key.vkey for key in policy.logs.values()],
        "departments": [{"name": name, "key": key.vkey} for name, key in policy.witnesses.items()],
    }


def _checked(outcome, findings, policy, evidence_file, policy_file):
    return _always(outcome) | {
        "findings": findings,
        "file": _file(*evidence_file),
        "policy_file": _file(*policy_file),
        "policy": _policy(policy),
    }


def of_signed_entry(verdict, policy, policy_file):
    result = _always("invalid" if verdict.fault else "valid_but", "edge-receipt/1") | {
        "fault": verdict.fault,
        "key_id": verdict.receipt.signed.kid.decode("utf-8", "replace"),
        "size": verdict.receipt.size,
        "index": verdict.receipt.number,
        "policy_file": _file(*policy_file),
        "policy": _policy(policy),
    }
    return result if verdict.fault else result | {"root": verdict.root.hex(), "entry": verdict.entry.hex()}


def of_evidence(verdict, policy, evidence_file, policy_file):
    result = _checked(verdict.outcome, [_finding(each) for each in verdict.findings], policy, evidence_file, policy_file)
    proved = verdict.proved
    if proved is None:
        return result
    runs = [{"first": first, "last": last, "count": last - first + 1} for first, last in proved.complete]
    return result | {
        "gateway": {"origin": proved.checkpoint.origin, "city": proved.origin.city, "id": proved.origin.gateway},
        "checkpoint": _checkpoint(proved.checkpoint),
        "block": _checkpoint(proved.block),
        "accepted_by": _times(proved.accepted_by),
        "block_cosigned_by": _times(proved.block_cosigned_by),
        "not_before": proved.not_before,
        "not_after": proved.not_after,
        "block_hash": proved.block_hash.hex(),
        "block_signed_by": proved.block_signed_by,
        "complete": runs,
        "readings": [_reading(each, proved.not_after) for each in proved.readings],
        "entries": [_entry(each) for each in proved.subjects],
    }


def of_equivocation(shown, policy, evidence_file, policy_file):
    findings = []
    if shown.fault:
        findings.append(_finding(Finding(shown.fault.number, None, shown.fault.detail, shown.fault.cause)))
    result = _checked("not_proved" if shown.fault else "proved", findings, policy, evidence_file, policy_file)
    if shown.fault:
        return result
    return result | {"origin": shown.origin, "checkpoints": [
        _checkpoint(checkpoint) | {"accepted_by": _times(times)} for checkpoint, times in shown.checkpoints]}


def _finding(finding):
    result = {"number": finding.number, "code": finding.code, "fault": finding.fault, "detail": finding.detail,
              "sentence": finding.code.replace("_", " ")}
    if finding.index is not None:
        result["detail"] = str(finding.index)
    if finding.cause is not None:
        result["cause"] = finding.cause
    return result


def _file(path, data):
    return {"path": path, "bytes": len(data), "sha256": sha256(data).hex()}


def _checkpoint(checkpoint):
    return {"origin": checkpoint.origin, "size": checkpoint.size, "root": checkpoint.root.hex()}


def _times(rows):
    return [{"department": name, "time": time} for name, time in rows]


def _plain(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value


def _entry(subject):
    entry = subject.entry
    return {"index": subject.index, "version": entry.version, "kind": entry.kind,
            "fields": None if entry.fields is None else _plain(entry.fields)}


def _part(subject, name):
    """A part of a reading's context: its fields, null, or true for one that is named by its hash alone."""
    if subject.parts is not None and subject.parts[name] is HIDDEN:
        return True
    entry = subject.part(name)
    return None if entry is None else _plain(entry.fields)


def _reading(subject, not_after):
    return {"index": subject.index} | _plain(subject.entry.fields) | {
        "configuration": _part(subject, "configuration"),
        "calibration": _part(subject, "calibration"),
        "clock_correction": _part(subject, "clock"),
        "not_before": subject.not_before,
        "not_after": not_after,
    }


def as_json(result):
    return json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False)


def as_text(result):
    rows = [result["sentence"]]
    if "error" in result:
        rows.append(f"  {result['error']}: {result['detail']}")
    rows += [f"  {each['number']} {each['code']} {each['detail']}" for each in result.get("findings", [])]
    if "gateway" in result:
        rows.append(f"  gateway {result['gateway']['origin']}, checkpoint of size {result['checkpoint']['size']}")
        rows += [f"  accepted by {each['department']} at {each['time']}" for each in result["accepted_by"]]
        rows += [f"  nothing withheld from {each['first']} to {each['last']}" for each in result["complete"]]
    for each in result.get("readings", []):
        rows.append(f"  {each['index']}: {each['channel']} {each['value']} {each['unit']}, "
                    f"not before {each['not_before']}, not after {each['not_after']}")
    return "\n".join(rows)

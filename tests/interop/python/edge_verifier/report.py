"""A verdict as the object of section 14, and as a few lines for people."""

import json
import re
import uuid

from . import entries
from .evidence import Finding
from .origin import sha256

EXIT = {"valid": 0, "valid_but": 0, "proved": 0, "invalid": 1, "not_proved": 1, "not_checked": 2}
QUALITIES = ("good", "uncertain", "bad")
REASONS = (
    "none", "no_data", "no_answer", "bus_fault", "loop_low", "loop_high", "loop_underrange", "loop_overrange", "saturated",
    "warm_up", "calibration_lost", "wrong_device", "not_ready", "garbled", "out_of_range", "rate_of_change", "flat_line",
    "maintenance", "removed", "overrun", "uncompensated",
)
WHYS = ("powered_off", "sensor_absent", "overrun", "evicted", "store_damaged", "stopped", "thinned", "shed", "blocked", "released")
CLOCKS = ("none", "kernel", "rtc", "configured")
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


def _checked(outcome, findings, policy, evidence_file, policy_file, format_="edge-verify/1"):
    return _always(outcome, format_) | {
        "findings": findings,
        "file": _file(*evidence_file),
        "policy_file": _file(*policy_file),
        "policy": _policy(policy),
    }


def of_signed_entry(verdict, policy, policy_file):
    result = _always("invalid" if verdict.fault else "valid_but", "edge-receipt/1") | {
        "fault": verdict.fault or "none",
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
    crossed = any(each.number == 101 for each in verdict.findings)
    runs = [{"first": first, "last": last, "count": last - first + 1} for first, last in proved.complete]
    return result | {
        "gateway": {"origin": proved.checkpoint.origin, "city": proved.origin.city, "id": proved.origin.gateway},
        "checkpoint": _checkpoint(proved.checkpoint),
        "block": _checkpoint(proved.block),
        "accepted_by": _times(proved.accepted_by),
        "block_cosigned_by": _times(proved.block_cosigned_by),
        "not_before": None if crossed else proved.not_before,
        "not_after": None if crossed else proved.not_after,
        "block_hash": proved.block_hash.hex(),
        "block_signed_by": proved.block_signed_by,
        "complete": runs,
        "conditions": list(_conditions(proved.readings)),
        "readings": [_reading(each, proved.not_after) for each in proved.readings],
        "entries": [_entry(index, entry) for index, entry in proved.disclosed.items()],
    }


def of_equivocation(shown, policy, evidence_file, policy_file):
    findings = []
    if shown.fault:
        findings.append(_finding(Finding(shown.fault.number, None, shown.fault.detail, shown.fault.cause)))
    result = _checked("not_proved" if shown.fault else "proved", findings, policy, evidence_file, policy_file,
                      "edge-equivocation/1")
    if shown.fault:
        return result
    return result | {"origin": shown.origin, "checkpoints": [
        {"size": checkpoint.size, "root": checkpoint.root.hex(), "accepted_by": _times(times)}
        for checkpoint, times in shown.checkpoints]}


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


def _entry(index, entry):
    if not entry.known:
        return {"index": index, "kind": "unknown", "version": entry.version, "kind_number": entry.kind}
    result = {"index": index, "kind": kind_name(entries.NAMES[entry.kind])}
    return result | ({"channel": entry["channel"]} if entry.is_(entries.READING) else _items(entry))


def kind_name(name):
    """The name of a kind as section 14 writes it."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower()


def _named(names, number):
    return names[number] if number < len(names) else str(number)


def _items(entry):
    """The items of an entry that is no reading, under the names of section 14."""
    items = _plain(entry.fields)
    if "wall" in items:
        items["device_time"] = items.pop("wall")
    if "boot_id" in items:
        items["boot_id"] = str(uuid.UUID(items["boot_id"]))
    if "clock" in items:
        items["clock"] = _named(CLOCKS, items["clock"])
    if "why" in items:
        items["why"] = _named(WHYS, items["why"])
    if "file" in items:
        items["file_sha256"] = items.pop("file")
    beacon = items.pop("beacon", None)
    if beacon is not None:
        items |= {"block_height": beacon["height"], "block_hash": beacon["hash"]}
    return items


def _conditions(readings):
    """What the contexts name and the file shows, each once."""
    written = set()
    for subject in readings:
        for part, name in (("configuration", "configuration"), ("calibration", "calibration"), ("clock", "clock_correction")):
            entry = subject.part(part)
            if entry is not None and subject.context[name] not in written:
                written.add(subject.context[name])
                yield {"leaf": subject.context[name].hex(), "kind": part} | _items(entry)


def _reading(subject, not_after):
    entry, boot = subject.entry, subject.part("boot")
    wall = None if entry["time"] is None else {"seconds": entry["time"], "uncertainty_ms": entry["uncertainty_ms"]}
    return {"index": subject.index} | {name: entry[name] for name in ("channel", "unit", "value", "raw")} | {
        "quality": _named(QUALITIES, entry["quality"]),
        "reason": _named(REASONS, entry["reason"]),
        "monotonic_ns": entry["monotonic_ns"],
        "boot_id": None if boot is None else str(uuid.UUID(bytes=boot["boot_id"])),
        "device_time": wall,
        "not_before": subject.not_before,
        "not_after": not_after,
        "context": _plain(subject.context),
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

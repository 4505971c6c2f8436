"""Decimal numbers, Base64 and lines (section 1). Every value has one text."""

import base64
import binascii

from .errors import Malformed, require

LIMIT_63 = 1 << 63


def decimal(text):
    """A number below 2^63 without sign or leading zero."""
    require(1 <= len(text) <= 19 and text.isascii() and text.isdigit(), "a decimal number")
    require(text == "0" or text[0] != "0", "a leading zero")
    value = int(text)
    require(value < LIMIT_63, "a number of 2^63 or more")
    return value


def unbase64(text, size=None):
    """The bytes of the one Base64 text that they have."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error, ValueError) as error:
        raise Malformed("Base64") from error
    require(tobase64(data) == text, "Base64 that is not the one text of its bytes")
    require(size is None or len(data) == size, f"not {size} bytes")
    return data


def tobase64(data):
    return base64.b64encode(data).decode("ascii")


def utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("not UTF-8") from error


def lines(text):
    """The lines of a text that ends in a newline, without their newlines."""
    require(text.endswith("\n"), "the last line is not ended")
    return text[:-1].split("\n")

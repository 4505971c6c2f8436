"""Short Weierstrass curves y^2 = x^3 + ax + b of prime order, and (r, s) in DER. Not for secrets."""


class Curve:
    def __init__(self, p, a, b, n, x, y):
        self.p, self.a, self.b, self.n, self.g = p, a, b, n, (x, y, 1)

    def has(self, x, y):
        return x < self.p and y < self.p and (y * y - x * x * x - self.a * x - self.b) % self.p == 0

    def point(self, data):
        """The affine point that 04 || x || y stands for, or None."""
        if len(data) != 65 or data[0] != 4:
            return None
        x, y = int.from_bytes(data[1:33], "big"), int.from_bytes(data[33:], "big")
        return (x, y, 1) if self.has(x, y) else None

    def double(self, point):
        """Jacobian coordinates: x = X/Z^2, y = Y/Z^3; Z = 0 is the neutral element."""
        x, y, z = point
        p = self.p
        if not z or not y:
            return 1, 1, 0
        yy = y * y % p
        s = 4 * x * yy % p
        m = (3 * x * x + self.a * pow(z, 4, p)) % p
        x3 = (m * m - 2 * s) % p
        return x3, (m * (s - x3) - 8 * yy * yy) % p, 2 * y * z % p

    def add(self, one, two):
        (x1, y1, z1), (x2, y2, z2), p = one, two, self.p
        if not z1:
            return two
        if not z2:
            return one
        zz1, zz2 = z1 * z1 % p, z2 * z2 % p
        u1, u2 = x1 * zz2 % p, x2 * zz1 % p
        s1, s2 = y1 * zz2 * z2 % p, y2 * zz1 * z1 % p
        if u1 == u2:
            return self.double(one) if s1 == s2 else (1, 1, 0)
        h, r = u2 - u1, s2 - s1
        hh = h * h % p
        hhh, v = h * hh % p, u1 * hh % p
        x3 = (r * r - hhh - 2 * v) % p
        return x3, (r * (v - x3) - s1 * hhh) % p, h * z1 * z2 % p

    def sum(self, u, one, v, two):
        """u times one plus v times two (Shamir's trick)."""
        both, result = self.add(one, two), (1, 1, 0)
        for bit in range(max(u.bit_length(), v.bit_length()) - 1, -1, -1):
            result = self.double(result)
            chosen = (u >> bit & 1) + 2 * (v >> bit & 1)
            if chosen:
                result = self.add(result, (one, two, both)[chosen - 1])
        return result

    def affine(self, point):
        """(x, y), or None for the neutral element."""
        x, y, z = point
        if not z:
            return None
        inverse = pow(z, -1, self.p)
        return x * inverse * inverse % self.p, y * pow(inverse, 3, self.p) % self.p

    def public_key(self, secret):
        """04 || x || y of the secret's point."""
        x, y = self.affine(self.sum(secret, self.g, 0, self.g))
        return b"\x04" + x.to_bytes(32, "big") + y.to_bytes(32, "big")

    def read_signature(self, der):
        """(r, s) of the only DER form that SEQUENCE { INTEGER r, INTEGER s } has, both in [1, n); else None."""
        if len(der) < 8 or len(der) > 72 or der[0] != 0x30 or der[1] != len(der) - 2:
            return None
        numbers, at = [], 2
        for _ in range(2):
            if at + 2 > len(der) or der[at] != 0x02:
                return None
            body = der[at + 2:at + 2 + der[at + 1]]
            if not body or len(body) != der[at + 1] or body[0] & 0x80:
                return None
            if len(body) > 1 and body[0] == 0 and not body[1] & 0x80:
                return None
            numbers.append(int.from_bytes(body, "big"))
            at += 2 + len(body)
        if at != len(der) or not all(1 <= number < self.n for number in numbers):
            return None
        return tuple(numbers)

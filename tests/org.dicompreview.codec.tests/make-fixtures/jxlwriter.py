"""Writes small JPEG XL codestreams with parts that cjxl does not write (ISO/IEC 18181-1); djxl has to decode them."""
import numpy as np

CODE_BITS = 9


class Bits:
    """Bits, the least significant one first."""

    def __init__(self):
        self.bits = []

    def put(self, *values):
        """Pairs of a number and its bits."""
        for value, count in zip(values[::2], values[1::2]):
            self.bits += [int(value) >> i & 1 for i in range(count)]

    def f16(self, value):
        self.put(int(np.float16(value).view(np.uint16)), 16)

    def align(self):
        self.bits += [0] * (-len(self.bits) % 8)

    def bytes(self):
        self.align()
        return np.packbits(np.array(self.bits, np.uint8), bitorder='little').tobytes()

    def code(self, contexts):
        """A prefix code in which all of 512 tokens, the numbers themselves, take 9 bits."""
        self.put(0, 1)  # no copies
        if contexts > 1:
            self.put(1, 1, 0, 2)  # one cluster
        self.put(1, 1, 15, 4)  # prefix codes; tokens are numbers
        self.put(1, 1, 8, 4, 255, 8)  # 512 symbols
        self.put(0, 2)
        for length in (1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15):
            self.put(*((2, 2) if length == CODE_BITS else (0, 2)))

    def number(self, *values):
        for value in values:
            self.bits += [int(value) >> i & 1 for i in range(CODE_BITS - 1, -1, -1)]

    def signed(self, *values):
        self.number(*(2 * v if v >= 0 else -2 * v - 1 for v in values))


def head(columns, rows, extra=0, grey=False, xyb=False, weights=None):
    """Signature and head of an image of 8 bits."""
    out = Bits()
    out.put(0x0AFF, 16, 0, 1, 0, 2, rows - 1, 9, 0, 3, 0, 2, columns - 1, 9)
    out.put(0, 1, 0, 1, 0, 1, 0, 2, 1, 1, extra, 2)
    if extra:
        out.put(1, 1)
    out.put(int(xyb), 1)
    if grey:
        out.put(0, 1, 0, 1, 1, 2, 1, 2, 0, 1, 2, 2, 11, 4, 1, 2)
    else:
        out.put(1, 1)
    out.put(0, 2)
    if weights is None:
        out.put(1, 1)
    else:
        out.put(0, 1)
        if xyb:
            out.put(1, 1)
        out.put(1, 3)  # for upsampling by 2
        for weight in weights:
            out.f16(weight)
    out.align()
    return out


def frame(out, planes, last=True, mode=0, clamp=0, save=0, origin=None, upsampling=1, splines=None, xyb=False,
          gaborish=False, edges=0, alpha=False, noise=None):
    """A modular frame of planes (rows of integers), on the frame of slot 1 unless it replaces everything. Noise has eight
    strengths in steps of 1/1024; the first is for a level of 0, the seventh for 1."""
    out.put(0, 1, 0, 2, 1, 1)
    flags = (16 if splines else 0) + (1 if noise else 0)
    out.put(*((1, 2, flags - 1, 4) if flags else (0, 2)))
    if not xyb:
        out.put(0, 1)
    out.put(upsampling.bit_length() - 1, 2)
    if alpha:
        out.put(upsampling.bit_length() - 1, 2)
    out.put(1, 2, 0, 2, int(origin is not None), 1)
    if origin is not None:
        for value in origin:
            out.put(0, 2, 2 * value if value >= 0 else -2 * value - 1, 8)
        out.put(0, 2, planes[0].shape[1], 8, 0, 2, planes[0].shape[0], 8)
    for _ in range(2 if alpha else 1):
        out.put(*((mode, 2) if mode < 3 else (3, 2, mode - 3, 2)))
        if alpha and mode in (2, 3):
            out.put(0, 2)
        if alpha and mode in (2, 3) or mode == 4:
            out.put(clamp, 1)
        if mode or origin is not None:
            out.put(1, 2)
    out.put(int(last), 1)
    if not last:
        out.put(save, 2)
        if not mode and origin is None:
            out.put(0, 1)
    out.put(0, 2, 0, 1, int(gaborish), 1)
    if gaborish:
        out.put(0, 1)
    out.put(edges, 2)
    if edges:
        out.put(0, 1, 0, 1)
        out.f16(0.5)
    out.put(0, 2, 0, 2)
    data = section(planes, splines, noise)
    out.put(0, 1)
    out.align()
    out.put(*((0, 2, len(data), 10) if len(data) < 1024 else (1, 2, len(data) - 1024, 14)))
    out.align()
    for byte in data:
        out.put(byte, 8)


def section(planes, splines, noise):
    out = Bits()
    if splines:
        out.code(6)
        out.number(len(splines) - 1)
        for i, (points, _) in enumerate(splines):
            if i == 0:
                out.number(*points[0])
            else:
                out.signed(*np.subtract(points[0], splines[i - 1][0][0]))
        out.signed(0)
        for points, coefficients in splines:
            out.number(len(points) - 1)
            out.signed(*np.diff(np.diff(points, axis=0), axis=0, prepend=[[0, 0]]).ravel())
            out.signed(*np.ravel(coefficients))
    for strength in noise or ():
        out.put(strength, 10)
    out.put(1, 1, 1, 1)  # usual quanta; a tree
    out.code(6)
    out.number(0, 0, 0, 0, 0)  # one leaf: no prediction
    out.code(1)
    out.put(1, 1, 1, 1, 0, 2)
    for plane in planes:
        out.signed(*plane.ravel())
    return out.bytes()

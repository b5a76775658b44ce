"""Writes lossless JPEG streams (ITU-T T.81 annex H) of any depth and with restart intervals."""
import numpy as np


class Bits:
    """Bits with stuffed bytes."""

    def __init__(self):
        self.out, self.buffer, self.count = bytearray(), 0, 0

    def put(self, value, count):
        self.buffer, self.count = self.buffer << count | value, self.count + count
        while self.count >= 8:
            self.count -= 8
            byte = self.buffer >> self.count & 0xFF
            self.out += bytes([byte, 0] if byte == 0xFF else [byte])
        self.buffer &= (1 << self.count) - 1

    def flush(self):
        if self.count:
            self.put((1 << 8 - self.count) - 1, 8 - self.count)
        return bytes(self.out)


def predicted(plane, start, predictor, interval_rows):
    """What is predicted for each sample."""
    rows, columns = plane.shape
    result = np.empty_like(plane)
    for y in range(rows):
        first = y == 0 or interval_rows and y % interval_rows == 0
        for x in range(columns):
            a = plane[y, x - 1] if x else 0
            if first:
                result[y, x] = a if x else start
            elif x == 0:
                result[y, x] = plane[y - 1, 0]
            else:
                b, c = plane[y - 1, x], plane[y - 1, x - 1]
                result[y, x] = (a, b, c, a + b - c, a + (b - c >> 1), b + (a - c >> 1), a + b >> 1)[predictor - 1]
    return result


def size(difference):
    return 16 if difference == 32768 else abs(difference).bit_length()


def codes_of(differences):
    """Categories, the commonest first."""
    count = np.bincount([size(int(d)) for d in differences.reshape(-1)], minlength=17)
    return sorted(range(17), key=lambda category: -count[category])


def encode(values, bits, predictor=1, shift=0, interval=0, separate=False, codes=None):
    """
    A stream. interval is a multiple of the width; codes are the categories by length of their codes: the first has one
    bit, the last two 16.
    """
    values = values if values.ndim == 3 else values[:, :, None]
    rows, columns, samples = values.shape
    planes = (values >> shift).transpose(2, 0, 1)
    start = 1 << bits - shift - 1
    ahead = [plane - predicted(plane, start, predictor, interval // columns) for plane in planes]
    differences = np.stack([(each + 32767 & 0xFFFF) - 32767 for each in ahead], axis=-1)
    codes = codes or codes_of(differences)
    # 15 codes of 1 to 15 bits and two of 16: one pattern, all ones, stays free
    lengths = list(range(1, 15)) + [16, 16, 16]
    table, code, last = {}, 0, 1
    for category, length in zip(codes, lengths):
        code <<= length - last
        table[category], code, last = (code, length), code + 1, length
    out = b'\xff\xd8' + segment(0xC3, bytes([bits]) + word(rows) + word(columns) + bytes([samples])
                               + b''.join(bytes([1 + i, 0x11, 0]) for i in range(samples)))
    out += segment(0xC4, b'\0' + bytes(lengths.count(n) for n in range(1, 17)) + bytes(codes))
    if interval:
        out += segment(0xDD, word(interval))
    for scan in ([[i] for i in range(samples)] if separate else [list(range(samples))]):
        out += segment(0xDA, bytes([len(scan)]) + b''.join(bytes([1 + i, 0]) for i in scan)
                       + bytes([predictor, 0, shift]))
        out += entropy_coded(differences[:, :, scan].reshape(rows * columns, -1), interval, table)
    return out + b'\xff\xd9'


def entropy_coded(pixels, interval, table):
    out, step = b'', interval or len(pixels)
    for number, first in enumerate(range(0, len(pixels), step)):
        bits = Bits()
        for difference in pixels[first:first + step].reshape(-1):
            difference = int(difference)
            category = size(difference)
            bits.put(*table[category])
            if 0 < category < 16:
                bits.put(difference if difference > 0 else difference + (1 << category) - 1, category)
        out += (bytes([0xFF, 0xD0 + (number - 1) % 8]) if number else b'') + bits.flush()
    return out


def word(value):
    return value.to_bytes(2, 'big')


def segment(marker, data):
    return bytes([0xFF, marker]) + word(len(data) + 2) + data

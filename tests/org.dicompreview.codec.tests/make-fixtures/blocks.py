"""Streams that no package makes, put together from code-blocks that packages do make. Nothing is decomposed in them, and
each precinct has one block, so that a packet is a block."""
import numpy as np

import codestream

SIZE = 64
SIZ, CAP, COD, QCD = 0x51, 0x50, 0x52, 0x5C
NOTHING = b'\0'  # an empty packet


class Bits:
    """Bits of a packet header to read: after FF a byte has seven."""

    def __init__(self, data, at):
        self.data, self.at, self.current, self.left = data, at, 0, 0

    def bit(self):
        if self.left == 0:
            self.left = 7 if self.current == 0xFF else 8
            self.current = self.data[self.at]
            self.at += 1
        self.left -= 1
        return self.current >> self.left & 1

    def bits(self, count):
        value = 0
        for _ in range(count):
            value = value << 1 | self.bit()
        return value

    def passes(self):
        for count, least in ((1, 1), (1, 2), (2, 3), (5, 6)):
            value = self.bits(count)
            if value != (1 << count) - 1:
                return least + value
        return 37 + self.bits(7)

    def end(self):
        return self.at + (self.current == 0xFF)


def packed(bits):
    """The bytes of a packet header."""
    out, at = bytearray(), 0
    while at < len(bits):
        count = 7 if out and out[-1] == 0xFF else 8
        out.append(int((bits[at:at + count] + '0' * 8)[:count], 2))
        at += count
    return bytes(out) + (b'\0' if out[-1] == 0xFF else b'')


def number(value, count):
    return format(value, '0%db' % count) if count else ''


def passes(count):
    if count < 3:
        return ('0', '10')[count - 1]
    return '11' + number(count - 3, 2) if count < 6 else '1111' + number(count - 6, 5)


def blocks(shape):
    return [(slice(y, y + SIZE), slice(x, x + SIZE)) for y in range(0, shape[0], SIZE)
            for x in range(0, shape[1], SIZE)]


def packets(stream):
    """Planes without anything, number of passes and bytes of each block; None where there is nothing."""
    _, at, end = next(codestream.tile_parts(stream))
    while at < end:
        bits = Bits(stream, at)
        if not bits.bit() or not bits.bit():
            at = bits.end()
            yield None
            continue
        zero = 0
        while not bits.bit():
            zero += 1
        count = bits.passes()
        width = 3
        while bits.bit():
            width += 1
        length = bits.bits(width + count.bit_length() - 1)
        at = bits.end() + length
        yield zero, count, stream[at - length:at]


def packet(zero, count, lengths, data, width):
    """A packet with one block; lengths are pairs of a value and how many bits it takes beside width."""
    return packed('11' + '0' * zero + '1' + passes(count) + '1' * (width - 3) + '0'
                  + ''.join(number(value, width + more) for value, more in lengths)) + data


def plain(stream, bits=None, **changes):
    """The stream up to its packets, with another depth and other bytes in the main header."""
    head = bytearray(stream)
    for marker, begin, end in codestream.segments(stream):
        if marker == SIZ and bits:
            head[begin + 40] = head[begin + 40] & 0x80 | bits - 1
        if marker == QCD and 'exponent' in changes:
            head[begin + 5] = changes['exponent'] << 3
        if marker == COD and 'style' in changes:
            head[begin + 12] = changes['style']
        if marker == CAP and changes.get('mixed'):
            head[begin + 8] |= 0xC0
    return bytes(head[:next(codestream.tile_parts(stream))[1]])


def finished(head, data, inserted=b''):
    """Puts packets behind a header of which the tile-part's is the last 14 bytes."""
    tile = head[-14:-8] + (14 + len(data)).to_bytes(4, 'big') + head[-4:]
    return head[:-14] + inserted + tile + data + b'\xff\xd9'


def quantization(stream):
    """Guard bits and exponent."""
    begin = [begin for marker, begin, _ in codestream.segments(stream) if marker == QCD][0]
    return stream[begin + 4] >> 5, stream[begin + 5] >> 3


def high_throughput(values, bits):
    return codestream.openjph(values, bits, '-reversible', 'true', '-num_decomps', 0, '-block_size', '{64,64}',
                              '-precincts', '{64,64}')


def forward(bits):
    out, held, count = bytearray(), 0, 0
    for bit in bits:
        held, count = held | bit << count, count + 1
        if count == (7 if out and out[-1] == 0xFF else 8):
            out.append(held)
            held = count = 0
    return bytes(out) + (bytes([held]) if count else b'')


def backward(bits):
    out, held, count, before = bytearray(), 0, 0, 0xFF
    for bit in bits:
        held, count = held | bit << count, count + 1
        if count == 8 or count == 7 and held == 0x7F and before > 0x8F:
            out.append(held)
            before, held, count = held, 0, 0
    return bytes(reversed(out + (bytes([held]) if count else b'')))


def propagation(values, causal):
    """The bits of a significance propagation pass for the last plane, and what is significant after it."""
    rows, columns = values.shape
    magnitudes, found = np.abs(values), np.zeros((rows + 2, columns + 2), bool)
    found[1:-1, 1:-1] = magnitudes > 1
    bits = []
    for top in range(0, rows, 4):
        for left in range(0, columns, 4):
            signs = []
            for x in range(left, min(columns, left + 4)):
                for y in range(top, min(rows, top + 4)):
                    near = found[y:y + (2 if causal and y == top + 3 else 3), x:x + 3]
                    if not found[y + 1, x + 1] and near.any():
                        bits.append(int(magnitudes[y, x] & 1))
                        if magnitudes[y, x] & 1:
                            found[y + 1, x + 1] = True
                            signs.append(int(values[y, x] < 0))
            bits += signs
    return bits, found[1:-1, 1:-1]


def refinement(values):
    """The bits of a magnitude refinement pass for the last plane."""
    rows, columns = values.shape
    places = [(y, x) for top in range(0, rows, 4) for x in range(columns) for y in range(top, min(rows, top + 4))]
    return [int(abs(values[place]) & 1) for place in places if abs(values[place]) > 1]


def refined(values, bits, count, causal=False):
    """Signed values in high-throughput blocks with a cleanup pass above the last plane and the passes that refine it.
    Returns the stream, unsigned, and what it holds."""
    upper = np.sign(values) * (np.abs(values) >> 1)
    stream = high_throughput(upper + (1 << bits - 2), bits - 1)
    data, kept = b'', np.zeros_like(values)
    for place, found in zip(blocks(values.shape), packets(stream)):
        part = values[place]
        kept[place] = 2 * upper[place] + np.sign(upper[place])  # half of the plane that is not known
        if found is None:
            data += NOTHING
            continue
        zero, _, cleanup = found
        significant, there = propagation(part, causal)
        more = forward(significant)
        if count == 2:
            kept[place] = np.where((np.abs(part) <= 1) & there, part, kept[place])
        elif count == 3:
            more += backward(refinement(part))
            kept[place] = np.where(there, part, 0)
        lengths = [(len(cleanup), 0), (len(more), count - 2)]
        width = max(3, max(value.bit_length() - extra for value, extra in lengths))
        data += packet(zero, count, lengths, cleanup + more, width)
    _, exponent = quantization(stream)
    head = plain(stream, bits, exponent=exponent + 1, style=0x48 if causal else 0x40)
    return finished(head, data), kept + (1 << bits - 1)


def mixed(values, bits):
    """High-throughput and plain blocks in turn."""
    fast = high_throughput(values, bits)
    slow = codestream.openjpeg(values, bits, '-n', 1, '-b', '64,64', '-c', '[64,64]')
    more = sum(quantization(fast)) - sum(quantization(slow))
    data = b''
    for index, (first, second) in enumerate(zip(packets(fast), packets(slow))):
        if index % 2 == 0:
            zero, count, block = first
            width = max(4, len(block).bit_length() + 1)  # the highest bit is 0: so it is a high-throughput block
            data += packet(zero, count, [(len(block), 0)], block, width)
        else:
            zero, count, block = second
            extra = count.bit_length() - 1
            width = max(3, len(block).bit_length() - extra)  # the highest bit is 1
            data += packet(zero + more, count, [(len(block), extra)], block, width)
    return finished(plain(fast, style=0xC0, mixed=True), data)


def region(values, inside, shift, bits, *options):
    """Signed values of which some are a region of interest: above all others by the shift."""
    raised = np.where(inside, values << shift, values)
    stream = codestream.openjpeg(raised, bits + shift, '-n', 1, *options, signed=True)
    _, data, end = next(codestream.tile_parts(stream))
    head = plain(stream, bits, exponent=quantization(stream)[1] - shift)
    return finished(head, stream[data:end], b'\xff\x5e\0\x05\0\0' + bytes([shift]))

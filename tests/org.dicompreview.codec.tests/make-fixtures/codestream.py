"""JPEG 2000 codestreams by the command-line tools of OpenJPEG and OpenJPH, and what OpenJPEG decodes of them."""
import glob
import os
import re
import subprocess
import tempfile

import numpy as np


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stored(values, bits):
    return (values & ((1 << 8 * (1 if bits <= 8 else 2)) - 1)).astype('u1' if bits <= 8 else '<u2')


def planes(values):
    return [values] if values.ndim == 2 else [values[:, :, i] for i in range(values.shape[2])]


def openjpeg(values, bits, *options, signed=False, steps=None, jp2=False):
    """A codestream by opj_compress; steps are sub-samplings whose samples are taken out of the full-size planes."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'in.rawl')
        target = os.path.join(folder, 'out.jp2' if jp2 else 'out.j2k')
        parts = planes(values)
        sizes = steps or [(1, 1)] * len(parts)
        with open(source, 'wb') as out:
            for part, (x, y) in zip(parts, sizes):
                out.write(stored(part[::y, ::x], bits).tobytes())
        form = '%d,%d,%d,%d,%s' % (values.shape[1], values.shape[0], len(parts), bits, 's' if signed else 'u')
        if steps:
            form += '@' + ':'.join('%dx%d' % step for step in steps)
        run('opj_compress', '-i', source, '-o', target, '-F', form, *options)
        with open(target, 'rb') as made:
            return made.read()


def openjpeg_deep(values, bits):
    """A lossless codestream of unsigned values of more than 16 bits."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, 'in.pgx'), os.path.join(folder, 'out.j2k')
        with open(source, 'wb') as out:
            out.write(b'PG ML + %d %d %d\n' % (bits, values.shape[1], values.shape[0]) + values.astype('>u4').tobytes())
        run('opj_compress', '-i', source, '-o', target)
        with open(target, 'rb') as made:
            return made.read()


def openjph(values, bits, *options):
    """A codestream by ojph_compress."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'in.ppm' if values.ndim == 3 else 'in.pgm')
        target = os.path.join(folder, 'out.j2c')
        with open(source, 'wb') as out:
            out.write(b'P%d %d %d %d\n' % (6 if values.ndim == 3 else 5, values.shape[1], values.shape[0],
                                           (1 << bits) - 1))
            out.write(values.astype('u1' if bits <= 8 else '>u2').tobytes())
        run('ojph_compress', '-i', source, '-o', target, *options)
        with open(target, 'rb') as made:
            return made.read()


def decode(stream, *options):
    """What opj_decompress gives, sub-sampled components brought to full size by repeating."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'in.j2k')
        with open(source, 'wb') as out:
            out.write(stream)
        run('opj_decompress', '-i', source, '-o', os.path.join(folder, 'out.pgx'), *options)
        names = sorted(glob.glob(os.path.join(folder, 'out*.pgx')))
        parts = [pgx(name) for name in names]
    rows, columns = max(part.shape[0] for part in parts), max(part.shape[1] for part in parts)
    full = []
    for part in parts:
        y, x = -(-rows // part.shape[0]), -(-columns // part.shape[1])
        full.append(np.repeat(np.repeat(part, y, axis=0), x, axis=1)[:rows, :columns])
    return full[0] if len(full) == 1 else np.stack(full, axis=-1)


def repeated(values, steps):
    """Full-size planes of which only some samples are kept and repeated."""
    kept = [np.repeat(np.repeat(part[::y, ::x], y, axis=0), x, axis=1)[:part.shape[0], :part.shape[1]]
            for part, (x, y) in zip(planes(values), steps)]
    return np.stack(kept, axis=-1)


def ffmpeg(stream, rows, columns):
    """What FFmpeg decodes of a grey stream of 16 bits: OpenJPEG rounds a constant of the 9/7 transform too coarsely."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, 'in.j2k'), os.path.join(folder, 'out.raw')
        with open(source, 'wb') as out:
            out.write(stream)
        run('ffmpeg', '-i', source, '-pix_fmt', 'gray16le', '-f', 'rawvideo', target)
        return np.fromfile(target, '<u2').reshape(rows, columns).astype(np.int64)


def openjph_decode(stream, rows, columns):
    """What ojph_expand decodes of a grey stream of more than 8 bits."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, 'in.j2c'), os.path.join(folder, 'out.pgm')
        with open(source, 'wb') as out:
            out.write(stream)
        run('ojph_expand', '-i', source, '-o', target)
        with open(target, 'rb') as made:
            return np.frombuffer(made.read()[-2 * rows * columns:], '>u2').reshape(rows, columns).astype(np.int64)


def pgx(name):
    with open(name, 'rb') as made:
        data = made.read()
    head, _, body = data.partition(b'\n')
    sign, bits, columns, rows = re.match(r'PG ML ([+-]) (\d+) (\d+) (\d+)', head.decode()).groups()
    width = 1 if int(bits) <= 8 else 2 if int(bits) <= 16 else 4
    values = np.frombuffer(body, '>%s%d' % ('i' if sign == '-' else 'u', width))
    return values.reshape(int(rows), int(columns)).astype(np.int64)


def segments(stream):
    """Marker, begin and end of the segments of the main header."""
    at = 2
    while True:
        marker = stream[at + 1]
        if marker == 0x90:
            return
        end = at + 2 + int.from_bytes(stream[at + 2:at + 4], 'big')
        yield marker, at, end
        at = end


def tile_parts(stream):
    """Begin, begin of the packets and end of each tile-part."""
    at = list(segments(stream))[-1][2]
    while stream[at:at + 2] == b'\xff\x90':
        end = at + int.from_bytes(stream[at + 6:at + 10], 'big')
        body = stream.index(b'\xff\x93', at) + 2
        yield at, body, end
        at = end


def pack_headers(stream, in_main):
    """Moves the headers of packets, which are between SOP and EPH markers, into PPM or PPT segments."""
    first = list(tile_parts(stream))[0][0]
    main, parts, collected = stream[:first], [], []
    for begin, body, end in tile_parts(stream):
        headers, bodies = b'', b''
        for packet in stream[body:end].split(b'\xff\x91\0\x04')[1:]:
            header, _, rest = packet[2:].partition(b'\xff\x92')
            headers += header + b'\xff\x92'
            bodies += rest
        collected.append(headers)
        head = stream[begin:body - 2]
        if not in_main:
            half = len(headers) // 2  # two segments, cut anywhere
            for index, piece in enumerate((headers[:half], headers[half:])):
                head += b'\xff\x61' + (len(piece) + 3).to_bytes(2, 'big') + bytes([index]) + piece
        part = head + b'\xff\x93' + bodies
        parts.append(part[:6] + len(part).to_bytes(4, 'big') + part[10:])
    if in_main:
        together = b''.join(len(each).to_bytes(4, 'big') + each for each in collected)
        for index, at in enumerate(range(0, len(together), 200)):
            piece = together[at:at + 200]
            main += b'\xff\x60' + (len(piece) + 3).to_bytes(2, 'big') + bytes([index]) + piece
    return main + b''.join(parts) + b'\xff\xd9'

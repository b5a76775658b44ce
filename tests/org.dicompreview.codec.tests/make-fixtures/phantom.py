"""A picture made from nothing, and the writer of fixture folders."""
import csv
import os
import shutil
import zlib

import numpy as np

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'resources', 'fixtures')


def grey(columns, rows, bits, noise=0.004, seed=1):
    """A body-like disc on an empty background: values 0 to 2^bits - 1, 64-bit integers, one row after the other."""
    y, x = np.mgrid[0:rows, 0:columns]
    u = (x - columns / 2 + 0.5) / (columns / 2)
    v = (y - rows / 2 + 0.5) / (rows / 2)
    picture = np.zeros((rows, columns))
    body = (u / 0.9) ** 2 + (v / 0.85) ** 2 < 1
    picture[body] = 0.45 + 0.1 * u[body]
    for cx, cy, rx, ry, value in ((-0.35, -0.1, 0.25, 0.4, 0.12), (0.35, -0.1, 0.25, 0.4, 0.16),
                                  (0, 0.5, 0.12, 0.15, 0.95), (0.1, -0.55, 0.2, 0.1, 0.6)):
        picture[((u - cx) / rx) ** 2 + ((v - cy) / ry) ** 2 < 1] = value
    picture[rows // 2:rows // 2 + 3, columns // 4:columns // 2] = np.linspace(0, 1, columns // 2 - columns // 4)
    noisy = np.random.RandomState(seed).normal(0, noise, picture.shape)
    picture = np.where(body, picture + noisy, picture)
    return np.clip(np.rint(picture * ((1 << bits) - 1)), 0, (1 << bits) - 1).astype(np.int64)


def colour(columns, rows, bits, samples=3):
    """Several pictures side by side in each pixel."""
    planes = [np.roll(grey(columns, rows, bits, seed=1 + s), 3 * s, axis=s % 2) for s in range(samples)]
    return np.stack(planes, axis=-1)


def raw(values, allocated):
    """The values as raw export has them."""
    width = 8 if allocated <= 8 else 16 if allocated <= 16 else 32
    return (values & ((1 << width) - 1)).astype('<u%d' % (width // 8)).tobytes()


class Folder:
    """A folder of fixtures, written anew."""

    FIELDS = ('name uid rows cols samples allocated stored high signed planar photometric kind bit_offset expected '
              'tolerance encoder note').split()

    def __init__(self, name):
        self.path = os.path.join(OUT, name)
        shutil.rmtree(self.path, ignore_errors=True)
        os.makedirs(self.path)
        self.rows = []
        self.expected = {}

    def add(self, name, uid, data, expected, rows, cols, allocated, encoder, samples=1, stored=None, high=None,
            signed=0, planar=0, photometric=None, kind='INTEGER', bit_offset=0, tolerance=0, note=''):
        """Adds a frame; expected is the bytes of raw export."""
        stored = stored or allocated
        if expected not in self.expected:
            self.expected[expected] = '%s.expected' % name
            self.file(self.expected[expected], zlib.compress(expected, 9))
        self.file(name, data)
        self.rows.append((name, uid, rows, cols, samples, allocated, stored, stored - 1 if high is None else high,
                          signed, planar, photometric or ('RGB' if samples == 3 else 'MONOCHROME2'), kind, bit_offset,
                          self.expected[expected], tolerance, encoder, note))

    def file(self, name, data):
        with open(os.path.join(self.path, name), 'wb') as out:
            out.write(data)

    def close(self):
        with open(os.path.join(self.path, 'frames.tsv'), 'w', newline='') as out:
            writer = csv.writer(out, delimiter='\t', lineterminator='\n', quoting=csv.QUOTE_NONE)
            writer.writerow(self.FIELDS)
            writer.writerows(self.rows)
        size = sum(os.path.getsize(os.path.join(self.path, f)) for f in os.listdir(self.path))
        print(os.path.basename(self.path), len(self.rows), 'frames', size, 'bytes')

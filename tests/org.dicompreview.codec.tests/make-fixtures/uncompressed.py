"""Uncompressed and deflated frames, packed with numpy."""
import zlib

import numpy as np

import phantom

NATIVE = '1.2.840.10008.1.2.1'
ENCAPSULATED = '1.2.840.10008.1.2.1.98'
DEFLATED = '1.2.840.10008.1.2.8.1'
W, H = 41, 30


def packed(values, bits, skip=0):
    """Values of any number of bits, the first in the lowest bits."""
    flat = values.reshape(-1)
    planes = (flat[:, None] >> np.arange(bits)) & 1
    stream = np.concatenate([np.zeros(skip, np.int64), planes.reshape(-1)]).astype(np.uint8)
    return np.packbits(stream, bitorder='little').tobytes()


def main():
    out = phantom.Folder('uncompressed')
    add = lambda name, data, expected, allocated, **more: out.add(
        name, more.pop('uid', NATIVE), data, expected, H, W, allocated, 'numpy', **more)

    one = phantom.grey(W, H, 8) > 100
    add('bit', packed(one.astype(np.int64), 1), phantom.raw(one.astype(np.int64), 1), 1)
    add('bit-shifted', packed(one.astype(np.int64), 1, 5), phantom.raw(one.astype(np.int64), 1), 1, bit_offset=5)
    add('bit-deflated', deflate(packed(one.astype(np.int64), 1)), phantom.raw(one.astype(np.int64), 1), 1, uid=DEFLATED)

    eight = phantom.grey(W, H, 8)
    add('8', eight.astype('u1').tobytes(), phantom.raw(eight, 8), 8)
    add('8-encapsulated', eight.astype('u1').tobytes() + b'\0', phantom.raw(eight, 8), 8, uid=ENCAPSULATED,
        note='with a padding byte')
    add('8-monochrome1', eight.astype('u1').tobytes(), phantom.raw(eight, 8), 8, photometric='MONOCHROME1')
    add('8-palette', eight.astype('u1').tobytes(), phantom.raw(eight, 8), 8, photometric='PALETTE COLOR')

    twelve = phantom.grey(W, H, 12)
    add('12-packed', packed(twelve, 12), phantom.raw(twelve, 16), 12)
    noise = np.random.RandomState(3).randint(0, 16, twelve.shape) << 12
    add('12-of-16', (twelve | noise).astype('<u2').tobytes(), phantom.raw(twelve, 16), 16, stored=12,
        note='bits above are noise')
    add('12-of-16-high', (twelve << 4 | noise >> 12).astype('<u2').tobytes(), phantom.raw(twelve, 16), 16, stored=12,
        high=15, note='bits below are noise')
    ct = twelve - 1024
    add('12-signed', ((ct & 0xFFF) | noise).astype('<u2').tobytes(), phantom.raw(((ct + 2048) & 0xFFF) - 2048, 16), 16,
        stored=12, signed=1, note='bits above are noise')
    sixteen = phantom.grey(W, H, 16)
    add('16', sixteen.astype('<u2').tobytes(), phantom.raw(sixteen, 16), 16)
    add('16-signed', (sixteen - 32768).astype('<i2').tobytes(), phantom.raw(sixteen - 32768, 16), 16, signed=1)
    add('16-deflated', deflate(sixteen.astype('<u2').tobytes()), phantom.raw(sixteen, 16), 16, uid=DEFLATED)
    wide = phantom.grey(W, H, 24)
    add('24', packed(wide, 24), phantom.raw(wide, 32), 24)
    wide = phantom.grey(W, H, 32)
    add('32', wide.astype('<u4').tobytes(), phantom.raw(wide, 32), 32)
    reals = (twelve / 7.0 - 100).astype('<f4').tobytes()
    add('float', reals, reals, 32, kind='FLOAT')
    reals = (twelve / 7.0 - 100).astype('<f8').tobytes()
    add('double', reals, reals, 64, kind='DOUBLE')

    rgb = phantom.colour(W, H, 8)
    add('rgb', rgb.astype('u1').tobytes(), phantom.raw(rgb, 8), 8, samples=3)
    add('rgb-planes', rgb.transpose(2, 0, 1).astype('u1').tobytes(), phantom.raw(rgb, 8), 8, samples=3, planar=1)
    deep = phantom.colour(W, H, 16)
    add('rgb16-planes', deep.transpose(2, 0, 1).astype('<u2').tobytes(), phantom.raw(deep, 16), 16, samples=3, planar=1)

    even = phantom.colour(W + 1, H, 8)
    chroma = even[:, 0::2, 1:]
    pairs = np.stack([even[:, 0::2, 0], even[:, 1::2, 0], chroma[..., 0], chroma[..., 1]], axis=-1)
    full = np.concatenate([even[..., :1], np.repeat(chroma, 2, axis=1)], axis=-1)
    out.add('ybr-422', NATIVE, pairs.astype('u1').tobytes(), phantom.raw(full, 8), H, W + 1, 8, 'numpy', samples=3,
            photometric='YBR_FULL_422')
    out.close()


def deflate(data):
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


if __name__ == '__main__':
    main()

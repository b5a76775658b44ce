"""HTJ2K frames by OpenJPH."""
import numpy as np

import blocks
import codestream
import phantom

LOSSLESS, RPCL, LOSSY = ('1.2.840.10008.1.2.4.%d' % n for n in (201, 202, 203))
W, H = 62, 43
CT = phantom.grey(W, H, 12)


def main():
    out = phantom.Folder('htj2k')

    def add(name, values, bits, *options, lossy=False, tolerance=None, uid=LOSSLESS, note='', expected=None, stream=None,
            **more):
        if stream is None:
            stream = codestream.openjph(values, bits, '-reversible', 'false' if lossy else 'true', *options)
        if expected is None:
            expected = values
            if lossy:
                expected = codestream.openjph_decode(stream, H, W) if bits > 12 else codestream.decode(stream)
        allocated = more.pop('allocated', 8 if bits <= 8 else 16)
        out.add(name, LOSSY if lossy else uid, stream, phantom.raw(expected, allocated), values.shape[0],
                values.shape[1], allocated, 'openjph', samples=values.shape[2] if values.ndim == 3 else 1, stored=bits,
                note=note, tolerance=(1 if lossy else 0) if tolerance is None else tolerance, **more)

    for bits in (1, 2, 5, 8, 9, 12, 14, 16):
        add('grey-%02d' % bits, phantom.grey(W, H, bits), bits)
    for bits, step in ((8, 0.01), (12, 0.001), (12, 0.02), (16, 0.0005)):
        add('lossy-%02d-%s' % (bits, step), phantom.grey(W, H, bits), bits, '-qstep', step, lossy=True)
    add('noise-16', np.random.RandomState(3).randint(0, 65536, (H, W)), 16)
    add('noise-08', np.random.RandomState(4).randint(0, 256, (H, W)), 8)
    add('dots', np.where(np.random.RandomState(5).rand(H, W) < 0.02, 4095, 0).astype(np.int64), 12)
    add('flat', np.full((H, W), 77, np.int64), 8)
    add('black', np.zeros((H, W), np.int64), 12)
    add('sign-extended', CT, 12, signed=1, expected=((CT + 2048) & 0xFFF) - 2048)

    rgb = phantom.colour(W, H, 8)
    add('rgb', rgb, 8, photometric='YBR_RCT')
    add('rgb-12', phantom.colour(W, H, 12), 12, photometric='YBR_RCT')
    add('rgb-lossy', rgb, 8, '-qstep', 0.005, lossy=True, photometric='YBR_ICT')
    add('rgb-untransformed', rgb, 8, '-colour_trans', 'false', photometric='YBR_FULL')
    for order in ('LRCP', 'RLCP', 'RPCL', 'PCRL', 'CPRL'):
        add('order-%s' % order.lower(), rgb, 8, '-prog_order', order, '-precincts', '{16,16},{8,8}', '-tile_size',
            '{37,29}', '-num_decomps', 3, '-image_offset', '{5,3}', '-tile_offset', '{2,1}', photometric='YBR_RCT',
            uid=RPCL if order == 'RPCL' else LOSSLESS)
    for size in ('4,4', '64,4', '4,64', '16,32', '1024,4', '4,1024'):
        add('block-%s' % size.replace(',', 'x'), CT, 12, '-block_size', '{%s}' % size)
    add('no-levels', CT, 12, '-num_decomps', 0)
    add('more-levels-than-size', CT, 12, '-num_decomps', 8)
    for columns, rows in ((1, 1), (1, 40), (40, 1), (2, 2), (3, 17)):
        add('size-%dx%d' % (columns, rows), phantom.grey(columns, rows, 12), 12)
        add('size-%dx%d-lossy' % (columns, rows), phantom.grey(columns, rows, 12), 12, '-qstep', 0.001,
            lossy=True)
    sparse = np.random.RandomState(7).normal(0, 4, (H, W)) * (np.random.RandomState(8).rand(H, W) < 0.3)
    for name, values in (('ct', np.clip(CT - 2048, -2040, 2040)), ('sparse', sparse.astype(np.int64))):
        for passes, what in ((2, 'propagated'), (3, 'refined')):
            for causal in (False, True):
                stream, kept = blocks.refined(values, 12, passes, causal)
                if not np.array_equal(kept, codestream.openjph_decode(stream, H, W)):
                    raise RuntimeError('OpenJPH decodes something else')
                add('%s-%s%s' % (name, what, '-causal' if causal else ''), kept, 12, stream=stream, uid=LOSSY)
    wide = phantom.grey(160, 12, 12)
    add('mixed', wide, 12, stream=blocks.mixed(wide, 12), note='plain blocks (OpenJPEG) among the others')
    out.close()


if __name__ == '__main__':
    main()

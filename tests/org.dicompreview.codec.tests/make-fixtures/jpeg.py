"""JPEG frames by DCMTK, GDCM and libjpeg's tools, edited ones, and lossless ones of depths that those tools lack."""
import os
import subprocess
import tempfile
import zlib

import numpy as np

import dicom
import lossless
import markers
import phantom

BASELINE, EXTENDED, SPECTRAL, PROGRESSIVE, LOSSLESS, FIRST_ORDER = ('1.2.840.10008.1.2.4.%d' % n
                                                                    for n in (50, 51, 53, 55, 57, 70))
W, H = 62, 43
REDUCED = ('optimized-grey', '420', 'progressive-420')
RGB_APP14 = b'\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0'
YBR_APP14 = RGB_APP14[:-1] + b'\1'


def run(command, data):
    return subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout


def cjpeg(values, *options):
    """A stream by libjpeg's encoder, with the best DCT."""
    kind = 6 if values.ndim == 3 else 5
    head = b'P%d %d %d 255\n' % (kind, values.shape[1], values.shape[0])
    return run(['cjpeg', '-dct', 'int', *options], head + values.astype('u1').tobytes())


def djpeg(stream, *options):
    """The components that libjpeg decodes: no colours converted, chrominance repeated."""
    if markers.frame(stream)[1] == 3:
        stream = markers.before(markers.without(markers.without(stream, 0xE0), 0xEE), 0xDB, RGB_APP14)
    data = run(['djpeg', '-dct', 'int', '-nosmooth', '-pnm', *options], stream)
    kind, columns, rows = data.split(None, 3)[:3]
    shape = (int(rows), int(columns)) + ((3,) if kind == b'P6' else ())
    return np.frombuffer(data[-np.prod(shape):], 'u1').astype(np.int64).reshape(shape)


class Writer:
    """Adds frames with what is common to most of them."""

    def __init__(self):
        self.out = phantom.Folder('jpeg')

    def add(self, name, uid, stream, expected, encoder, **more):
        bits = more.pop('bits', 8)
        allocated = more.pop('allocated', 8 if bits <= 8 else 16)
        rows, cols = expected.shape[:2]
        self.out.add(name, uid, stream, phantom.raw(expected, allocated), rows, cols, allocated, encoder,
                     samples=expected.shape[2] if expected.ndim == 3 else 1, stored=more.pop('stored', bits), **more)

    def lossy(self, name, uid, stream, encoder='libjpeg', **more):
        """A frame of 8 bits that libjpeg knows; some at reduced sizes too."""
        self.add(name, uid, stream, djpeg(stream), encoder, tolerance=1, **more)
        if name in REDUCED:
            for reduction in (1, 2, 3):
                small = djpeg(stream, '-scale', '1/%d' % (1 << reduction))
                self.out.file('%s.reduced-%d' % (name, reduction), zlib.compress(phantom.raw(small, 8), 9))

    def dcmtk(self, name, uid, values, bits, options, **more):
        """A frame by DCMTK; lossy ones as its decoder gives them."""
        signed = more.get('signed', 0)
        allocated = 8 if bits <= 8 else 16
        stream, coded = dicom.encode(values, allocated, bits, signed, ['dcmcjpeg', *options, '{0}', '{1}'])
        if uid in (LOSSLESS, FIRST_ORDER):
            self.add(name, uid, stream, more.pop('expected', values), 'dcmtk', bits=bits, **more)
        else:
            self.add(name, uid, stream, dicom.decode(coded, ['dcmdjpeg', '+cn', '{0}', '{1}']), 'dcmtk', bits=bits,
                     tolerance=1, photometric=coded.PhotometricInterpretation, **more)

    def gdcm(self, name, uid, values, bits, **more):
        allocated = 8 if bits <= 8 else 16
        stream, _ = dicom.encode(values, allocated, bits, more.get('signed', 0), ['gdcmconv', '--jpeg', '{0}', '{1}'])
        self.add(name, uid, stream, values, 'gdcm', bits=bits, **more)

    def made(self, name, values, bits, verify=True, **more):
        """A lossless stream of lossless.py, which DCMTK must decode to the same."""
        keys = ('predictor', 'shift', 'interval', 'separate', 'codes')
        stream = lossless.encode(values, bits, **{key: more.pop(key) for key in keys if key in more})
        expected = more.pop('expected', values)
        if verify:
            wrapped = dicom.wrap(stream, expected, 8 if bits <= 8 else 16, bits, LOSSLESS)
            assert (dicom.decode(wrapped, ['dcmdjpeg', '+cn', '{0}', '{1}']) == expected).all(), name
        self.add(name, LOSSLESS, stream, expected, 'lossless.py', bits=bits, **more)


def baseline(out):
    grey, rgb = phantom.grey(W, H, 8), phantom.colour(W, H, 8)
    out.dcmtk('baseline-grey', BASELINE, grey, 8, ['+eb'])
    out.dcmtk('baseline-444', BASELINE, rgb, 8, ['+eb', '+s4'])
    out.dcmtk('baseline-rgb', BASELINE, rgb, 8, ['+eb', '+cr'])
    for quality in (50, 100):
        out.lossy('quality-%03d' % quality, BASELINE, cjpeg(grey, '-quality', str(quality)))
    out.lossy('quality-005', EXTENDED, cjpeg(grey, '-quality', '5'), note='quantization steps of 16 bits')
    for name, sampling in (('422', '2x1'), ('440', '1x2'), ('420', '2x2'), ('411', '4x1'), ('410', '4x2'),
                           ('odd', '2x2,1x2,2x1'), ('more-chrominance', '1x1,2x2,2x2')):
        stated = 'YBR_FULL_422' if name == '422' else 'YBR_FULL'
        out.lossy(name, BASELINE, cjpeg(rgb, '-quality', '90', '-sample', sampling), photometric=stated)
    for size in ((1, 1), (8, 8), (16, 16), (17, 9), (1, 40), (40, 1)):
        name = '%dx%d' % size
        out.lossy('grey-' + name, BASELINE, cjpeg(phantom.grey(*size, 8)))
        out.lossy('420-' + name, BASELINE, cjpeg(phantom.colour(*size, 8), '-sample', '2x2'), photometric='YBR_FULL')
    out.lossy('restart-1', BASELINE, cjpeg(grey, '-restart', '1B'))
    out.lossy('restart-5', BASELINE, cjpeg(grey, '-restart', '5B'))
    out.lossy('restart-rows', BASELINE, cjpeg(grey, '-restart', '1'))
    out.lossy('restart-420', BASELINE, cjpeg(rgb, '-sample', '2x2', '-restart', '3B'), photometric='YBR_FULL')
    out.lossy('grayscale-of-16', BASELINE, cjpeg(grey), allocated=16, stored=12, note='8 bits, 12 of 16 are stated')
    out.lossy('grayscale-signed', BASELINE, cjpeg(grey), signed=1, note='shown as signed, as stated')


def conflicts(out):
    """What the stream says of its colours against what the data set states."""
    rgb = phantom.colour(W, H, 8)
    ybr_stream = cjpeg(rgb, '-sample', '1x1')
    rgb_stream = cjpeg(rgb, '-rgb')
    bare = markers.without(ybr_stream, 0xE0)
    out.lossy('jfif-stated-rgb', BASELINE, ybr_stream, photometric='RGB')
    out.lossy('app14-ybr-stated-rgb', BASELINE, markers.before(bare, 0xDB, YBR_APP14), photometric='RGB')
    out.lossy('app14-ybr-and-jfif', BASELINE, markers.before(ybr_stream, 0xDB, YBR_APP14), photometric='YBR_FULL_422')
    out.lossy('app14-rgb-stated-ybr', BASELINE, rgb_stream, photometric='YBR_FULL_422')
    out.lossy('app14-rgb-and-jfif', BASELINE, markers.before(ybr_stream, 0xDB, RGB_APP14), photometric='RGB',
              note='the Adobe marker wins')
    out.lossy('names-rgb-stated-ybr', BASELINE, markers.without(rgb_stream, 0xEE), photometric='YBR_FULL_422')
    out.lossy('bare-stated-rgb', BASELINE, bare, photometric='RGB', note='nothing but the data set tells')
    out.lossy('bare-stated-ybr', BASELINE, bare, photometric='YBR_FULL')
    out.lossy('bare-420-stated-rgb', BASELINE, markers.without(cjpeg(rgb, '-sample', '2x2'), 0xE0), photometric='RGB',
              note='nobody halves red')
    out.lossy('bare-stated-palette', BASELINE, bare, photometric='PALETTE COLOR')
    stream, _ = dicom.encode(rgb, 8, 8, 0, ['gdcmconv', '--jpeg', '--lossy', '-q', '90', '{0}', '{1}'])
    out.lossy('gdcm-420-stated-rgb', BASELINE, stream, encoder='gdcm', photometric='RGB')


def syntax(out):
    """What streams may look like, or do look like."""
    grey, rgb = phantom.grey(W, H, 8), phantom.colour(W, H, 8)
    plain = cjpeg(grey)
    expected = djpeg(plain)
    add = lambda name, stream, **more: out.add(name, BASELINE, stream, expected, 'libjpeg', tolerance=1, **more)
    add('default-tables', markers.without(plain, 0xC4), note='Huffman tables of T.81 annex K are left out')
    add('fill-bytes', plain[:2] + b'\xff' + markers.before(plain, 0xC4, b'\xff\xff\xff')[2:])
    add('comment', markers.before(plain, 0xDB, b'\xff\xfe\0\x07hello'))
    add('no-eoi', plain[:-2])
    add('padded', plain + b'\0' * 5)
    add('lines-at-the-end', markers.lines_at_the_end(plain), note='DNL')
    out.add('labelled-lossless', LOSSLESS, plain, expected, 'libjpeg', tolerance=1)
    out.lossy('separate-scans', BASELINE, cjpeg(rgb, '-sample', '2x2', '-scans', scans('0;', '1;', '2;')),
              photometric='YBR_FULL')
    out.lossy('scans-1-and-2', BASELINE, cjpeg(rgb, '-sample', '2x2', '-scans', scans('0;', '1 2;')),
              photometric='YBR_FULL')
    out.lossy('optimized-grey', BASELINE, cjpeg(grey, '-optimize'))
    out.lossy('optimized', BASELINE, cjpeg(rgb, '-optimize'), photometric='YBR_FULL')


def scans(*lines):
    path = os.path.join(tempfile.gettempdir(), 'scans.txt')
    with open(path, 'w') as file:
        file.write('\n'.join(lines) + '\n')
    return path


def further(out):
    """Extended, spectral selection and progressive."""
    grey, rgb, deep = phantom.grey(W, H, 8), phantom.colour(W, H, 8), phantom.grey(W, H, 12)
    for name, uid, option in (('extended', EXTENDED, '+ee'), ('spectral', SPECTRAL, '+es'),
                              ('progressive', PROGRESSIVE, '+ep')):
        out.dcmtk(name + '-08', uid, grey, 8, [option])
        out.dcmtk(name + '-12', uid, deep, 12, [option])
        out.dcmtk(name + '-12-best', uid, deep, 12, [option, '+q', '100'])
        out.dcmtk(name + '-444', uid, rgb, 8, [option, '+s4'])
        out.dcmtk(name + '-rgb', uid, rgb, 8, [option, '+cr'])
    noise = np.random.RandomState(4).randint(0, 4096, (H, W))
    out.dcmtk('extended-12-noise', EXTENDED, noise, 12, ['+ee', '+q', '100'])
    out.lossy('progressive-420', PROGRESSIVE, cjpeg(rgb, '-progressive', '-sample', '2x2'), photometric='YBR_FULL')
    out.lossy('progressive-restart', PROGRESSIVE, cjpeg(rgb, '-progressive', '-restart', '2B'), photometric='YBR_FULL')
    for size in ((1, 1), (17, 9), (1, 40)):
        out.lossy('progressive-%dx%d' % size, PROGRESSIVE,
                  cjpeg(phantom.colour(*size, 8), '-progressive', '-sample', '2x2'), photometric='YBR_FULL')


def without_loss(out):
    deep, rgb = phantom.grey(W, H, 16), phantom.colour(W, H, 8)
    for predictor in range(1, 8):
        out.dcmtk('predictor-%d' % predictor, LOSSLESS, deep, 16, ['+el', '+sv', str(predictor)])
        out.dcmtk('predictor-%d-08' % predictor, LOSSLESS, rgb, 8, ['+el', '+sv', str(predictor)])
    out.dcmtk('lossless-sv1-16', FIRST_ORDER, deep, 16, ['+e1'])
    out.dcmtk('lossless-signed', FIRST_ORDER, deep - 32768, 16, ['+e1'], signed=1)
    noise = np.random.RandomState(7).randint(0, 65536, (H, W))
    out.dcmtk('lossless-noise', FIRST_ORDER, noise, 16, ['+e1'], note='codes and differences of every length')
    out.dcmtk('lossless-dots', LOSSLESS, np.where(noise < 2000, 65535, 0), 16, ['+el', '+sv', '7'])
    out.dcmtk('lossless-12-of-16', FIRST_ORDER, phantom.grey(W, H, 12), 12, ['+e1'])
    overlay = phantom.grey(W, H, 12) | (noise & 1) << 15
    out.dcmtk('lossless-overlay', FIRST_ORDER, overlay, 16, ['+e1'], stored=12, note='an overlay in bit 15')
    for shift in (1, 4):
        out.dcmtk('point-transform-%d' % shift, LOSSLESS, deep, 16, ['+el', '+sv', '5', '+pt', str(shift)],
                  expected=deep >> shift << shift)
    out.gdcm('gdcm-08', FIRST_ORDER, phantom.grey(W, H, 8), 8)
    out.gdcm('gdcm-16', FIRST_ORDER, deep, 16)
    out.gdcm('gdcm-signed', FIRST_ORDER, deep - 32768, 16, signed=1)
    out.gdcm('gdcm-rgb', FIRST_ORDER, rgb, 8)
    for bits in range(2, 17):
        out.made('lossless-%02d' % bits, phantom.grey(W, H, bits), bits, predictor=1 + bits % 7)
    twelve = phantom.grey(W, H, 12)
    for interval in (W, 3 * W):
        out.made('lossless-restart-%d' % (interval // W), twelve, 12, predictor=4, interval=interval)
    out.made('lossless-rgb-restart', rgb, 8, predictor=6, interval=2 * W)
    out.made('lossless-rgb-separate', rgb, 8, predictor=7, separate=True)
    out.made('lossless-rgb-16', phantom.colour(W, H, 16), 16, predictor=2)
    out.made('lossless-shift-12', twelve, 12, predictor=7, shift=3, expected=twelve >> 3 << 3)
    out.made('lossless-long-codes', noise & 4095, 12, codes=list(range(16, -1, -1)),
             note='the commonest differences have the longest codes')
    out.made('lossless-1x1', phantom.grey(1, 1, 12) + 5, 12)
    out.made('lossless-1x40', phantom.grey(1, 40, 12), 12, predictor=7)
    out.made('lossless-40x1', phantom.grey(40, 1, 12), 12, predictor=7)


def main():
    out = Writer()
    for part in (baseline, conflicts, syntax, further, without_loss):
        part(out)
    out.out.close()


if __name__ == '__main__':
    main()

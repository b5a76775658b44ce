"""JPEG 2000 frames by OpenJPEG and GDCM, and streams that packages do not make."""
import numpy as np

import blocks
import codestream
import dicom
import phantom

LOSSLESS, LOSSY = '1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.91'
COMPONENTS = '1.2.840.10008.1.2.4.93'
W, H = 62, 43
CT = phantom.grey(W, H, 12)
ORDERS = ('LRCP', 'RLCP', 'RPCL', 'PCRL', 'CPRL')


def main():
    out = phantom.Folder('jpeg2000')

    def add(name, values, bits, *options, stream=None, lossy=False, tolerance=None, encoder='opj', note='', uid=None,
            signed=False, steps=None, jp2=False, expected=None, **more):
        if stream is None:
            stream = codestream.openjpeg(values, bits, *options, signed=signed, steps=steps, jp2=jp2)
        lossy = lossy or '-I' in options or '-r' in options
        if expected is None:
            expected = codestream.repeated(values, steps) if steps else values
            if lossy:
                expected = codestream.ffmpeg(stream, H, W) if bits > 12 else codestream.decode(stream)
        allocated = more.pop('allocated', 8 if bits <= 8 else 16 if bits <= 16 else 32)
        out.add(name, uid or (LOSSY if lossy else LOSSLESS), stream, phantom.raw(expected, allocated), values.shape[0],
                values.shape[1], allocated, encoder, samples=values.shape[2] if values.ndim == 3 else 1,
                stored=more.pop('stored', bits), signed=more.pop('representation', int(signed)), note=note,
                tolerance=(1 if lossy else 0) if tolerance is None else tolerance, **more)

    for bits in (1, 2, 5, 8, 9, 12, 14, 16):
        add('grey-%02d' % bits, phantom.grey(W, H, bits), bits)
    for bits in (20, 24):
        deep = phantom.grey(W, H, bits)
        add('grey-%02d' % bits, deep, bits, stream=codestream.openjpeg_deep(deep, bits))
    for bits in (8, 12, 16):
        add('signed-%02d' % bits, phantom.grey(W, H, bits) - (1 << bits - 1), bits, signed=True)
        add('lossy-%02d' % bits, phantom.grey(W, H, bits), bits, '-I', '-r', 5)
    add('lossy-signed', CT - 2048, 12, '-I', '-r', 3, signed=True)
    add('irreversible-all', CT, 12, '-I', '-r', 1, note='all planes')
    add('reversible-cut', CT, 12, '-r', 6, note='reversible, but not all planes')
    add('grey-08-of-16', phantom.grey(W, H, 8), 8, allocated=16)
    add('sign-extended', CT, 12, representation=1, expected=((CT + 2048) & 0xFFF) - 2048,
        note='the stream is unsigned, the data set signed')
    add('signed-stream', CT - 2048, 12, signed=True, representation=0, note='the stream is signed, the data set is not')
    noise = np.random.RandomState(3).randint(0, 65536, (H, W))
    add('noise-16', noise, 16)
    add('flat', np.full((H, W), 77, np.int64), 8)
    add('black', np.zeros((H, W), np.int64), 12)

    rgb = phantom.colour(W, H, 8)
    add('rgb', rgb, 8, photometric='YBR_RCT')
    add('rgb-12', phantom.colour(W, H, 12), 12, photometric='YBR_RCT')
    add('rgb-lossy', rgb, 8, '-I', '-r', 5, photometric='YBR_ICT')
    add('rgb-untransformed', rgb, 8, '-mct', 0, photometric='YBR_FULL')
    add('four', phantom.colour(W, H, 8, 4), 8, '-mct', 0, photometric='CMYK')
    add('four-transformed', phantom.colour(W, H, 8, 4), 8, '-mct', 1, photometric='ARGB')
    add('two', phantom.colour(W, H, 8, 2), 8, photometric='UNKNOWN')
    add('half-chrominance', rgb[:42], 8, '-mct', 0, steps=[(1, 1), (2, 2), (2, 2)], photometric='YBR_FULL')
    add('half-chrominance-across', rgb, 8, '-mct', 0, '-n', 3, '-t', '32,32', steps=[(1, 1), (2, 1), (2, 1)],
        photometric='YBR_FULL')

    for order in ORDERS:
        add('order-%s' % order.lower(), rgb, 8, '-p', order, '-c', '[16,8],[8,16]', '-t', '37,29', '-n', 4,
            '-r', '8,3,1', '-d', '5,3', '-T', '2,1', lossy=False, expected=rgb, tolerance=0, uid=LOSSLESS,
            photometric='YBR_RCT', note='precincts, layers, tiles, offsets')
    add('order-changes', rgb, 8, '-r', '8,1', '-n', 4, '-c', '[16,16]', expected=rgb, tolerance=0, uid=LOSSLESS,
        photometric='YBR_RCT', note='POC', *['-POC', 'T0=0,0,1,2,3,RLCP/T0=0,0,2,4,3,CPRL'])
    for division in 'RLC':
        add('tile-parts-%s' % division.lower(), rgb, 8, '-TP', division, '-r', '5,1', '-p',
            {'R': 'RLCP', 'L': 'LRCP', 'C': 'CPRL'}[division], '-t', '40,30', '-n', 4, '-PLT', '-TLM', expected=rgb, tolerance=0,
            uid=LOSSLESS, photometric='YBR_RCT')
    add('many-tiles', CT, 12, '-t', '7,5', '-n', 3)
    add('many-layers', CT, 12, '-r', ','.join(str(r) for r in range(40, 0, -1)), expected=CT, tolerance=0, uid=LOSSLESS)

    for style in (1, 2, 4, 8, 16, 32, 5, 63):
        add('style-%02d' % style, CT, 12, '-M', style)
    add('style-63-layers', CT, 12, '-M', 63, '-r', '9,4,1', expected=CT, tolerance=0, uid=LOSSLESS)
    add('style-01-lossy', CT, 12, '-M', 1, '-I', '-r', 3)
    add('style-50-cut', CT, 12, '-M', 50, '-r', 8.5, '-b', '16,16', note='OpenJPEG cuts segmentation marks off')
    for size in ('4,4', '64,4', '4,64', '16,32', '1024,4', '4,1024'):
        add('block-%s' % size.replace(',', 'x'), CT, 12, '-b', size)
    add('no-levels', CT, 12, '-n', 1)
    add('region', CT, 12, '-ROI', 'c=0,U=14')
    add('region-lossy', CT, 12, '-ROI', 'c=0,U=9', '-I', '-r', 3)
    y, x = np.mgrid[0:H, 0:W]
    inside = (x - 20) ** 2 + (y - 20) ** 2 < 150
    few = np.clip(phantom.grey(W, H, 7) - 64, -63, 63)
    for name, options in (('region-part', ()), ('region-part-layers', ('-r', '8,4,1'))):
        add(name, few, 7, stream=blocks.region(few, inside, 7, 7, *options), signed=True, expected=few)
    stream = blocks.region(few, inside, 7, 7, '-r', 6)
    add('region-part-cut', few, 7, stream=stream, signed=True, lossy=True)
    add('offsets', CT, 12, '-d', '13,7', '-n', 4)
    add('odd-offset-lossy', CT, 12, '-d', '1,1', '-I', '-r', 4)
    for columns, rows, resolutions in ((1, 1, 1), (1, 40, 1), (40, 1, 1), (2, 2, 2), (3, 17, 2), (9, 5, 3)):
        for lossy in ((), ('-I', '-r', 1, '-d', '1,1')):
            add('size-%dx%d%s' % (columns, rows, '-lossy' if lossy else ''), phantom.grey(columns, rows, 12), 12,
                '-n', resolutions, *lossy)

    marked = codestream.openjpeg(rgb, 8, '-SOP', '-EPH', '-t', '40,30', '-n', 4, '-r', '5,1', '-c', '[32,32]')
    add('marked-packets', rgb, 8, stream=marked, photometric='YBR_RCT', note='SOP and EPH')
    add('packed-headers-main', rgb, 8, stream=codestream.pack_headers(marked, True), photometric='YBR_RCT', note='PPM')
    add('packed-headers-tile', rgb, 8, stream=codestream.pack_headers(marked, False), photometric='YBR_RCT', note='PPT')
    plain = codestream.openjpeg(CT, 12)
    begin = list(codestream.tile_parts(plain))[0][0]
    endless = plain[:begin + 6] + b'\0\0\0\0' + plain[begin + 10:]
    add('open-end', CT, 12, stream=endless, note='the tile-part goes up to the end')
    add('open-end-padded', CT, 12, stream=endless + b'\0')
    add('padded', CT, 12, stream=plain + b'\0')
    add('wrapped', CT, 12, jp2=True, note='in a JP2 file')
    add('wrapped-rgb', rgb, 8, jp2=True, photometric='YBR_RCT')

    for name, lossy in (('array-transform', False), ('array-transform-lossy', True)):
        stream, made = array_transform(lossy)
        add(name, rgb, 8, stream=stream, expected=made, tolerance=int(lossy), uid=COMPONENTS, photometric='RGB',
            note='ISO/IEC 15444-2 annex J: made from its definition, no package decodes it')

    stream, _ = dicom.encode(CT, 16, 12, 0, ['gdcmconv', '--j2k', '{0}', '{1}'])
    add('gdcm-12', CT, 12, stream=stream, encoder='gdcm')
    stream, _ = dicom.encode(phantom.grey(W, H, 16) - 32768, 16, 16, 1, ['gdcmconv', '--j2k', '{0}', '{1}'])
    add('gdcm-16-signed', phantom.grey(W, H, 16) - 32768, 16, stream=stream, encoder='gdcm', signed=True)
    stream, _ = dicom.encode(rgb, 8, 8, 0, ['gdcmconv', '--j2k', '--tile', '30,20', '{0}', '{1}'])
    add('gdcm-rgb', rgb, 8, stream=stream, encoder='gdcm', photometric='YBR_RCT')
    out.close()


def array_transform(lossy):
    """Three components of 8 bits, made of three of 12 bits. Returns the stream and the components."""
    parts = [phantom.grey(W, H, 12, seed=1 + s) - 2048 for s in range(3)]
    mixed = np.stack([parts[0] // 2, (parts[1] - parts[0]) // 4, (parts[2] - parts[0]) // 4], axis=-1)
    plain = codestream.openjpeg(mixed, 12, '-mct', 0, '-n', 3, *(('-I', '-r', 1) if lossy else ()), signed=True)
    begin = next(codestream.tile_parts(plain))[0]
    head = bytearray(plain[:begin])
    for marker, at, _ in codestream.segments(plain):
        if marker == 0x51:
            head[at + 4:at + 6] = b'\x81\0'
        if marker == 0x52:
            head[at + 8] = 2
    matrix = np.array([1, 0.5, 0, 1, -0.5, 0.25, 1, 0, -0.5]) / 16
    offsets = np.array([100.2, 128.1, 90.2])  # no sum ends on a half
    for segment in ('ff780005 8003 07', 'ff74002c 0000 0901 0000' + matrix.astype('>f4').tobytes().hex(),
                    'ff740014 0000 0a02 0000' + offsets.astype('>f4').tobytes().hex(),
                    'ff750017 0000 01 0000 0001 01 0003 000102 0003 000102 000201', 'ff770004 0101'):
        head += bytes.fromhex(segment)
    made = np.rint(codestream.decode(plain) @ matrix.reshape(3, 3).T + offsets)
    return bytes(head) + plain[begin:], np.clip(made, 0, 255).astype(np.int64)


if __name__ == '__main__':
    main()

"""JPEG XL frames by libjxl; what they must decode to is the picture, what djxl gives, or the JPEG file that was recompressed."""
import os
import re
import struct
import subprocess
import tempfile
import zlib

import numpy as np

import jxlwriter
import phantom

LOSSLESS, RECOMPRESSED, LOSSY = ('1.2.840.10008.1.2.4.11%d' % i for i in range(3))
W, H = 62, 43


def run(folder, command, **files):
    """The file 'out' that a command writes in a folder with these files."""
    for name, data in files.items():
        with open(os.path.join(folder, name.replace('_', '.')), 'wb') as out:
            out.write(data)
    subprocess.run([str(part) for part in command], check=True, cwd=folder, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def read(folder, name):
    with open(os.path.join(folder, name), 'rb') as data:
        return data.read()


def png(values, bits, more=()):
    """A picture as PNG, or several as an animation."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    def body(picture):
        rows = picture.astype('>u2' if bits > 8 else 'u1')
        return zlib.compress(b''.join(b'\0' + row.tobytes() for row in rows), 9)

    rows, columns = values.shape[:2]
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[values.shape[2] if values.ndim == 3 else 1]
    out = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', columns, rows, 16 if bits > 8 else 8, kind, 0, 0, 0))
    if more:
        out += chunk(b'acTL', struct.pack('>II', 1 + len(more), 0))
        out += chunk(b'fcTL', struct.pack('>IIIIIHHBB', 0, columns, rows, 0, 0, 1, 10, 0, 0))
    out += chunk(b'IDAT', body(values))
    for i, each in enumerate(more):
        out += chunk(b'fcTL', struct.pack('>IIIIIHHBB', 2 * i + 1, columns, rows, 0, 0, 1, 10, 0, 0))
        out += chunk(b'fdAT', struct.pack('>I', 2 * i + 2) + body(each))
    return out + chunk(b'IEND', b'')


def scaled(values, bits):
    """To 16 bits, which cjxl brings back to fewer ones."""
    return values if bits in (8, 16) else (values * 65535 + ((1 << bits) - 1) // 2) // ((1 << bits) - 1)


def encode(values, bits, *options, more=()):
    """The codestream of a picture."""
    with tempfile.TemporaryDirectory() as folder:
        depth = [] if bits in (8, 16) else ['--override_bitdepth', bits]
        run(folder, ['cjxl', '--num_threads=0', 'in.png', 'out.jxl', *depth, *options],
            in_png=png(scaled(values, bits), bits, more))
        return read(folder, 'out.jxl')


def pixels(file):
    """The values of a PNM file."""
    head = re.match(rb'P([567])\s+', file)
    if head.group(1) == b'7':
        text, _, body = file.partition(b'ENDHDR\n')
        fields = dict(line.split() for line in text.decode().splitlines()[1:])
        columns, rows, samples, most = (int(fields[k]) for k in ('WIDTH', 'HEIGHT', 'DEPTH', 'MAXVAL'))
    else:
        head = re.match(rb'P[56]\s+(\d+)\s+(\d+)\s+(\d+)\s', file)
        columns, rows, most = (int(n) for n in head.groups())
        samples, body = 3 if file[1:2] == b'6' else 1, file[head.end():]
    values = np.frombuffer(body, '>u2' if most > 255 else 'u1', rows * columns * samples).astype(np.int64)
    return values.reshape((rows, columns, samples) if samples > 1 else (rows, columns))


def decode(stream, bits, samples):
    """What djxl makes of a codestream."""
    name = 'out.%s' % {1: 'pgm', 3: 'ppm'}.get(samples, 'pam')
    with tempfile.TemporaryDirectory() as folder:
        run(folder, ['djxl', 'in.jxl', name, '--bits_per_sample', 8 if bits == 8 else 16], in_jxl=stream)
        if not os.path.exists(os.path.join(folder, name)):
            name = name.replace('.', '-0.')  # the first of several
        values = pixels(read(folder, name))
    most = (1 << bits) - 1
    return values if bits in (8, 16) else (values * most + 32767) // 65535


def jpeg(values, *options, exif=b''):
    """A picture as a JPEG file."""
    with tempfile.TemporaryDirectory() as folder:
        grey = values.ndim == 2
        head = b'P%d\n%d %d\n255\n' % (5 if grey else 6, values.shape[1], values.shape[0])
        run(folder, ['cjpeg', *options, '-outfile', 'out.jpg', 'in.pnm'], in_pnm=head + values.astype('u1').tobytes())
        file = read(folder, 'out.jpg')
    return file[:2] + exif + file[2:]


def recompress(file, *options):
    with tempfile.TemporaryDirectory() as folder:
        run(folder, ['cjxl', '--num_threads=0', 'in.jpg', 'out.jxl', '-j', 1, *options], in_jpg=file)
        return read(folder, 'out.jxl')


def jpeg_pixels(file):
    with tempfile.TemporaryDirectory() as folder:
        run(folder, ['djpeg', '-dct', 'float', '-outfile', 'out.pnm', 'in.jpg'], in_jpg=file)
        return pixels(read(folder, 'out.pnm'))


def turned(values, orientation):
    """As Exif says."""
    values = values if orientation < 5 else np.swapaxes(values, 0, 1)
    values = values[:, ::-1] if orientation in (2, 3, 6, 7) else values
    return values[::-1] if orientation in (3, 4, 7, 8) else values


def letters(columns, rows):
    """The same few shapes at many places, on white."""
    picture = np.full((rows, columns, 3), 255, np.int64)
    shapes = [np.random.RandomState(i).randint(0, 2, (7, 5)) == 0 for i in range(4)]
    for i in range((columns // 8) * (rows // 11)):
        y, x = i // (columns // 8) * 11 + 2, i % (columns // 8) * 8 + 1
        picture[y:y + 7, x:x + 5][shapes[i * 7 % 4]] = 0
    return picture


def main():
    out = phantom.Folder('jxl')

    def add(name, values, bits, *options, stream=None, expected=None, uid=None, tolerance=None, more=(), note='',
            **rest):
        lossless = '-d' in options and options[options.index('-d') + 1] == 0
        samples = values.shape[2] if values.ndim == 3 else 1
        if stream is None:
            stream = encode(values, bits, *options, more=more)
        if expected is None:
            expected = values if lossless else decode(stream, bits, samples)
        if tolerance is None:
            tolerance = 0 if lossless else 1 if bits == 8 else 2
        allocated = rest.pop('allocated', 8 if bits <= 8 else 16)
        out.add(name, uid or (LOSSLESS if lossless else LOSSY), stream, phantom.raw(expected, allocated),
                expected.shape[0], expected.shape[1], allocated, rest.pop('encoder', 'cjxl'), samples=samples, stored=bits,
                note=note or ' '.join(str(o) for o in options), tolerance=tolerance, **rest)

    grey, ct, rgb = phantom.grey(W, H, 8), phantom.grey(W, H, 12), phantom.colour(W, H, 8)
    for bits in (8, 10, 12, 14, 16):
        add('grey-%02d' % bits, phantom.grey(W, H, bits), bits, '-d', 0)
        add('lossy-%02d' % bits, phantom.grey(W, H, bits), bits, '-d', 1)
    add('rgb', rgb, 8, '-d', 0)
    add('rgb-16', phantom.colour(W, H, 16), 16, '-d', 0)
    add('lossy-rgb', rgb, 8, '-d', 1)
    add('lossy-rgb-16', phantom.colour(W, H, 16), 16, '-d', 1)
    add('flat', np.full((H, W), 77, np.int64), 8, '-d', 0)
    add('noise', np.random.RandomState(3).randint(0, 65536, (H, W)), 16, '-d', 0)
    add('sign-extended', ct, 12, '-d', 0, signed=1, expected=((ct + 2048) & 0xFFF) - 2048)
    for columns, rows in ((1, 1), (1, 40), (40, 1), (3, 17), (9, 5)):
        add('size-%dx%d' % (columns, rows), phantom.grey(columns, rows, 12), 12, '-d', 0)
        add('lossy-%dx%d' % (columns, rows), phantom.colour(columns, rows, 8), 8, '-d', 1)

    for effort in range(1, 10):
        add('effort-%d' % effort, ct, 12, '-d', 0, '-e', effort)
        add('rgb-effort-%d' % effort, rgb, 8, '-d', 0, '-e', effort)
        add('lossy-effort-%d' % effort, rgb, 8, '-d', 1.5, '-e', effort)
    for predictor in range(16):
        add('predictor-%02d' % predictor, rgb, 8, '-d', 0, '-P', predictor, '-e', 4)
    for transform in (0, 3, 6, 7, 13, 20, 27, 34, 41):
        add('colours-%02d' % transform, rgb, 8, '-d', 0, '-C', transform, '-e', 3)
    add('squeeze', ct, 12, '-d', 0, '-R', 1)
    add('squeeze-rgb', rgb, 8, '-d', 0, '-R', 1)
    add('previous-channels', phantom.colour(W, H, 16), 16, '-d', 0, '-E', 3, '-e', 8)
    few = rgb // 64 * 64
    add('palette', few, 8, '-d', 0, '--modular_palette_colors', 1024)
    add('palette-channels', few, 8, '-d', 0, '-X', 90, '-Y', 90, '--modular_palette_colors', 0)
    add('palette-lossy', rgb, 8, '-m', 1, '-q', 100, '--modular_lossy_palette', '--modular_palette_colors', 0)
    large = phantom.colour(300, 140, 8)
    for size in (0, 2):
        add('group-%d' % size, large, 8, '-d', 0, '-g', size, '-e', 2)
    add('groups-squeeze', phantom.grey(300, 140, 8), 8, '-d', 0, '-g', 0, '-R', 1, '-e', 3)
    add('groups-centre', large, 8, '-d', 3, '--group_order', 1)
    add('container', ct, 12, '-d', 0, '--container', 1)
    add('parts', ct, 12, '-d', 0, stream=parts(encode(ct, 12, '-d', 0, '--container', 0)), note='jxlp boxes')

    for distance in (0.1, 0.5, 3, 8, 20):
        add('distance-%s' % distance, rgb, 8, '-d', distance)
    wide = phantom.colour(272, 264, 8)
    smooth = np.stack([np.add.outer(np.arange(264) * k // 3, np.arange(272)) // 3 % 256 for k in (1, 2, 3)], axis=-1)
    add('smooth', smooth, 8, '-d', 6, note='large transforms')
    add('mixed', np.where(np.add.outer(np.arange(264), np.arange(272))[..., None] > 260, smooth, wide), 8, '-d', 8, '-e', 8)
    add('lossy-modular', rgb, 8, '-d', 1, '-m', 1)
    add('lossy-modular-12', ct, 12, '-d', 1, '-m', 1)
    for level in range(4):
        add('edges-%d' % level, rgb, 8, '-d', 4, '--epf', level)
    add('not-smoothed', rgb, 8, '-d', 2, '--gaborish', 0)
    add('progressive', rgb, 8, '-d', 1, '-p')
    add('progressive-lossless', rgb, 8, '-d', 0, '-p')
    add('progressive-ac', rgb, 8, '-d', 1, '--progressive_ac')
    add('progressive-quantized', rgb, 8, '-d', 1, '--qprogressive_ac')
    for level in (1, 2):
        add('progressive-dc-%d' % level, phantom.colour(140, 100, 8), 8, '-d', 2, '--progressive_dc', level)
    add('photon-noise', rgb, 8, '-d', 1, '--photon_noise', 'ISO3200')
    for factor in (4, 8):
        add('resampled-%d' % factor, rgb, 8, '-d', 1, '--resampling', factor)
    add('resampled-2', rgb, 8, '-d', 25, note='by 2')
    text = letters(160, 66)
    add('patches', text, 8, '-d', 1, '--patches', 1)
    add('patches-lossless', text, 8, '-d', 0, '--patches', 1)
    dots = np.full((64, 64, 3), 60, np.int64)
    dots[5::9, 7::11] = 200
    add('dots', dots, 8, '-d', 2, '--dots', 1, '-e', 9)
    for level in (1, 2, 3, 4):
        add('fast-%d' % level, rgb, 8, '-d', 1, '--faster_decoding', level)
    add('intensity', rgb, 8, '-d', 1, '--intensity_target', 1000)
    for name, space in (('linear', 'RGB_D65_SRG_Rel_Lin'), ('bt709', 'RGB_D65_202_Rel_709'), ('pq', 'RGB_D65_202_Rel_PeQ'),
                        ('gamma', 'RGB_D65_DCI_Rel_g0.5')):
        add('colours-%s' % name, rgb, 8, '-d', 1, '-x', 'color_space=' + space)

    alpha = np.concatenate([rgb, phantom.grey(W, H, 8, seed=9)[::-1, :, None]], axis=-1)
    add('alpha', alpha, 8, '-d', 0, photometric='ARGB')
    add('alpha-lossy', alpha, 8, '-d', 1, '--premultiply', 0, photometric='ARGB')
    add('alpha-ignored', rgb, 8, '-d', 0, stream=encode(alpha, 8, '-d', 0), note='an extra channel that is not stated')
    add('alpha-resampled', alpha, 8, '-d', 1, '--ec_resampling', 4, photometric='ARGB')
    add('alpha-grey', alpha[..., 2:], 8, '-d', 0, photometric='UNKNOWN')
    frames = [np.roll(rgb, 5 * i, axis=1) for i in range(3)]
    add('animation', rgb, 8, '-d', 0, more=frames[1:], note='the first of three')

    for name, options in (('jpeg-444', ('-sample', '1x1', '-quality', 90)), ('jpeg-422', ('-sample', '2x1')),
                          ('jpeg-420', ('-sample', '2x2')), ('jpeg-440', ('-sample', '1x2')),
                          ('jpeg-progressive', ('-progressive', '-quality', 60)), ('jpeg-low', ('-quality', 20)),
                          ('jpeg-grey', ('-quality', 80)), ('jpeg-rgb', ('-rgb', '-quality', 85))):
        file = jpeg(grey if name == 'jpeg-grey' else rgb, *options)
        made = jpeg_pixels(file)
        add(name, made, 8, stream=recompress(file), expected=made, uid=RECOMPRESSED, tolerance=2, note='a JPEG file')
    file = jpeg(rgb, '-sample', '2x2')
    add('jpeg-bare', rgb, 8, stream=recompress(file, '--container', 0, '--jpeg_store_metadata', 0),
        expected=jpeg_pixels(file), uid=RECOMPRESSED, tolerance=2, note='a JPEG file')
    for orientation in range(2, 9):
        exif = b'Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1' + struct.pack('>HHI', orientation, 0, 0)
        file = jpeg(rgb, '-sample', '1x1', exif=b'\xff\xe1' + struct.pack('>H', len(exif) + 2) + exif)
        add('orientation-%d' % orientation, rgb, 8, stream=recompress(file), uid=RECOMPRESSED, tolerance=2,
            expected=turned(jpeg_pixels(file), orientation), note='a JPEG file')
    for name, picture, stream in written(grey, rgb):
        add('written-' + name, picture, 8, stream=stream, encoder='own',
            photometric='ARGB' if picture.shape[-1] == 4 else None, note='by jxlwriter.py')
    out.close()


def parts(stream):
    """A file with the codestream in three boxes."""
    out = b'\0\0\0\x0cJXL \r\n\x87\n' + b'\0\0\0\x14ftypjxl \0\0\0\0jxl '
    cuts = [0, 7, len(stream) // 2, len(stream)]
    for i in range(3):
        data = struct.pack('>I', i | (i == 2) << 31) + stream[cuts[i]:cuts[i + 1]]
        out += struct.pack('>I', len(data) + 8) + b'jxlp' + data
    return out


def written(grey, rgb):
    """Names, pictures of the size and streams that cjxl does not write."""
    def stream(*frames, columns=W, rows=H, **options):
        out = jxlwriter.head(columns, rows, **options)
        for planes, more in frames:
            jxlwriter.frame(out, planes, **more)
        return out.bytes()

    planes = [rgb[..., c] for c in range(3)]
    yield 'filtered', grey, stream(([grey], dict(gaborish=True, edges=3)), grey=True)
    colour = np.zeros((4, 32), np.int64)
    colour[:, 0], colour[1, 3], colour[3, 1] = (10, 15, 12, 3), -5, 1
    curves = [([(8, 6), (30, 34), (50, 10)], colour), ([(40, 20), (5, 30)], colour // 2)]
    yield 'curves', rgb, stream((planes, dict(splines=curves)))
    alpha = grey[::-1]
    top = [p[:30, :40] for p in planes[::-1] + [alpha]]
    for mode in range(1, 5):
        yield 'blended-%d' % mode, np.dstack([rgb, alpha]), stream(
            (planes + [alpha], dict(last=False, save=1, alpha=True)),
            (top, dict(mode=mode, clamp=1, origin=(15, -4), alpha=True)), extra=1)
    weights = np.array([-17, -35, -40, -29, -6, 141, 289, 3, -16, 567, 38, -20, -31, -12, -2]) * 0.0009 + 0.004
    yield 'upsampled', np.zeros((2 * H, 2 * W, 3)), stream((planes, dict(upsampling=2)), columns=2 * W, rows=2 * H,
                                                           weights=weights)
    # the last two strengths are the same: above a level of 1 libjxl 0.7 takes the one before the last
    noise = [20, 60, 130, 240, 330, 410, 500, 500]
    yield 'noise', rgb, stream(([p * 5 // 4 - 32 for p in planes], dict(noise=noise)))
    yield 'noise-upsampled', np.zeros((2 * H, 2 * W, 3)), stream((planes, dict(noise=noise, upsampling=2)),
                                                                 columns=2 * W, rows=2 * H)


if __name__ == '__main__':
    main()

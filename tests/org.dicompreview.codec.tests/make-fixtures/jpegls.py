"""JPEG-LS frames by CharLS, DCMTK and GDCM, and streams as some archives hold them."""
import ctypes as C

import numpy as np

import dicom
import phantom

LOSSLESS = '1.2.840.10008.1.2.4.80'
NEAR = '1.2.840.10008.1.2.4.81'
W, H = 62, 43
NONE, LINE, SAMPLE = 0, 1, 2
charls = C.CDLL('libcharls.so.2')
charls.charls_jpegls_encoder_create.restype = C.c_void_p
charls.charls_jpegls_decoder_create.restype = C.c_void_p


class Frame(C.Structure):
    _fields_ = [('width', C.c_uint32), ('height', C.c_uint32), ('bits', C.c_int32), ('components', C.c_int32)]


class Preset(C.Structure):
    _fields_ = [(name, C.c_int32) for name in ('maximum', 't1', 't2', 't3', 'reset')]


class Spiff(C.Structure):
    _fields_ = [('profile', C.c_int32), ('components', C.c_int32), ('height', C.c_uint32), ('width', C.c_uint32),
                ('colour', C.c_int32), ('bits', C.c_int32), ('compression', C.c_int32), ('units', C.c_int32),
                ('vertical', C.c_uint32), ('horizontal', C.c_uint32)]


def check(result):
    if result:
        raise RuntimeError('CharLS error %d' % result)


def encode(values, bits, near=0, interleave=NONE, preset=None, transform=0, spiff=None):
    """A JPEG-LS stream."""
    components = values.shape[2] if values.ndim == 3 else 1
    encoder = C.c_void_p(charls.charls_jpegls_encoder_create())
    frame = Frame(values.shape[1], values.shape[0], bits, components)
    check(charls.charls_jpegls_encoder_set_frame_info(encoder, C.byref(frame)))
    check(charls.charls_jpegls_encoder_set_near_lossless(encoder, near))
    check(charls.charls_jpegls_encoder_set_interleave_mode(encoder, interleave))
    if preset:
        check(charls.charls_jpegls_encoder_set_preset_coding_parameters(encoder, C.byref(Preset(*preset))))
    if transform:
        check(charls.charls_jpegls_encoder_set_color_transformation(encoder, transform))
    target = C.create_string_buffer(values.size * 8 + 1000)
    check(charls.charls_jpegls_encoder_set_destination_buffer(encoder, target, C.c_size_t(len(target))))
    if spiff:
        header = Spiff(0, components, values.shape[0], values.shape[1], spiff, bits, 6, 1, 96, 96)
        check(charls.charls_jpegls_encoder_write_spiff_header(encoder, C.byref(header)))
    if components > 1 and interleave == NONE:
        values = values.transpose(2, 0, 1)
    source = values.astype('u1' if bits <= 8 else '<u2').tobytes()
    check(charls.charls_jpegls_encoder_encode_from_buffer(encoder, source, C.c_size_t(len(source)), C.c_uint32(0)))
    size = C.c_size_t()
    check(charls.charls_jpegls_encoder_get_bytes_written(encoder, C.byref(size)))
    charls.charls_jpegls_encoder_destroy(encoder)
    return target.raw[:size.value]


def decode(stream, shape, bits, planes):
    """The values that CharLS decodes."""
    decoder = C.c_void_p(charls.charls_jpegls_decoder_create())
    check(charls.charls_jpegls_decoder_set_source_buffer(decoder, stream, C.c_size_t(len(stream))))
    check(charls.charls_jpegls_decoder_read_header(decoder))
    size = C.c_size_t()
    check(charls.charls_jpegls_decoder_get_destination_size(decoder, C.c_uint32(0), C.byref(size)))
    target = C.create_string_buffer(size.value)
    check(charls.charls_jpegls_decoder_decode_to_buffer(decoder, target, size, C.c_uint32(0)))
    charls.charls_jpegls_decoder_destroy(decoder)
    values = np.frombuffer(target.raw, 'u1' if bits <= 8 else '<u2').astype(np.int64)
    if planes and len(shape) == 3:
        return values.reshape(shape[2], shape[0], shape[1]).transpose(1, 2, 0)
    return values.reshape(shape)


def segments(stream):
    """Marker, begin and end of the segments up to the first scan."""
    at = 2
    while True:
        end = at + 2 + (stream[at + 2] << 8 | stream[at + 3])
        yield stream[at + 1], at, end
        if stream[at + 1] == 0xDA:
            return
        at = end


def without(stream, marker):
    """A stream without the segments of a marker before the first scan."""
    for found, begin, end in reversed(list(segments(stream))):
        if found == marker:
            stream = stream[:begin] + stream[end:]
    return stream


def before_scan(stream, inserted):
    begin = [begin for found, begin, _ in segments(stream) if found == 0xDA][0]
    return stream[:begin] + inserted + stream[begin:]


def main():
    out = phantom.Folder('jpegls')

    def add(name, values, bits, encoder='charls', stream=None, note='', near=0, interleave=NONE, expected=None,
            preset=None, transform=0, spiff=None, **more):
        if stream is None:
            stream = encode(values, bits, near, interleave, preset, transform, spiff)
        if expected is None:
            expected = decode(stream, values.shape, bits, interleave == NONE) if near else values
        allocated = more.pop('allocated', 8 if bits <= 8 else 16)
        out.add(name, NEAR if near else LOSSLESS, stream, phantom.raw(expected, allocated), H, W, allocated, encoder,
                samples=values.shape[2] if values.ndim == 3 else 1, stored=more.pop('stored', bits), note=note, **more)

    for bits in range(2, 17):
        add('grey-%02d' % bits, phantom.grey(W, H, bits), bits)
    for bits, near in ((2, 1), (5, 2), (8, 1), (8, 3), (8, 10), (12, 1), (12, 7), (16, 2), (16, 40)):
        add('grey-%02d-near-%d' % (bits, near), phantom.grey(W, H, bits), bits, near=near)
    add('grey-08-of-16', phantom.grey(W, H, 8), 8, allocated=16)
    add('grey-08-palette', phantom.grey(W, H, 8), 8, photometric='PALETTE COLOR')
    add('grey-12-signed', phantom.grey(W, H, 12), 12, signed=1,
        expected=((phantom.grey(W, H, 12) + 2048) & 0xFFF) - 2048)
    noisy = np.random.RandomState(9).randint(0, 4096, (H, W))
    add('noise-12', noisy, 12, note='code words of every length')
    add('noise-08-near-2', noisy >> 4, 8, near=2)
    steps = np.where(np.random.RandomState(5).rand(H, W) < 0.03, 65535, 0).astype(np.int64)
    add('dots-16', steps, 16, note='escaped code words, long and interrupted runs')
    add('flat-08', np.full((H, W), 77, np.int64), 8)

    for bits in (8, 12):
        rgb = phantom.colour(W, H, bits)
        for mode, name in ((NONE, 'none'), (LINE, 'line'), (SAMPLE, 'sample')):
            add('rgb-%02d-%s' % (bits, name), rgb, bits, interleave=mode)
            add('rgb-%02d-%s-near-2' % (bits, name), rgb, bits, interleave=mode, near=2)
    for transform in (1, 2, 3):
        add('rgb-08-hp%d' % transform, phantom.colour(W, H, 8), 8, interleave=SAMPLE, transform=transform,
            photometric='RGB')
    add('rgb-16-hp2', phantom.colour(W, H, 16), 16, interleave=LINE, transform=2)
    add('rgb-08-spiff', phantom.colour(W, H, 8), 8, interleave=LINE, spiff=10, photometric='YBR_FULL',
        note='the stream says RGB')
    add('four-08-line', phantom.colour(W, H, 8, 4), 8, interleave=LINE, photometric='CMYK')
    add('two-08-none', phantom.colour(W, H, 8, 2), 8, photometric='UNKNOWN')

    add('preset-08', phantom.grey(W, H, 8), 8, preset=(255, 9, 9, 9, 31), note='own thresholds and RESET')
    add('preset-12', phantom.grey(W, H, 12), 12, preset=(4095, 5, 50, 500, 200))

    for name, command in (('lossless', ['dcmcjpls', '{0}', '{1}']), ('line', ['dcmcjpls', '+il', '{0}', '{1}']),
                          ('sample', ['dcmcjpls', '+is', '{0}', '{1}']), ('none', ['dcmcjpls', '+in', '{0}', '{1}'])):
        rgb = phantom.colour(W, H, 8)
        stream, _ = dicom.encode(rgb, 8, 8, 0, command)
        add('dcmtk-rgb-%s' % name, rgb, 8, encoder='dcmtk', stream=stream)
    signed = phantom.grey(W, H, 16) - 32768
    for name, command in (('dcmtk', ['dcmcjpls', '{0}', '{1}']), ('gdcm', ['gdcmconv', '--jpegls', '{0}', '{1}'])):
        stream, _ = dicom.encode(signed, 16, 16, 1, command)
        add('%s-16-signed' % name, signed, 16, encoder=name, stream=stream, signed=1)
        ct = phantom.grey(W, H, 12)
        stream, _ = dicom.encode(ct, 16, 12, 0, command)
        add('%s-12' % name, ct, 12, encoder=name, stream=stream)
    stream, _ = dicom.encode(phantom.colour(W, H, 8), 8, 8, 0, ['gdcmconv', '--jpegls', '{0}', '{1}'])
    add('gdcm-rgb', phantom.colour(W, H, 8), 8, encoder='gdcm', stream=stream)

    ct = phantom.grey(W, H, 12)
    plain = encode(ct, 12)
    add('no-eoi', ct, 12, stream=plain[:-2])
    add('zero-before-eoi', ct, 12, stream=plain[:-2] + b'\0' + plain[-2:])
    add('fill-bytes', ct, 12, stream=before_scan(plain[:-2], b'\xff\xff\xff') + b'\xff\xff' + plain[-2:] + b'\xff\0')
    add('comment', ct, 12, stream=before_scan(plain, b'\xff\xfe\0\x07hello'))
    size = [begin for found, begin, _ in segments(plain) if found == 0xF7][0]
    without_size = plain[:size + 5] + b'\0\0\0\0' + plain[size + 9:]
    add('oversize', ct, 12, stream=before_scan(without_size, b'\xff\xf8\0\x0c\x04\x04' + H.to_bytes(4, 'big')
                                               + W.to_bytes(4, 'big')), note='the size is in an LSE segment')
    add('no-size', ct, 12, stream=without_size, note='the size is nowhere but in the data set')
    for bits in (14, 16):
        deep = phantom.grey(W, H, bits)
        factor = ((1 << bits) - 1 + 128) // 256
        unbounded = ((1 << bits) - 1, factor + 2, 4 * factor + 3, 17 * factor + 4, 64)
        add('jai-%d' % bits, deep, bits, stream=without(encode(deep, bits, preset=unbounded), 0xF8),
            note='thresholds scaled without bound and not stated, as JAI Image I/O did')
    out.close()


if __name__ == '__main__':
    main()

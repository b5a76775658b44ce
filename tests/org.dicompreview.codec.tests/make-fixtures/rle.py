"""RLE frames by DCMTK, GDCM and pydicom."""
import numpy as np
from pydicom.pixel_data_handlers.rle_handler import rle_encode_frame

import dicom
import phantom

UID = '1.2.840.10008.1.2.5'
W, H = 62, 43


def main():
    out = phantom.Folder('rle')
    dcmtk = ['dcmcrle', '{0}', '{1}']
    gdcm = ['gdcmconv', '--rle', '{0}', '{1}']
    pictures = (('8', phantom.grey(W, H, 8), 8, 8, 0), ('16', phantom.grey(W, H, 16), 16, 16, 0),
                ('12', phantom.grey(W, H, 12), 16, 12, 0), ('16-signed', phantom.grey(W, H, 12) - 1024, 16, 16, 1),
                ('12-signed', ((phantom.grey(W, H, 12) - 1024 + 2048) & 0xFFF) - 2048, 16, 12, 1),
                ('rgb', phantom.colour(W, H, 8), 8, 8, 0), ('rgb16', phantom.colour(W, H, 16), 16, 16, 0))
    for name, values, allocated, stored, signed in pictures:
        for encoder, command in (('dcmtk', dcmtk), ('gdcm', gdcm)):
            if encoder == 'gdcm' and name == 'rgb16':
                continue # GDCM swaps its bytes
            data, coded = dicom.encode(values, allocated, stored, signed, command)
            out.add('%s-%s' % (name, encoder), UID, data, phantom.raw(values, allocated), H, W, allocated, encoder,
                    samples=values.shape[2] if values.ndim == 3 else 1, stored=stored, signed=signed,
                    planar=coded.get('PlanarConfiguration', 0) or 0)
    wide = phantom.grey(W, H, 32)
    out.add('32-pydicom', UID, rle_encode_frame(wide.astype('<u4')), phantom.raw(wide, 32), H, W, 32, 'pydicom')
    wide = phantom.colour(W, H, 32)
    out.add('rgb32-pydicom', UID, rle_encode_frame(wide.astype('<u4')), phantom.raw(wide, 32), H, W, 32, 'pydicom',
            samples=3)
    out.close()


if __name__ == '__main__':
    main()

"""Wraps pictures as DICOM files for command-line encoders, and takes encoded frames out of their results."""
import os
import subprocess
import tempfile

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, generate_pixel_data_frame


def encode(values, allocated, stored, signed, command):
    """The first encoded frame that a command {0} {1} makes of a picture, and the data set around it."""
    with tempfile.TemporaryDirectory() as folder:
        plain, coded = os.path.join(folder, 'in.dcm'), os.path.join(folder, 'out.dcm')
        write(plain, values, allocated, stored, signed)
        subprocess.run([part.format(plain, coded) for part in command], check=True, stdout=subprocess.DEVNULL)
        result = pydicom.dcmread(coded)
        return next(generate_pixel_data_frame(result.PixelData, 1)), result


def decode(data, command):
    """The values that a command {0} {1} decodes of a data set."""
    with tempfile.TemporaryDirectory() as folder:
        coded, plain = os.path.join(folder, 'in.dcm'), os.path.join(folder, 'out.dcm')
        data.save_as(coded, write_like_original=False)
        subprocess.run([part.format(coded, plain) for part in command], check=True, stdout=subprocess.DEVNULL)
        return pydicom.dcmread(plain).pixel_array.astype(np.int64)


def wrap(stream, values, allocated, stored, uid):
    """A data set with an encoded frame of a picture of unsigned values."""
    data = data_set(values, allocated, stored, 0)
    data.file_meta.TransferSyntaxUID = uid
    data.PixelData = encapsulate([stream])
    data['PixelData'].is_undefined_length = True
    data['PixelData'].VR = 'OB'
    return data


def write(path, values, allocated, stored, signed):
    """Writes an explicit little endian file."""
    data = data_set(values, allocated, stored, signed)
    pixels = (values & ((1 << allocated) - 1)).astype('<u%d' % (allocated // 8)).tobytes()
    data.add_new(0x7FE00010, 'OB' if allocated == 8 else 'OW', pixels + b'\0' * (len(pixels) % 2))
    data.save_as(path, write_like_original=False)


def data_set(values, allocated, stored, signed):
    """A data set that has all but the pixels."""
    samples = values.shape[2] if values.ndim == 3 else 1
    data = Dataset()
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
    data.file_meta.MediaStorageSOPClassUID = data.SOPClassUID = pydicom.uid.SecondaryCaptureImageStorage
    data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID = '2.25.1'
    data.StudyInstanceUID, data.SeriesInstanceUID, data.Modality = '2.25.2', '2.25.3', 'OT'
    data.Rows, data.Columns, data.SamplesPerPixel = values.shape[0], values.shape[1], samples
    data.BitsAllocated, data.BitsStored, data.HighBit = allocated, stored, stored - 1
    data.PixelRepresentation = signed
    data.PhotometricInterpretation = 'RGB' if samples == 3 else 'MONOCHROME2'
    if samples > 1:
        data.PlanarConfiguration = 0
    data.is_little_endian, data.is_implicit_VR = True, False
    return data

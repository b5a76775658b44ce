"""Compares pictures with what pydicom and numpy make of the same files.

Each line of standard input names a file, the raw picture that was made of it, and the window (centre, width, function) or
"lut" or "color". Each line of standard output: the name, then how many levels the worst pixel is apart, or why the file
was left out.
"""
import sys
import warnings

import numpy as np
import pydicom
from pydicom.pixel_data_handlers.util import apply_color_lut, apply_modality_lut, apply_voi, convert_color_space

warnings.simplefilter("ignore")


def group(ds, sequence, keyword, default):
    """An attribute of the first frame, the shared frames or the data set."""
    for name in ("PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence"):
        for item in ds.get(name, [])[:1]:
            for inner in item.get(sequence, [])[:1]:
                if keyword in inner:
                    return inner.get(keyword)
    return ds.get(keyword, default)


def modality(ds, stored):
    if "ModalityLUTSequence" in ds:
        return apply_modality_lut(stored, ds).astype(float)
    slope = float(group(ds, "PixelValueTransformationSequence", "RescaleSlope", ds.get("DoseGridScaling", 1)))
    intercept = float(group(ds, "PixelValueTransformationSequence", "RescaleIntercept", 0))
    return stored.astype(float) * slope + intercept


def voi(values, center, width, function):
    if function == "SIGMOID":
        return 255 / (1 + np.exp(-4 * (values - center) / width))
    if function == "LINEAR_EXACT" or width < 1:
        return np.clip((values - center) / width + 0.5, 0, 1) * 255
    if width == 1:
        return np.where(values > center - 0.5, 255.0, 0.0)
    return np.clip((values - (center - 0.5)) / (width - 1) + 0.5, 0, 1) * 255


def padded(ds, stored):
    if "PixelPaddingValue" not in ds or isinstance(ds.PixelPaddingValue, bytes):
        return np.zeros(stored.shape, bool)
    ends = [int(ds.PixelPaddingValue), int(ds.get("PixelPaddingRangeLimit", ds.PixelPaddingValue))]
    if stored.dtype.kind == "i":
        ends = [e - 65536 if e > 32767 else e for e in ends]
    return (stored >= min(ends)) & (stored <= max(ends))


def significant(ds, stored):
    """Only the bits that Bits Stored names, sign extended; pydicom leaves the others in."""
    if stored.dtype.kind == "f" or ds.file_meta.TransferSyntaxUID.is_compressed:
        return stored
    spare = 8 * stored.dtype.itemsize - ds.BitsStored
    return (stored << (spare - (ds.HighBit + 1 - ds.BitsStored))) >> spare if ds.BitsAllocated > 1 else stored


def picture(ds, window):
    stored = ds.pixel_array
    if int(ds.get("NumberOfFrames", 1)) > 1:
        stored = stored[0]
    if ds.PhotometricInterpretation == "PALETTE COLOR":
        colors = apply_color_lut(stored, ds)
        return colors >> 8 if colors.dtype.itemsize > 1 else colors
    if stored.ndim == 3:
        full = ds.PhotometricInterpretation.startswith("YBR_FULL")
        colors = convert_color_space(stored, "YBR_FULL", "RGB") if full else stored
        return colors >> (ds.BitsAllocated - 8)
    stored = significant(ds, stored)
    values = modality(ds, stored)
    if window == ["lut"]:
        shown = apply_voi(values.astype(int), ds).astype(float)
        shown *= 255 / (2 ** ds.VOILUTSequence[0].LUTDescriptor[2] - 1)
    else:
        shown = voi(values, float(window[0]), float(window[1]), window[2])
    if ds.PhotometricInterpretation == "MONOCHROME1":
        shown = 255 - shown
    return np.where(padded(ds, stored), 0, shown)


for line in sys.stdin:
    name, raw, *window = line.rstrip("\n").split("\t")
    try:
        expected = picture(pydicom.dcmread(name, force=True), window).astype(float).ravel()
    except Exception as e:  # pydicom cannot show it
        print(name, "left out: %s" % str(e).splitlines()[0] if str(e) else type(e).__name__, sep="\t")
        continue
    shown = np.fromfile(raw, np.uint8).astype(float)
    apart = np.abs(shown - expected).max() if shown.size == expected.size else 999
    print(name, "%.3f" % apart, sep="\t")

"""Compares pictures with what pydicom and numpy make of the same files.

Each line of standard input names a file, its frame from 0, the raw picture that was made of it, and the window (centre,
width, function) or "lut" or "color". Each line of standard output: the name, then how many levels the worst pixel is
apart and how many the means of all pixels are, or why the file was left out.
"""
import sys
import warnings

import numpy as np
import pydicom
from pydicom.pixel_data_handlers.util import apply_color_lut, apply_modality_lut, apply_voi, convert_color_space

warnings.simplefilter("ignore")


def group(ds, frame, sequence, keyword, default):
    """An attribute of a frame, the shared frames or the data set."""
    own = ds.get("PerFrameFunctionalGroupsSequence", [])[frame:frame + 1]
    for item in [*own, *ds.get("SharedFunctionalGroupsSequence", [])[:1]]:
        for inner in item.get(sequence, [])[:1]:
            if keyword in inner:
                return inner.get(keyword)
    return ds.get(keyword, default)


def modality(ds, frame, stored):
    if "ModalityLUTSequence" in ds:
        return apply_modality_lut(stored, ds).astype(float)
    group_of = "PixelValueTransformationSequence"
    slope = float(group(ds, frame, group_of, "RescaleSlope", ds.get("DoseGridScaling", 1)))
    intercept = float(group(ds, frame, group_of, "RescaleIntercept", 0))
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


def inverse(ds):
    return ds.get("PresentationLUTShape", "INVERSE" if ds.PhotometricInterpretation == "MONOCHROME1" else "") == "INVERSE"


def overlay(ds, number, frame):
    """Which pixels of a frame an overlay with data of its own marks."""
    plane = ds.overlay_array(number)
    if plane.ndim == 3:
        at = frame - int(ds[number, 0x0051].value) + 1
        plane = plane[at] if 0 <= at < len(plane) else np.zeros(plane.shape[1:], plane.dtype)
    whole = np.zeros((ds.Rows, ds.Columns), bool)
    top, left = (int(v) - 1 for v in ds[number, 0x0050].value)
    for row, column in zip(*np.nonzero(plane)):
        if 0 <= row + top < ds.Rows and 0 <= column + left < ds.Columns:
            whole[row + top, column + left] = True
    return whole


def in_polygon(vertices, rows, columns):
    inside = np.zeros(rows.shape, bool)
    points = list(zip(vertices[0::2], vertices[1::2]))
    for (r0, c0), (r1, c1) in zip(points, points[1:] + points[:1]):
        if r0 != r1:
            crosses = (r0 > rows) != (r1 > rows)
            inside ^= crosses & (columns < c0 + (rows - r0) / (r1 - r0) * (c1 - c0))
    return inside


def shuttered(ds):
    """Which pixels the shutter hides; rows and columns count from 1."""
    rows, columns = np.mgrid[1:ds.Rows + 1, 1:ds.Columns + 1]
    shapes = ds.get("ShutterShape", [])
    shapes = [shapes] if isinstance(shapes, str) else shapes
    hidden = np.zeros(rows.shape, bool)
    if "RECTANGULAR" in shapes:
        hidden |= (columns < ds.ShutterLeftVerticalEdge) | (columns > ds.ShutterRightVerticalEdge)
        hidden |= (rows < ds.ShutterUpperHorizontalEdge) | (rows > ds.ShutterLowerHorizontalEdge)
    if "CIRCULAR" in shapes:
        row, column = ds.CenterOfCircularShutter
        hidden |= (rows - row) ** 2 + (columns - column) ** 2 > ds.RadiusOfCircularShutter ** 2
    if "POLYGONAL" in shapes:
        hidden |= ~in_polygon([float(v) for v in ds.VerticesOfThePolygonalShutter], rows, columns)
    return hidden


def marked(ds, frame, shown):
    """Shutter and overlays over grey values."""
    value = ds.get("ShutterPresentationValue", 0) / 257
    shown = np.where(shuttered(ds), value, shown)
    for number in range(0x6000, 0x6020, 2):
        if (number, 0x3000) in ds:
            mask = "BITMAP" in ds.get("ShutterShape", []) and ds.ShutterOverlayGroup == number
            shown = np.where(overlay(ds, number, frame), value if mask else 255, shown)
    return shown


def colors(ds, stored):
    if ds.PhotometricInterpretation == "PALETTE COLOR":
        result = apply_color_lut(stored, ds)
        return result >> 8 if result.dtype.itemsize > 1 else result
    full = ds.PhotometricInterpretation.startswith("YBR_FULL")
    return (convert_color_space(stored, "YBR_FULL", "RGB") if full else stored) >> (ds.BitsAllocated - 8)


def grey(ds, frame, stored, window):
    stored = significant(ds, stored)
    values = modality(ds, frame, stored)
    if window == ["lut"]:
        shown = apply_voi(values.astype(int), ds).astype(float)
        shown *= 255 / (2 ** ds.VOILUTSequence[0].LUTDescriptor[2] - 1)
    else:
        shown = voi(values, float(window[0]), float(window[1]), window[2])
    if inverse(ds):
        shown = 255 - shown
    return marked(ds, frame, np.where(padded(ds, stored), 0, shown))


def picture(ds, frame, window):
    stored = ds.pixel_array
    if int(ds.get("NumberOfFrames", 1)) > 1:
        stored = stored[frame]
    is_color = ds.PhotometricInterpretation == "PALETTE COLOR" or stored.ndim == 3
    return colors(ds, stored) if is_color else grey(ds, frame, stored, window)


for line in sys.stdin:
    name, index, raw, *chosen = line.rstrip("\n").split("\t")
    try:
        expected = picture(pydicom.dcmread(name, force=True), int(index), chosen).astype(float).ravel()
    except Exception as e:  # pydicom cannot show it
        print(name, "left out: %s" % str(e).splitlines()[0] if str(e) else "left out: " + type(e).__name__, sep="\t")
        continue
    made = np.fromfile(raw, np.uint8).astype(float)
    fits = made.size == expected.size
    apart = np.abs(made - expected).max() if fits else 999
    print(name, "%.3f" % apart, "%.3f" % (abs(made.mean() - expected.mean()) if fits else 999), sep="\t")

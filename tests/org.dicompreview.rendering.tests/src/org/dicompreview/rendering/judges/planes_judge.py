"""Computes pictures of other planes with pydicom and numpy, and says how far values made elsewhere are from them.

Arguments: files that name, a line each: the values to judge (32-bit floats), columns, rows, planes beside the middle one,
projection, four vectors (first pixel, and the ways to the next column, row and plane), and the images as path#frame.
Prints for each the largest difference, how many pixels were compared, and the step of a stored value.
"""
import sys

import numpy as np
import pydicom


def load(name):
    path, frame = name.rsplit('#', 1)
    data = pydicom.dcmread(path)
    pixels = data.pixel_array
    groups = []
    if pixels.ndim == 3:
        pixels = pixels[int(frame)]
        if 'PerFrameFunctionalGroupsSequence' in data:
            groups = [data.PerFrameFunctionalGroupsSequence[int(frame)]]
    if 'SharedFunctionalGroupsSequence' in data:
        groups.append(data.SharedFunctionalGroupsSequence[0])

    def find(keyword, *sequences):
        for group in groups:
            for sequence in sequences:
                if sequence in group and keyword in group[sequence].value[0]:
                    return group[sequence].value[0][keyword].value
        return data[keyword].value if keyword in data else None

    slope = find('RescaleSlope', 'PixelValueTransformationSequence')
    intercept = find('RescaleIntercept', 'PixelValueTransformationSequence')
    slope = 1.0 if slope is None else float(slope)
    values = pixels.astype(np.float64) * slope + (0.0 if intercept is None else float(intercept))
    if 'PixelPaddingValue' in data:
        low = high = int(data.PixelPaddingValue)
        if 'PixelPaddingRangeLimit' in data:
            low, high = sorted((low, int(data.PixelPaddingRangeLimit)))
        values[(pixels >= low) & (pixels <= high)] = np.nan
    position = np.array(find('ImagePositionPatient', 'PlanePositionSequence'), dtype=float)
    orientation = np.array(find('ImageOrientationPatient', 'PlaneOrientationSequence'), dtype=float)
    spacing = np.array(find('PixelSpacing', 'PixelMeasuresSequence'), dtype=float)
    return values, position, orientation[:3] * spacing[1], orientation[3:] * spacing[0], slope


def sample(volume, voxel):
    """Linear between the eight voxels around each place; NaN where one of them counts for nothing, or beside all."""
    size = np.array(volume.shape)[:, None]
    near = np.rint(voxel)
    voxel = np.where(np.abs(voxel - near) < 1e-6, near, voxel)
    inside = np.all((voxel >= 0) & (voxel <= size - 1), axis=0)
    low = np.clip(np.floor(voxel), 0, size - 1).astype(int)
    part = voxel - low
    total = np.zeros(voxel.shape[1])
    for corner in range(8):
        step = np.array([corner & 1, corner >> 1 & 1, corner >> 2])[:, None]
        at = np.clip(low + step, 0, size - 1)
        weight = np.prod(np.where(step == 1, part, 1 - part), axis=0)
        value = volume[at[0], at[1], at[2]]
        total += np.where(weight > 0, weight * value, 0)
    total[~inside] = np.nan
    return total, inside


def judge(line):
    cells = line.rstrip('\n').split('\t')
    columns, rows, beside = (int(cell) for cell in cells[1:4])
    projection = cells[4]
    first, right, down, along = (np.array([float(number) for number in cell.split(',')]) for cell in cells[5:9])
    images = [load(name) for name in cells[9:]]
    volume = np.stack([image[0].T for image in images], axis=2)  # by column, row, position
    step = (images[-1][1] - images[0][1]) / (len(images) - 1)
    matrix = np.linalg.inv(np.stack([images[0][2], images[0][3], step], axis=1))
    i, j = np.meshgrid(np.arange(columns), np.arange(rows))
    planes = []
    whole = np.ones(columns * rows, dtype=bool)
    for plane in range(-beside, beside + 1):
        points = (first[:, None] + right[:, None] * i.ravel() + down[:, None] * j.ravel() + along[:, None] * plane
                  - images[0][1][:, None])
        values, inside = sample(volume, matrix @ points)
        planes.append(values)
        whole &= inside
    stack = np.array(planes)
    expected = {'AVERAGE': stack.mean, 'MAXIMUM': stack.max, 'MINIMUM': stack.min}[projection](axis=0)
    made = np.fromfile(cells[0], dtype='<f4').astype(np.float64)
    compared = whole & ~np.isnan(expected)
    difference = np.abs(made - expected)[compared]
    print(difference.max() if compared.any() else 0, int(compared.sum()), min(image[4] for image in images), sep='\t')


for argument in sys.argv[1:]:
    with open(argument, encoding='utf-8') as lines:
        for each in lines:
            judge(each)

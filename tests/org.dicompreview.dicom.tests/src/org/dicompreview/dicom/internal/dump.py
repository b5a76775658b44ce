# Prints every element that pydicom finds below a folder: file, tags down to the element, VR, values or length.
import logging
import os
import sys
import warnings

import pydicom
from pydicom.multival import MultiValue

warnings.simplefilter('ignore')
logging.disable(logging.CRITICAL)
BINARY = ('OB', 'OW', 'OF', 'OD', 'OL', 'OV', 'UN', 'OB or OW', 'US or OW', 'US or SS')


def one(vr, value):
    if vr == 'AT':
        return '(%04X,%04X)' % (int(value) >> 16, int(value) & 0xFFFF)
    if vr in ('DS', 'IS'):
        return getattr(value, 'original_string', None) or str(value)
    return str(value)


def text(element):
    if element.VR == 'SQ':
        return str(len(element.value))
    if element.VR in BINARY:
        return 'length %d' % len(element.value or b'')
    if element.value is None:
        return ''
    values = element.value if isinstance(element.value, (MultiValue, list)) else [element.value]
    return '\\'.join(one(element.VR, value) for value in values)


def dump(name, prefix, dataset, out):
    for element in dataset:
        path = prefix + '(%04X,%04X)' % (element.tag.group, element.tag.element)
        value = text(element).replace('\r', '<r>').replace('\n', '<n>').replace('\t', '<t>')
        out.write('\t'.join((name, path, str(element.VR).replace('VR.', ''), value)) + '\n')
        if element.VR == 'SQ':
            for number, item in enumerate(element.value):
                dump(name, '%s[%d]' % (path, number), item, out)


def main(root, target):
    with open(target, 'w', encoding='utf-8', newline='\n') as out:
        for folder, _, files in sorted(os.walk(root)):
            if 'malformed' in folder:
                continue
            for file in sorted(files):
                path = os.path.join(folder, file)
                try:
                    dataset = pydicom.dcmread(path, force=True)
                    name = os.path.relpath(path, root).replace(os.sep, '/')
                    if len(dataset):
                        dump(name, '', dataset.file_meta, out)
                        dump(name, '', dataset, out)
                except Exception as problem:  # the file is left out of the comparison
                    out.write('#%s\t%s\n' % (path, type(problem).__name__))


main(*sys.argv[1:])

"""Edits the marker segments of JPEG streams."""


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


def before(stream, marker, inserted):
    """A stream with something before its first segment of a marker."""
    begin = [begin for found, begin, _ in segments(stream) if found == marker][0]
    return stream[:begin] + inserted + stream[begin:]


def frame(stream):
    """Where the frame header is, and how many components it has."""
    for marker, begin, _ in segments(stream):
        if 0xC0 <= marker <= 0xC3:
            return begin, stream[begin + 9]
    raise ValueError('no frame header')


def lines_at_the_end(stream):
    """A stream that tells its number of lines behind the first scan."""
    at = frame(stream)[0] + 5
    return stream[:at] + b'\0\0' + stream[at + 2:-2] + b'\xff\xdc\0\4' + stream[at:at + 2] + stream[-2:]

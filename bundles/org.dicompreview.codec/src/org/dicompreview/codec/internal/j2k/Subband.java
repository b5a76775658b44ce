package org.dicompreview.codec.internal.j2k;

/**
 * A sub-band of a tile-component.
 *
 * @param area        where it lies in its own coordinates (ISO/IEC 15444-1 B.5)
 * @param orientation 0 LL, 1 HL, 2 LH, 3 HH: bit 0 says high-pass across, bit 1 high-pass down
 * @param planes      magnitude bit-planes Mb, without those of a region of interest
 * @param step        quantisation step, 1 for the reversible transform
 * @param offset      index of its first coefficient in the tile-component's; rows follow each other without gap
 */
record Subband(Area area, int orientation, int planes, float step, int offset) {
}

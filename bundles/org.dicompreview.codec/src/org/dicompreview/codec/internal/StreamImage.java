package org.dicompreview.codec.internal;

/**
 * What the header of a codestream says of the image in it.
 *
 * @param columns    width at full size
 * @param rows       height at full size
 * @param components samples per pixel
 * @param precision  bits of a value, as the header has it
 * @param signed     whether the codestream's values are signed
 */
public record StreamImage(int columns, int rows, int components, int precision, boolean signed) {

	@Override
	public String toString() {
		return columns + " x " + rows + " x " + components;
	}
}

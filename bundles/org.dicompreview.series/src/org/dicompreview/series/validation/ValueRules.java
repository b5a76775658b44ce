package org.dicompreview.series.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.dicompreview.dicom.VR;

/** What PS3.5 section 6.2 says of single values, without padding. */
final class ValueRules {

	private static final Pattern CODE = Pattern.compile("[A-Z0-9 _]*"); //$NON-NLS-1$
	private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]"); //$NON-NLS-1$
	private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?"); //$NON-NLS-1$
	private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+"); //$NON-NLS-1$
	private static final Pattern DATE = Pattern.compile("\\d{8}|\\d{4}\\.\\d\\d\\.\\d\\d"); //$NON-NLS-1$
	/** With colons as before 1993, which readers shall accept. */
	private static final Pattern TIME = Pattern
			.compile("([01]\\d|2[0-3])(:?[0-5]\\d(:?([0-5]\\d|60)(\\.\\d{1,6})?)?)?"); //$NON-NLS-1$
	private static final Pattern DATE_TIME = Pattern.compile(
			"\\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01])(([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?)?)?)?" //$NON-NLS-1$
					+ "([+-]\\d{4})?"); //$NON-NLS-1$
	private static final Pattern UID = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))*"); //$NON-NLS-1$
	private static final int NAME_GROUPS = 3;

	private ValueRules() {
	}

	/** {@return how many bytes a value of this VR has, or one of its numbers; 1 if any number will do} */
	static int size(VR vr) {
		return switch (vr) {
			case US, SS, OW -> 2;
			case AT, FL, OF, OL, SL, UL -> 4;
			case FD, OD, OV, SV, UV -> 8;
			default -> 1;
		};
	}

	/** {@return whether a length is to be even and consists of values} */
	static boolean isText(VR vr) {
		return switch (vr) {
			case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT -> true;
			default -> false;
		};
	}

	/** {@return whether several values may be given, so that their number counts} */
	static boolean isMultiple(VR vr) {
		return switch (vr) {
			case LT, ST, UT, UR, OB, OD, OF, OL, OV, OW, SQ, UN -> false;
			default -> true;
		};
	}

	/** {@return the most characters of a value; 0 if there is no limit worth looking at} */
	static int longest(VR vr) {
		return switch (vr) {
			case AE, CS, DS, SH -> 16;
			case IS -> 12;
			case DT -> 26;
			case LO, PN, UI -> 64;
			case ST -> 1024;
			case LT -> 10240;
			default -> 0;
		};
	}

	/** {@return the number of characters that count: of a name those of its longest component group} */
	static int length(VR vr, String value) {
		return vr != VR.PN ? value.codePointCount(0, value.length())
				: Arrays.stream(value.split("=", -1)).mapToInt(group -> group.codePointCount(0, group.length())).max().orElse(0); //$NON-NLS-1$
	}

	/** {@return whether a value that is not empty has the form of its VR} */
	static boolean isValid(VR vr, String value) {
		return switch (vr) {
			case CS -> CODE.matcher(value).matches();
			case AS -> AGE.matcher(value).matches();
			case DS -> DECIMAL.matcher(value).matches();
			case IS -> INTEGER.matcher(value).matches() && isInRange(value);
			case DA -> DATE.matcher(value).matches() && isDate(value);
			case TM -> TIME.matcher(value).matches();
			case DT -> DATE_TIME.matcher(value).matches();
			case UI -> UID.matcher(value).matches();
			case PN -> value.split("=", -1).length <= NAME_GROUPS; //$NON-NLS-1$
			default -> true;
		};
	}

	private static boolean isInRange(String value) {
		try {
			Integer.parseInt(value);
			return true;
		} catch (NumberFormatException e) {
			return false; // 32 bits are not enough
		}
	}

	private static boolean isDate(String value) {
		String digits = value.replace(".", ""); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			LocalDate.of(Integer.parseInt(digits.substring(0, 4)), Integer.parseInt(digits.substring(4, 6)),
					Integer.parseInt(digits.substring(6)));
			return true;
		} catch (DateTimeException e) {
			return false; // no such day
		}
	}

	/** {@return whether a number of values is one that a value multiplicity of the dictionary allows: 1, 1-3, 1-n, 2-2n} */
	static boolean allows(String multiplicity, int count) {
		String[] ends = multiplicity.split("-"); //$NON-NLS-1$
		int least = Integer.parseInt(ends[0]);
		String most = ends[ends.length - 1];
		if (!most.endsWith("n")) { //$NON-NLS-1$
			return count >= least && count <= Integer.parseInt(most);
		}
		int step = most.length() == 1 ? 1 : Integer.parseInt(most.substring(0, most.length() - 1));
		return count >= least && count % step == 0;
	}
}

package org.dicompreview.ui.internal.preferences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.TransferSyntax;

/**
 * One thing that providers do.
 *
 * @param syntax    UID of the transfer syntax whose images are decoded; empty for the reading of files
 * @param label     for people
 * @param providers who can do it, by service ranking; the first one does it unless another is chosen
 */
record ProviderRow(String syntax, String label, List<String> providers) {

	/** {@return the reading of files, then each transfer syntax that anybody decodes} */
	static List<ProviderRow> all(DicomReaders readers, FrameDecoders decoders) {
		List<ProviderRow> rows = new ArrayList<>();
		rows.add(new ProviderRow("", Messages.ProvidersPage_files, distinct(readers.names()))); //$NON-NLS-1$
		Set<String> syntaxes = new TreeSet<>(Comparator.comparing(ProviderRow::sortable));
		syntaxes.addAll(decoders.transferSyntaxes());
		for (String uid : syntaxes) {
			rows.add(new ProviderRow(uid, label(uid), decoders.providers(uid)));
		}
		return rows;
	}

	private static List<String> distinct(List<String> names) {
		return List.copyOf(new LinkedHashSet<>(names));
	}

	private static String label(String uid) {
		String name = TransferSyntax.of(uid).name();
		return name.equals(uid) ? uid : name + " (" + uid + ')'; //$NON-NLS-1$
	}

	/** The numbers of a UID at one width, so that 4.51 stands before 4.201. */
	private static String sortable(String uid) {
		StringBuilder text = new StringBuilder();
		for (String part : uid.split("\\.")) { //$NON-NLS-1$
			text.append(".".repeat(Math.max(0, 8 - part.length()))).append(part); //$NON-NLS-1$
		}
		return text.toString();
	}

	/** {@return who does it if nobody is chosen} */
	String automatic() {
		return providers.get(0);
	}
}

package org.dicompreview.dicom.internal;

import java.util.Optional;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.internal.parse.HeaderCheck;
import org.dicompreview.dicom.spi.HeaderProblems;
import org.osgi.service.component.annotations.Component;

/** The checks that the built-in reader makes, for headers of any reader. */
@Component(service = HeaderProblems.class)
public final class HeaderChecks implements HeaderProblems {

	@Override
	public Optional<Problem> of(InstanceHeader header) {
		int tag = header.pixelLocation().map(PixelLocation::tag).orElse(0);
		return HeaderCheck.of(header, header.transferSyntax(), tag, available(header))
				.map(problem -> problem.in(header.location()));
	}

	/** {@return the bytes of native pixel data that are there; -1 if they are encapsulated} */
	private static long available(InstanceHeader header) {
		if (header.pixelLocation().isEmpty()) {
			return 0;
		}
		PixelLocation pixels = header.pixelLocation().get();
		TransferSyntax syntax = header.transferSyntax();
		if (pixels.length() < 0 || syntax.encapsulated()) {
			return -1;
		}
		return syntax.deflated() ? pixels.length() : Math.min(pixels.length(), header.location().size() - pixels.position());
	}
}

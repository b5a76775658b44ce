package org.dicompreview.dcm4che.internal;

import java.io.IOException;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.HeaderContent;

/** Keeps of a data set what {@link org.dicompreview.dicom.InstanceHeader} holds, and passes over the rest. */
final class HeaderHandler implements DicomInputHandler {

	private final ToolkitInput input;
	private final ValuePool pool;

	HeaderHandler(ToolkitInput input, ValuePool pool) {
		this.input = input;
		this.pool = pool;
	}

	@Override
	public void readValue(DicomInputStream stream, Attributes attributes) throws IOException {
		input.check();
		int tag = stream.tag();
		if (Tag.group(tag) == 2 && stream.level() == 0) {
			stream.readValue(stream, attributes);
			return;
		}
		VR vr = VR.valueOf(stream.vr().name());
		switch (HeaderContent.of(tag, vr, stream.unsignedLength())) {
			case NOTHING -> input.skip();
			case PRESENCE -> {
				input.skip();
				attributes.setNull(tag, org.dcm4che3.data.VR.valueOf(vr.name()));
			}
			case VALUE -> read(stream, attributes, vr);
		}
	}

	private void read(DicomInputStream stream, Attributes attributes, VR vr) throws IOException {
		int tag = stream.tag();
		if (vr != VR.SQ && stream.unsignedLength() < 0) { // fragments where none belong
			input.skip();
			return;
		}
		stream.readValue(stream, attributes);
		if (vr != VR.SQ && attributes.getValue(tag) instanceof byte[] bytes) {
			attributes.setBytes(tag, attributes.getVR(tag), pool.share(bytes));
		}
	}

	@Override
	public void readValue(DicomInputStream stream, Sequence sequence) throws IOException {
		input.check();
		stream.readValue(stream, sequence);
	}

	@Override
	public void readValue(DicomInputStream stream, Fragments fragments) throws IOException {
		input.check();
		input.skip();
	}

	@Override
	public void startDataset(DicomInputStream stream) {
		// nothing to do
	}

	@Override
	public void endDataset(DicomInputStream stream) {
		// nothing to do
	}
}

package org.dicompreview.ui.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.ui.internal.settings.Choices;
import org.junit.jupiter.api.Test;

class ChoicesTest {

	@Test
	void whatIsWrittenIsRead() {
		Map<String, String> choices = Map.of("1.2", "built-in", "1.2.840.10008.1.2.5", "dcm4che");
		assertEquals("1.2=built-in;1.2.840.10008.1.2.5=dcm4che", Choices.format(choices));
		assertEquals(choices, Choices.parse(Choices.format(choices)));
		assertEquals(Map.of(), Choices.parse(""));
		assertEquals(Map.of("1.2", "a"), Choices.parse("x;=b;1.2=a;1.3="));
	}

	@Test
	void oneRowForReadingAndForEachSyntax() {
		List<ProviderRow> rows = ProviderRow.all(DicomReaders.standalone(),
				FrameDecoders.standalone());
		assertEquals("", rows.get(0).syntax());
		assertEquals(List.of("built-in"), rows.get(0).providers());
		List<String> syntaxes = rows.stream().map(ProviderRow::syntax).toList();
		assertEquals(syntaxes.size(), syntaxes.stream().distinct().count());
		assertEquals("1.2.840.10008.1.2", syntaxes.get(1));
		int rle = syntaxes.indexOf("1.2.840.10008.1.2.5");
		assertEquals("RLE Lossless (1.2.840.10008.1.2.5)", rows.get(rle).label());
		assertEquals("built-in", rows.get(rle).automatic());
	}
}

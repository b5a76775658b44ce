package org.dicompreview.ui.internal.properties;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.properties.IPropertySource;

/** Gives the Properties view what there is to say of patients, studies, series, stacks, slices and instances. */
public final class PropertyAdapters implements IAdapterFactory {

	private static final int[] PATIENT = { 0x00100010, 0x00100020, 0x00100030, 0x00100040 };
	private static final int[] STUDY = { 0x0020000D, 0x00200010, 0x00080020, 0x00080030, 0x00081030, 0x00080050 };
	private static final int[] SERIES = { 0x0020000E, 0x00200011, 0x00080060, 0x0008103E };
	private static final int[] INSTANCE = { 0x00080018, 0x00080016, 0x00200013 };
	private static final int[] ACQUISITION = { 0x00080070, 0x00081090, 0x00081010, 0x00180015, 0x00181030, 0x00080022, 0x00080032,
			0x00180060, 0x00181152, 0x00180080, 0x00180081, 0x00181314, 0x00181210 };
	private static final int[] GEOMETRY = { 0x00280010, 0x00280011, 0x00280030, 0x00181164, 0x00180050, 0x00180088, 0x00200032,
			0x00200037, 0x00201041, 0x00200052, 0x00185100 };
	private static final int[] PIXELS = { 0x00020010, 0x00280004, 0x00280002, 0x00280100, 0x00280101, 0x00280102, 0x00280103,
			0x00280008 };
	private static final int[] DISPLAY = { 0x00281050, 0x00281051, 0x00281055, 0x00281056, 0x00281052, 0x00281053, 0x00281054,
			0x20500020, 0x00280034 };

	@Override
	public <T> T getAdapter(Object element, Class<T> type) {
		return type == IPropertySource.class ? type.cast(properties(element)) : null;
	}

	private static ModelProperties properties(Object element) {
		ModelProperties properties = new ModelProperties();
		if (element instanceof Patient patient) {
			patient.studies().stream().flatMap(study -> study.series().stream()).findFirst().flatMap(PropertyAdapters::first)
					.ifPresent(header -> add(properties, Messages.PropertyAdapters_identity, header, PATIENT));
		} else if (element instanceof Study study) {
			study.series().stream().findFirst().flatMap(PropertyAdapters::first).ifPresent(header -> {
				add(properties, Messages.PropertyAdapters_identity, header, PATIENT);
				add(properties, Messages.PropertyAdapters_identity, header, STUDY);
			});
		} else if (element instanceof Series series) {
			addSeries(properties, series);
		} else if (element instanceof SliceStack stack) {
			addStack(properties, stack);
		} else if (element instanceof Slice slice) {
			addInstance(properties, slice.instance(), slice.attributes());
		} else if (element instanceof InstanceHeader header) {
			addInstance(properties, header, header);
		}
		return properties;
	}

	private static Optional<InstanceHeader> first(Series series) {
		return series.instances().stream().findFirst();
	}

	private static void addSeries(ModelProperties properties, Series series) {
		first(series).ifPresent(header -> {
			addIdentity(properties, header);
			add(properties, Messages.PropertyAdapters_acquisition, header, ACQUISITION);
		});
		properties.add(Messages.PropertyAdapters_pixels, Messages.PropertyAdapters_images, number(series.imageCount()));
		properties.add(Messages.PropertyAdapters_file, Messages.PropertyAdapters_files, number(series.instances().size()));
	}

	private static void addStack(ModelProperties properties, SliceStack stack) {
		addSeries(properties, stack.series());
		String geometry = Messages.PropertyAdapters_geometry;
		properties.add(geometry, Messages.PropertyAdapters_stack, stack.label());
		properties.add(geometry, Messages.PropertyAdapters_order, stack.rule());
		properties.add(geometry, Messages.PropertyAdapters_positions, number(stack.positions()));
		stack.axes().forEach(axis -> properties.add(geometry, axis.label(), number(axis.size())));
	}

	private static void addIdentity(ModelProperties properties, InstanceHeader header) {
		add(properties, Messages.PropertyAdapters_identity, header, PATIENT);
		add(properties, Messages.PropertyAdapters_identity, header, STUDY);
		add(properties, Messages.PropertyAdapters_identity, header, SERIES);
	}

	/** @param frame the attributes of the frame, before those of the instance */
	private static void addInstance(ModelProperties properties, InstanceHeader header, Attributes frame) {
		addIdentity(properties, header);
		add(properties, Messages.PropertyAdapters_identity, header, INSTANCE);
		add(properties, Messages.PropertyAdapters_acquisition, frame, ACQUISITION);
		add(properties, Messages.PropertyAdapters_geometry, frame, GEOMETRY);
		add(properties, Messages.PropertyAdapters_pixels, frame, PIXELS);
		add(properties, Messages.PropertyAdapters_display, frame, DISPLAY);
		add(properties, header.location());
	}

	private static void add(ModelProperties properties, InstanceLocation location) {
		String file = Messages.PropertyAdapters_file;
		properties.add(file, Messages.PropertyAdapters_location, location.toString());
		properties.add(file, Messages.PropertyAdapters_size, number(location.size()));
		if (location.lastModified() > 0) {
			properties.add(file, Messages.PropertyAdapters_modified, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
					.withZone(ZoneId.systemDefault()).format(Instant.ofEpochMilli(location.lastModified())));
		}
	}

	private static void add(ModelProperties properties, String group, Attributes attributes, int[] tags) {
		for (int tag : tags) {
			String value = String.join(" \\ ", attributes.strings(tag)); //$NON-NLS-1$
			properties.add(group, DataDictionary.find(tag).orElseThrow().name(),
					DataDictionary.uidName(value).map(name -> name + "  " + value).orElse(value)); //$NON-NLS-1$
		}
	}

	private static String number(long value) {
		return NumberFormat.getIntegerInstance().format(value);
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IPropertySource.class };
	}
}

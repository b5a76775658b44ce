package org.dicompreview.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;

/** A series of slices that were made, without files. */
public final class FakeSeries implements Series, Study, Patient {

	/** One of the stacks. */
	private final class FakeImageStack implements SliceStack {

		private final int index;
		private final List<Slice> slices;

		FakeImageStack(int index, List<? extends Slice> slices) {
			this.index = index;
			this.slices = List.copyOf(slices);
			slices.forEach(slice -> ((FakeImage) slice).setStack(this));
		}

		@Override
		public Series series() {
			return FakeSeries.this;
		}

		@Override
		public int index() {
			return index;
		}

		@Override
		public String label() {
			return "stack " + index; //$NON-NLS-1$
		}

		@Override
		public String rule() {
			return "as made"; //$NON-NLS-1$
		}

		@Override
		public List<Slice> slices() {
			return slices;
		}

		@Override
		public int positions() {
			return slices.size();
		}

		@Override
		public String positionName() {
			return "position"; //$NON-NLS-1$
		}

		@Override
		public String positionLabel(int position) {
			return Integer.toString(position);
		}

		@Override
		public List<Axis> axes() {
			return List.of();
		}

		@Override
		public Optional<Slice> slice(int position, int... coordinates) {
			return Optional.of(slices.get(position));
		}

		@Override
		public Slice start() {
			return slices.get(slices.size() / 2);
		}

		@Override
		public boolean spatial() {
			return slices.get(0).offset().isPresent();
		}

		@Override
		public String towards() {
			return "H"; //$NON-NLS-1$
		}

		@Override
		public String from() {
			return "F"; //$NON-NLS-1$
		}

		@Override
		public List<Finding> findings() {
			return List.of();
		}
	}

	private final String uid;
	private final String modality;
	private final List<SliceStack> stacks = new ArrayList<>();

	/** A CT series. @param uid of the series */
	public FakeSeries(String uid) {
		this(uid, "CT"); //$NON-NLS-1$
	}

	/** @param uid of the series @param modality of the series */
	public FakeSeries(String uid, String modality) {
		this.uid = uid;
		this.modality = modality;
	}

	/** Adds a stack of slices, which are in the order of their positions. {@return this} */
	public FakeSeries stack(List<? extends Slice> slices) {
		stacks.add(new FakeImageStack(stacks.size(), slices));
		return this;
	}

	@Override
	public String uid() {
		return uid;
	}

	@Override
	public Study study() {
		return this;
	}

	@Override
	public OptionalInt number() {
		return OptionalInt.empty();
	}

	@Override
	public String modality() {
		return modality;
	}

	@Override
	public String description() {
		return uid;
	}

	@Override
	public String date() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public List<InstanceHeader> instances() {
		return stacks.stream().flatMap(stack -> stack.slices().stream()).map(Slice::instance).toList();
	}

	@Override
	public Map<InstanceHeader, InstanceHeader> copies() {
		return Map.of();
	}

	@Override
	public List<InstanceHeader> documents() {
		return List.of();
	}

	@Override
	public int imageCount() {
		return instances().size();
	}

	@Override
	public List<SliceStack> stacks() {
		return List.copyOf(stacks);
	}

	@Override
	public List<Finding> findings() {
		return List.of();
	}

	@Override
	public int version() {
		return 1;
	}

	@Override
	public Patient patient() {
		return this;
	}

	@Override
	public List<Series> series() {
		return List.of(this);
	}

	@Override
	public String id() {
		return uid;
	}

	@Override
	public String name() {
		return "Nobody"; //$NON-NLS-1$
	}

	@Override
	public List<Study> studies() {
		return List.of(this);
	}

	@Override
	public String birthDate() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public String sex() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public String accessionNumber() {
		return ""; //$NON-NLS-1$
	}
}

package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.rendering.planes.CutPlane;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.rendering.planes.Reformat;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Vector3;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportModel;

/** Chooses among the planes that a stack offers, and how thick their pictures are. UI thread only. */
final class PlaneCommands {

	/** Stands for the images themselves in place of the name of a plane. */
	static final String IMAGES = "IMAGES"; //$NON-NLS-1$
	/** Thicknesses in mm that are offered; 0 for one plane, infinite for all. */
	static final List<Double> THICKNESSES = List.of(0.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, Double.POSITIVE_INFINITY);

	private PlaneCommands() {
	}

	/** Shows a plane, or says why there is none. @param id a constant of {@link CutPlane.Kind} or {@link #IMAGES}; empty text for the next one */
	static void choose(Viewport viewport, String id) {
		ViewportModel model = viewport.model();
		if (isRefused(viewport)) {
			return;
		}
		List<String> all = choices(model);
		String now = chosen(model);
		String wanted = id.isEmpty() ? all.get((all.indexOf(now) + 1) % all.size()) : id;
		if (wanted.equals(IMAGES)) {
			model.showImages();
		} else if (!wanted.equals(now)) {
			model.planes().flatMap(offer -> plane(offer, wanted))
					.ifPresent(plane -> model.showPlane(model.reformat().map(reformat -> reformat.with(plane))
							.orElseGet(() -> new Reformat(plane, 0, Projection.AVERAGE)), Optional.empty()));
		}
	}

	/** {@return whether there are no planes; it is said then} */
	private static boolean isRefused(Viewport viewport) {
		Optional<PlaneOffer> offer = viewport.model().planes();
		boolean refused = offer.flatMap(PlaneOffer::grid).isEmpty();
		if (refused) {
			viewport.say(offer.flatMap(PlaneOffer::reason).map(Texts::words).orElse(Messages.PlaneCommands_unknown));
		}
		return refused;
	}

	private static Optional<CutPlane> plane(PlaneOffer offer, String id) {
		return offer.planes().stream().filter(plane -> plane.kind().name().equals(id)).findFirst();
	}

	/** {@return the images and the planes that can be chosen; an oblique one only while it is on show} */
	static List<String> choices(ViewportModel model) {
		List<String> all = new ArrayList<>(List.of(IMAGES));
		model.planes().ifPresent(offer -> offer.planes().forEach(plane -> all.add(plane.kind().name())));
		String now = chosen(model);
		if (!all.contains(now)) {
			all.add(now);
		}
		return all;
	}

	private static String chosen(ViewportModel model) {
		return model.reformat().map(reformat -> reformat.plane().kind().name()).orElse(IMAGES);
	}

	static boolean isChosen(ViewportModel model, String id) {
		return model.navigator().count() > 0 && chosen(model).equals(id);
	}

	/** {@return the name of a plane for people} */
	static String label(String id) {
		return id.equals(IMAGES) ? Messages.PlaneCommands_images : Texts.words(CutPlane.Kind.valueOf(id).text());
	}

	/** Makes the pictures thicker or thinner, of the planes of the images where these are on show. @param millimetres 0 for one plane */
	static void setThickness(Viewport viewport, double millimetres) {
		change(viewport, reformat -> reformat.with(millimetres, reformat.projection()));
	}

	/** Takes the next thickness that is offered. @param way 1 for a thicker slab, -1 for a thinner one */
	static void step(Viewport viewport, int way) {
		double now = viewport.model().reformat().map(Reformat::thickness).orElse(0.0);
		int index = THICKNESSES.indexOf(now) + way;
		if (index >= 0 && index < THICKNESSES.size()) {
			setThickness(viewport, THICKNESSES.get(index));
		}
	}

	static boolean hasThickness(ViewportModel model, double millimetres) {
		return model.reformat().filter(reformat -> reformat.thickness() == millimetres).isPresent();
	}

	/** Makes the values of a slab one in another way. @param id a constant of {@link Projection}; empty text for the next one */
	static void project(Viewport viewport, String id) {
		Projection[] all = Projection.values();
		Projection now = viewport.model().reformat().map(Reformat::projection).orElse(Projection.AVERAGE);
		Projection next = id.isEmpty() ? all[(now.ordinal() + 1) % all.length] : Projection.valueOf(id);
		change(viewport, reformat -> reformat.with(reformat.thickness(), next));
	}

	static boolean isProjected(ViewportModel model, String id) {
		return model.reformat().filter(reformat -> reformat.projection().name().equals(id)).isPresent();
	}

	private static void change(Viewport viewport, UnaryOperator<Reformat> edit) {
		ViewportModel model = viewport.model();
		if (isRefused(viewport)) {
			return;
		}
		Optional<CutPlane> own = model.planes().flatMap(offer -> offer.plane(CutPlane.Kind.OWN));
		Optional<Reformat> now = model.reformat().or(() -> own.map(plane -> new Reformat(plane, 0, Projection.AVERAGE)));
		now.map(edit).filter(next -> !model.reformat().filter(next::equals).isPresent())
				.ifPresent(next -> model.showPlane(next, model.slice().flatMap(Slice::imagePlane).map(PlaneCommands::center)));
	}

	private static Vector3 center(ImagePlane plane) {
		return plane.point(plane.columns() / 2.0, plane.rows() / 2.0);
	}
}

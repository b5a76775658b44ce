package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.dicompreview.ui.internal.explorer.MadeObjects.made;
import static org.dicompreview.ui.internal.explorer.StillFolders.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.internal.folders.MadeHeader;
import org.dicompreview.ui.internal.thumbnails.ThumbnailIndex;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pictures are made, with a loader that makes them at once. */
class SeriesThumbnailsTest {

	private static final int SIDE = 8;

	/** Makes what it is asked for at once, and keeps what that was. */
	private final class Session implements BackgroundSession<Thumbnail> {

		@Override
		public void request(List<Slice> slices, Consumer<Thumbnail> receiver) {
			if (!slices.isEmpty()) {
				requests.add(List.copyOf(slices));
			}
			slices.forEach(slice -> receiver.accept(new Thumbnail(slice, answer.apply(slice), Optional.empty())));
		}

		@Override
		public void close() {
			closed.incrementAndGet();
		}
	}

	@TempDir
	Path folder;

	private final List<List<Slice>> requests = Collections.synchronizedList(new ArrayList<>());
	private final AtomicInteger closed = new AtomicInteger();
	private final AtomicInteger told = new AtomicInteger();
	private final StillFolders folders = new StillFolders();
	private Function<Slice, Optional<Picture>> answer = slice -> Optional
			.of(new Picture(new ImageData(SIDE, SIDE, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)), new double[6]));
	private SeriesThumbnails thumbnails;

	@BeforeEach
	void fill() {
		for (String name : List.of("1", "2", "3")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			folders.catalog().add(ROOT, List.of(MadeHeader.image(ROOT.resolve(name), "P", "Study", "Series " + name))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		thumbnails = open();
	}

	@AfterEach
	void close() {
		thumbnails.close();
		assertTrue(closed.get() > 0);
	}

	private SeriesThumbnails open() {
		FrameLoader loader = (FrameLoader) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { FrameLoader.class },
				(proxy, method, arguments) -> new Session());
		SeriesThumbnails opened = new SeriesThumbnails(loader, made(FrameRenderer.class, Map.of()),
				new ThumbnailIndex(() -> folder.resolve("kept"), 1 << 20), SIDE); //$NON-NLS-1$
		opened.onChanged(told::incrementAndGet);
		return opened;
	}

	private Node row(int index) {
		return new Node.OfSeries(folders.catalog().series().get(index), Label.of("series"), List.of()); //$NON-NLS-1$
	}

	private boolean isKnown(Node row) {
		return thumbnails.known(row).isPresent();
	}

	@Test
	void rowsThatComeIntoViewTogetherAreAskedForTogetherTheLastFirst() {
		for (int i = 0; i < 3; i++) {
			thumbnails.want(row(i));
		}
		until("all pictures", () -> isKnown(row(0)) && isKnown(row(1)) && isKnown(row(2))); //$NON-NLS-1$
		assertEquals(1, requests.size());
		assertEquals(List.of("Series 3", "Series 2", "Series 1"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				requests.get(0).stream().map(slice -> slice.instance().string(org.dicompreview.dicom.Tag.SERIES_DESCRIPTION)
						.orElseThrow()).toList());
		assertTrue(thumbnails.known(row(0)).orElseThrow().picture().isPresent());
		until("who paints them", () -> told.get() == 3); //$NON-NLS-1$
	}

	@Test
	void thatThereIsNoPictureIsRememberedAsWell() {
		answer = slice -> Optional.empty();
		thumbnails.want(row(0));
		until("the answer", () -> isKnown(row(0))); //$NON-NLS-1$
		assertTrue(thumbnails.known(row(0)).orElseThrow().picture().isEmpty());
		thumbnails.want(row(0));
		thumbnails.want(row(1));
		until("another answer", () -> isKnown(row(1))); //$NON-NLS-1$
		assertEquals(List.of(1, 1), requests.stream().map(List::size).toList(), "none twice"); //$NON-NLS-1$
	}

	@Test
	void theNextStartTakesThemFromTheIndex() {
		thumbnails.want(row(0));
		until("the picture", () -> isKnown(row(0))); //$NON-NLS-1$
		thumbnails.close();
		thumbnails = open();
		thumbnails.want(row(0));
		until("the picture again", () -> isKnown(row(0))); //$NON-NLS-1$
		assertEquals(SIDE, thumbnails.known(row(0)).orElseThrow().picture().orElseThrow().width);
		assertEquals(1, requests.size(), "made once"); //$NON-NLS-1$
	}

	@Test
	void aSeriesThatHasGrownIsAskedForAgain() {
		thumbnails.want(row(0));
		until("the picture", () -> isKnown(row(0))); //$NON-NLS-1$
		folders.catalog().add(ROOT, List.of(MadeHeader.image(ROOT.resolve("1b"), "P", "Study", "Series 1"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(!isKnown(row(0)));
		thumbnails.want(row(0));
		until("the picture of what it is now", () -> isKnown(row(0))); //$NON-NLS-1$
	}

	@Test
	void whatAPersonPointsAtComesFirstAndIsTold() {
		List<ImageData> got = Collections.synchronizedList(new ArrayList<>());
		thumbnails.want(row(0));
		thumbnails.request(row(1), got::add);
		until("the picture", () -> got.size() == 1); //$NON-NLS-1$
		assertEquals("Series 2", requests.get(0).get(0).instance().string(org.dicompreview.dicom.Tag.SERIES_DESCRIPTION).orElseThrow()); //$NON-NLS-1$
		thumbnails.request(row(1), got::add);
		assertEquals(2, got.size(), "at once, since it is known"); //$NON-NLS-1$
	}
}

package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.dicompreview.dicom.FileLocation;

/** Walks over the files of a root as a scan does, without opening any. */
public final class FolderLook {

	/** Hears what is there. */
	public interface Visitor {

		/** A folder, before what is in it. */
		void folder(Path folder);

		/** A file. */
		void file(FileLocation file);

		/** {@return whether to stop} */
		boolean cancelled();
	}

	private FolderLook() {
	}

	/**
	 * Walks over a root or a part of it.
	 *
	 * @param root  what was scanned
	 * @param start where to begin
	 * @return whether all of it was seen
	 */
	public static boolean over(Path root, Path start, Visitor visitor) {
		Seen seen = new Seen(visitor);
		try {
			FolderWalk walk = new FolderWalk(root, start, seen);
			while (walk.hasNext() && !visitor.cancelled()) {
				visitor.folder(walk.peek());
				next(walk, seen);
			}
		} catch (IOException e) {
			return false;
		}
		return seen.whole && !visitor.cancelled();
	}

	private static void next(FolderWalk walk, Seen seen) {
		try {
			walk.next();
		} catch (NoSuchFileException e) {
			return; // gone since it was listed
		} catch (IOException e) {
			seen.whole = false;
		}
	}

	/**
	 * {@return whether a file is a link to what lies in a root anyway, which a scan passes over}
	 *
	 * @throws IOException if that cannot be told
	 */
	public static boolean isSeenElsewhere(Path root, Path file) throws IOException {
		return Files.isSymbolicLink(file) && file.toRealPath().startsWith(root.toRealPath());
	}

	private static final class Seen implements FolderWalk.Visitor {

		private final Visitor visitor;
		private boolean whole = true;

		Seen(Visitor visitor) {
			this.visitor = visitor;
		}

		@Override
		public void file(FileLocation file) {
			visitor.file(file);
		}

		@Override
		public void outcome(Outcome outcome) {
			whole &= !(outcome instanceof Outcome.Broken);
		}

		@Override
		public boolean cancelled() {
			return visitor.cancelled();
		}
	}
}

package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;

/**
 * Walks a tree of folders, one folder at a time, files before folders, in order of name. Each file is met once: links
 * out of the tree are followed, links into it are not, since they would show the same files again or never end.
 */
final class FolderWalk {

	/** Hears what the walk meets. */
	interface Visitor {

		/** A regular file. */
		void file(FileLocation file);

		/** Something that is not worth opening, or cannot be. */
		void outcome(Outcome outcome);

		/** {@return whether to stop listing} */
		boolean cancelled();
	}

	/** A folder as it is reached and as it is really called. */
	private record Folder(Path path, Path real) {
	}

	private final Deque<Folder> folders = new ArrayDeque<>();
	/** Real paths from which everything below has been or will be walked. */
	private final Set<Path> covered = new HashSet<>();
	private final Set<Path> linkedFiles = new HashSet<>();
	private final Visitor visitor;
	private final Path root;

	/**
	 * @param root    where to begin
	 * @param visitor hears what is met
	 * @throws IOException if the root does not exist
	 */
	FolderWalk(Path root, Visitor visitor) throws IOException {
		this(root, root, visitor);
	}

	/**
	 * Walks over a part of a tree as a walk over the whole does.
	 *
	 * @param root    the tree
	 * @param start   the part, where to begin
	 * @param visitor hears what is met
	 * @throws IOException if either does not exist
	 */
	FolderWalk(Path root, Path start, Visitor visitor) throws IOException {
		this.visitor = visitor;
		this.root = root.toRealPath();
		covered.add(this.root);
		Path real = start.toRealPath();
		if (start.equals(root) || !Files.isSymbolicLink(start)) {
			folders.push(new Folder(start, real));
		} else if (!isCovered(real) && !this.root.startsWith(real)) {
			covered.add(real);
			folders.push(new Folder(start, real));
		}
	}

	/** {@return whether there are folders left} */
	boolean hasNext() {
		return !folders.isEmpty();
	}

	/**
	 * Lists the next folder.
	 *
	 * @throws IOException if it cannot be listed
	 */
	void next() throws IOException {
		Folder folder = folders.pop();
		List<Path> entries = entries(folder.path());
		List<Folder> below = new ArrayList<>();
		for (Path entry : entries) {
			if (visitor.cancelled()) {
				return;
			}
			try {
				visit(entry, folder, below);
			} catch (IOException e) {
				visitor.outcome(Problems.of(FileLocation.unseen(entry), e));
			}
		}
		Collections.reverse(below);
		below.forEach(folders::push);
	}

	/** {@return the folder that {@link #next()} lists} */
	Path peek() {
		return folders.peek().path();
	}

	private List<Path> entries(Path folder) throws IOException {
		List<Path> entries = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			for (Path entry : stream) {
				if (entries.size() % 1024 == 0 && visitor.cancelled()) {
					break;
				}
				entries.add(entry);
			}
		} catch (DirectoryIteratorException e) {
			throw e.getCause();
		}
		Collections.sort(entries);
		return entries;
	}

	private void visit(Path entry, Folder folder, List<Folder> below) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		if (attributes.isRegularFile()) {
			visitor.file(FileLocation.in(folder.path(), entry.getFileName(), attributes));
		} else if (attributes.isDirectory() && !attributes.isOther()) {
			Path real = folder.real().resolve(entry.getFileName());
			if (!covered.contains(real)) {
				below.add(new Folder(entry, real));
			}
		} else {
			follow(entry, below);
		}
	}

	/** Follows a link, a junction of Windows too. What is neither file nor folder, such as a pipe, is never opened. */
	private void follow(Path entry, List<Folder> below) throws IOException {
		BasicFileAttributes target;
		try {
			target = Files.readAttributes(entry, BasicFileAttributes.class);
		} catch (NoSuchFileException e) {
			visitor.outcome(new Outcome.Missing(FileLocation.unseen(entry), Problem.of(SeriesText.LINK_LEADS_NOWHERE)));
			return;
		}
		if (!target.isRegularFile() && !target.isDirectory()) {
			visitor.outcome(new Outcome.Foreign(FileLocation.of(entry, target)));
			return;
		}
		Path real = entry.toRealPath();
		if (isCovered(real) || root.startsWith(real)) {
			return;
		}
		if (target.isDirectory()) {
			covered.add(real);
			below.add(new Folder(entry, real));
		} else if (linkedFiles.add(real)) {
			visitor.file(FileLocation.of(entry, target));
		}
	}

	private boolean isCovered(Path real) {
		for (Path path = real; path != null; path = path.getParent()) {
			if (covered.contains(path)) {
				return true;
			}
		}
		return false;
	}
}

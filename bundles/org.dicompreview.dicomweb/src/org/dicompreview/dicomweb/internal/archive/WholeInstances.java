package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Instances of which the archive gives no parts, as files in the cache. For any thread. */
final class WholeInstances {

	private final Requests requests;
	private final DiskCache cache;
	private final String id;
	private final Map<String, CompletableFuture<Path>> fetching = new ConcurrentHashMap<>();

	/** @param id of the source */
	WholeInstances(Requests requests, DiskCache cache, String id) {
		this.requests = requests;
		this.cache = cache;
		this.id = id;
	}

	private String cacheKey(String key) {
		return "whole " + id + '/' + key; //$NON-NLS-1$
	}

	/** {@return the file of an instance if it is here} */
	Optional<Path> known(String key) {
		return cache.file(cacheKey(key));
	}

	/** {@return the file of an instance, fetched if it is not here} @throws IOException if it cannot be had */
	Path file(String key) throws IOException {
		Optional<Path> known = known(key);
		if (known.isPresent()) {
			return known.get();
		}
		CompletableFuture<Path> mine = new CompletableFuture<>();
		CompletableFuture<Path> others = fetching.putIfAbsent(key, mine);
		if (others != null) {
			return await(others);
		}
		try {
			Path file = fetch(key);
			mine.complete(file);
			return file;
		} catch (IOException | RuntimeException e) {
			mine.completeExceptionally(e);
			throw e;
		} finally {
			fetching.remove(key, mine);
		}
	}

	private static Path await(CompletableFuture<Path> others) throws IOException {
		try {
			return others.get();
		} catch (ExecutionException e) {
			throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	private Path fetch(String key) throws IOException {
		Path part = cache.begin();
		boolean done = false;
		try {
			requests.instance(key, part);
			Path file = cache.finish(cacheKey(key), part);
			done = true;
			return file;
		} finally {
			if (!done) {
				Files.deleteIfExists(part);
			}
		}
	}
}

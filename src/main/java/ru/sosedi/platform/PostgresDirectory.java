package ru.sosedi.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data directory of the embedded PostgreSQL, held by this process alone until closed.
 * It is never emptied or removed: whatever is wrong with it is said, and left as it is.
 */
final class PostgresDirectory implements AutoCloseable {

	/** What every complete cluster has, none of it empty. */
	private static final List<String> ESSENTIALS = List.of("PG_VERSION", "postgresql.conf", "global/pg_control");

	private final Path path;

	private final FileChannel channel;

	private PostgresDirectory(Path path, FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	/**
	 * @throws StartupRefusal when another process holds the directory or it is not ours
	 * to write
	 */
	static PostgresDirectory hold(Path directory) {
		Path path = directory.toAbsolutePath().normalize();
		requireOwnership(path);
		try {
			FileChannel channel = FileChannel.open(beside(path, ".lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!locked(channel)) {
				channel.close();
				throw new StartupRefusal("startup.directory.inUse", path);
			}
			return new PostgresDirectory(path, channel);
		}
		catch (IOException e) {
			throw new StartupRefusal(e, "startup.directory.denied", path);
		}
	}

	private static boolean locked(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException e) {
			return false;
		}
	}

	// PostgreSQL run by another person over these files would leave some that the owner
	// cannot read any more
	private static void requireOwnership(Path path) {
		try {
			Files.createDirectories(path.getParent());
			Path own = Files.createTempFile(path.getParent(), "owner", null);
			boolean ours = !Files.exists(path) || Files.getOwner(path).equals(Files.getOwner(own));
			Files.delete(own);
			if (!ours) {
				throw new StartupRefusal("startup.directory.foreign", path, Files.getOwner(path).getName());
			}
		}
		catch (IOException e) {
			throw new StartupRefusal(e, "startup.directory.denied", path);
		}
	}

	/** A neighbour of the same name with that ending. */
	static Path beside(Path path, String ending) {
		return path.resolveSibling(path.getFileName() + ending);
	}

	Path path() {
		return this.path;
	}

	/** Whether a database has yet to be made here. */
	boolean isNew() throws IOException {
		if (!Files.exists(this.path)) {
			return true;
		}
		try (Stream<Path> content = Files.list(this.path)) {
			return content.findAny().isEmpty();
		}
	}

	/**
	 * @throws StartupRefusal when the content is half-written or of another PostgreSQL
	 */
	void requireComplete(String version) throws IOException {
		for (String essential : ESSENTIALS) {
			Path file = this.path.resolve(essential);
			if (!Files.isRegularFile(file) || Files.size(file) == 0) {
				throw new StartupRefusal("startup.directory.incomplete", this.path, essential);
			}
		}
		String found = Files.readString(this.path.resolve("PG_VERSION")).strip();
		if (!found.equals(version)) {
			throw new StartupRefusal("startup.directory.version", this.path, found, version);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}

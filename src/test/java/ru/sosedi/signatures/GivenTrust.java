package ru.sosedi.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import ru.sosedi.world.SigningWorld.Keyed;

/** What is trusted, without a database. */
final class GivenTrust implements TrustStore {

	private final List<Anchor> anchors = new ArrayList<>();

	private final Map<UUID, Revoked> lists = new HashMap<>();

	static GivenTrust in(Keyed... authorities) {
		GivenTrust trust = new GivenTrust();
		Arrays.stream(authorities).map(Keyed::certificate).forEach(trust::add);
		return trust;
	}

	GivenTrust add(X509CertificateHolder certificate) {
		this.anchors.add(new Anchor(UUID.randomUUID(), certificate));
		return this;
	}

	/** A list of the authority that was added last. */
	GivenTrust with(byte[] list) {
		try {
			X509CRLHolder crl = new X509CRLHolder(list);
			this.lists.put(this.anchors.getLast().id(), new Revoked(CertificateTime.of(crl.getThisUpdate()),
					CertificateTime.orNull(crl.getNextUpdate()), list));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<Anchor> anchors() {
		return this.anchors;
	}

	@Override
	public List<Revoked> revokedBy(Set<UUID> anchorIds) {
		return anchorIds.stream().filter(this.lists::containsKey).map(this.lists::get).toList();
	}

}

package ru.sosedi.agreements;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.signatures.Check;
import ru.sosedi.signatures.RevocationListService;
import ru.sosedi.signatures.SignatureRefusal;
import ru.sosedi.signatures.TrustedRootService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld.Case;
import ru.sosedi.world.CircuitWorld;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;
import ru.sosedi.world.SigningWorld.Wanted;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Detached signatures of a frozen document: good ones, and every kind of bad one. */
@PortalTest
class DetachedSigningTests {

	private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

	@Autowired
	CircuitWorld circuits;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	DetachedSigning signing;

	@Autowired
	Signatures signatures;

	@Autowired
	FrozenDocuments documents;

	@Autowired
	Agreements agreements;

	@Autowired
	TrustedRootService trust;

	@Autowired
	RevocationListService revocations;

	@Autowired
	Parties parties;

	Case one;

	Keyed authority;

	Keyed director;

	byte[] pdf;

	@BeforeEach
	void frozenAgreementAndTrustedAuthority() {
		this.one = this.circuits.frozen(SigningWay.DETACHED, SigningWay.PAPER);
		this.authority = SigningWorld.authority("УЦ " + UUID.randomUUID(), Kind.GOST_256);
		this.trust.trust(Actor.portal(), this.authority.encoded(), true);
		this.director = signer(this.one.ngo());
		this.pdf = this.documents.pdf(this.documents.alive(this.one.id()).orElseThrow().id());
	}

	private Keyed signer(UUID party) {
		Party of = this.parties.get(party);
		return SigningWorld.signer(this.authority, Kind.GOST_256, of.inn().value(), of.ogrn().value());
	}

	private void sign(byte[] signature) {
		sign(this.one.leader(), file(signature), null);
	}

	private void sign(Actor actor, UploadedFile signature, UploadedFile power) {
		this.signing.sign(actor, this.one.id(), this.one.ngo(), signature, power);
	}

	private static UploadedFile file(byte[] content) {
		return new UploadedFile("document.pdf.sig", content.length, content);
	}

	private void refused(SignatureRefusal why, byte[] signature) {
		assertThatExceptionOfType(SignatureNotAcceptedException.class).isThrownBy(() -> sign(signature))
			.satisfies((refusal) -> assertThat(refusal.verdict().refusal()).isEqualTo(why));
		unchanged(why.messageKey());
	}

	private void unchanged(String key) {
		assertThat(this.signatures.of(this.documents.alive(this.one.id()).orElseThrow().id())).isEmpty();
		assertThat(this.circuits.step(this.one, this.one.ngo()).decision()).isNull();
		assertThat(this.circuits.trail(this.one.id())).endsWith("agreements.signature.made refused " + key);
	}

	@Test
	void aGoodOneIsKeptWithItsVerdict() {
		byte[] power = "<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_8);
		sign(this.one.coordinator(), file(SigningWorld.sign(this.director, this.pdf)),
				new UploadedFile("ON_EMCHD.xml", power.length, power));
		MadeSignature made = this.signatures.of(this.documents.alive(this.one.id()).orElseThrow().id()).getFirst();
		assertThat(made.signerName()).isEqualTo("Кораблёва Вера Павловна");
		assertThat(made.signerPost()).isEqualTo("Директор");
		assertThat(made.authority()).contains("ON_EMCHD.xml");
		assertThat(made.verdict().accepted()).isTrue();
		assertThat(made.verdict().certificate().snils()).isNull();
		assertThat(made.verdict().checks()).filteredOn((check) -> check.kind() == Check.Kind.QUALIFIED_STATUS)
			.allMatch((check) -> check.result() == Check.Result.NOT_CHECKED)
			.isNotEmpty();
		assertThat(this.signatures.file(this.one.leader(), this.one.id(), made.id(), Signatures.Part.POWER).content())
			.isEqualTo(power);
		assertThat(this.signatures.file(this.one.leader(), this.one.id(), made.id(), Signatures.Part.CERTIFICATE)
			.content()).isEqualTo(this.director.encoded());
		assertThat(this.agreements.state(this.one.id())).isEqualTo(AgreementState.PARTLY_SIGNED);
	}

	@Test
	void filesOfSignaturesAreForTheSidesAndKeepers() {
		sign(SigningWorld.sign(this.director, this.pdf));
		UUID made = this.signatures.of(this.documents.alive(this.one.id()).orElseThrow().id()).getFirst().id();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.signatures
			.file(this.accounts.methodologist(), this.one.id(), made, Signatures.Part.CERTIFICATE));
	}

	@Test
	void aDocumentAlteredByOneByteIsAnotherDocument() {
		byte[] altered = this.pdf.clone();
		altered[altered.length / 2] ^= 1;
		refused(SignatureRefusal.OTHER_FILE, SigningWorld.sign(this.director, altered));
	}

	@Test
	void aWrongFileIsNoSignature() {
		refused(SignatureRefusal.NOT_CMS, this.pdf);
		refused(SignatureRefusal.NOT_CMS, "text".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void anotherPartySignsNothing() {
		refused(SignatureRefusal.OTHER_PARTY, SigningWorld.sign(signer(this.one.system()), this.pdf));
	}

	@Test
	void anExpiredAndANotYetValidCertificateAreRefused() {
		Party party = this.parties.get(this.one.ngo());
		Wanted wanted = Wanted.of(SigningWorld.director(party.inn().value(), party.ogrn().value()));
		refused(SignatureRefusal.EXPIRED, SigningWorld.sign(SigningWorld.issue(this.authority, Kind.GOST_256,
				wanted.between(SigningWorld.FROM, NOW.minusSeconds(60))), this.pdf));
		refused(SignatureRefusal.NOT_YET_VALID, SigningWorld.sign(SigningWorld.issue(this.authority, Kind.GOST_256,
				wanted.between(NOW.plusSeconds(60), SigningWorld.UNTIL)), this.pdf));
	}

	@Test
	void aRevokedCertificateIsRefused() {
		this.revocations.load(Actor.portal(), SigningWorld.revocationList(this.authority, NOW.minusSeconds(3600),
				NOW.plusSeconds(3600), NOW.minusSeconds(7200), this.director.certificate()));
		refused(SignatureRefusal.REVOKED, SigningWorld.sign(this.director, this.pdf));
	}

	@Test
	void anUnknownAuthorityIsRefused() {
		Party party = this.parties.get(this.one.ngo());
		Keyed stranger = SigningWorld.authority("УЦ чужой", Kind.GOST_256);
		refused(SignatureRefusal.NOT_TRUSTED, SigningWorld
			.sign(SigningWorld.signer(stranger, Kind.GOST_256, party.inn().value(), party.ogrn().value()), this.pdf));
	}

	@Test
	void swappedTwofoldAttachedAndTruncatedOnesAreRefused() {
		byte[] good = SigningWorld.sign(this.director, this.pdf);
		refused(SignatureRefusal.SEVERAL_SIGNERS,
				SigningWorld.cms(this.pdf, false, NOW, this.director, signer(this.one.ngo())));
		refused(SignatureRefusal.ATTACHED, SigningWorld.cms("other".getBytes(), true, NOW, this.director));
		refused(SignatureRefusal.TRUNCATED_OR_TRAILING, Arrays.copyOf(good, good.length - 10));
		refused(SignatureRefusal.OTHER_FILE, SigningWorld.sign(this.director, "swapped".getBytes()));
		byte[] spoilt = good.clone();
		spoilt[spoilt.length - 1] ^= 1;
		refused(SignatureRefusal.BAD_SIGNATURE, spoilt);
	}

	@Test
	void aLargeFileIsNotEvenRead() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> sign(this.one.leader(), new UploadedFile("a.sig", 100_000_000, null), null));
		unchanged("agreements.detached.heavy");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> sign(this.one.leader(), new UploadedFile("", 0, null), null));
		unchanged("agreements.detached.missing");
	}

	@Test
	void aPowerOfAttorneyIsXmlPdfOrZipByItsContent() {
		byte[] good = SigningWorld.sign(this.director, this.pdf);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> sign(this.one.leader(), file(good), new UploadedFile("power.pdf", 4, "text".getBytes())));
		unchanged("agreements.detached.power.kind");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(
				() -> sign(this.one.leader(), file(good), new UploadedFile("power.pdf", 6L * 1024 * 1024, null)));
		unchanged("agreements.detached.power.heavy");
	}

	@Test
	void foreignPeopleUploadNothing() {
		byte[] good = SigningWorld.sign(this.director, this.pdf);
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> sign(this.one.director(), file(good), null));
		unchanged("agreements.try.not-theirs");
	}

}

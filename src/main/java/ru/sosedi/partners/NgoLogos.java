package ru.sosedi.partners;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.documents.LogoPicture;
import ru.sosedi.shared.RefusedException;

/** Logos of NGOs: drawn anew from what was uploaded. */
@Service
@Transactional(readOnly = true)
public class NgoLogos {

	private static final String LOGO = """
			select n.logo_tag as tag, l.content as png from ngo n join ngo_logo l on l.ngo_id = n.id
			""";

	private final NgoService ngos;

	private final PartnerTrail trail;

	private final JdbcClient jdbc;

	NgoLogos(NgoService ngos, PartnerTrail trail, JdbcClient jdbc) {
		this.ngos = ngos;
		this.trail = trail;
		this.jdbc = jdbc;
	}

	/** Of a listed NGO; empty for all others. */
	public Optional<Logo> ofListed(String slug) {
		return this.jdbc.sql(LOGO + "where n.slug = :slug and n.state = 'LISTED'")
			.param("slug", slug)
			.query(Logo.class)
			.optional();
	}

	/** Of an NGO that the actor keeps. */
	public Optional<Logo> forUpkeep(Actor actor, UUID id) {
		Ngo ngo = this.ngos.forUpkeep(actor, id);
		return this.jdbc.sql(LOGO + "where n.id = :id").param("id", ngo.id()).query(Logo.class).optional();
	}

	/**
	 * @throws RefusedException when the file is no picture
	 */
	@Transactional
	public void wear(Actor actor, UUID id, byte[] file) {
		Ngo ngo = this.ngos.forUpkeep(actor, id);
		byte[] png = LogoPicture.read(file);
		this.jdbc.sql("""
				insert into ngo_logo (ngo_id, content) values (:id, :content)
				on conflict (ngo_id) do update set content = excluded.content
				""").param("id", id).param("content", png).update();
		ngo.show(HexFormat.of().formatHex(LogoPicture.digest(png), 0, 8));
		tell(actor, "partners.ngo.logo.changed", ngo);
	}

	@Transactional
	public void remove(Actor actor, UUID id) {
		Ngo ngo = this.ngos.forUpkeep(actor, id);
		if (ngo.logoTag() != null) {
			ngo.show(null);
			this.jdbc.sql("delete from ngo_logo where ngo_id = :id").param("id", id).update();
			tell(actor, "partners.ngo.logo.removed", ngo);
		}
	}

	private void tell(Actor actor, String action, Ngo ngo) {
		this.trail.tell(actor, action, "Ngo", ngo.id(), ngo.shortName(), Map.of(), Map.of());
	}

}

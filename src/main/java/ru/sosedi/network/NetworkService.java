package ru.sosedi.network;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.documents.LogoPicture;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** Keeps the settings of the network: an administrator's work. */
@Service
@Transactional(readOnly = true)
public class NetworkService {

	private final NetworkRepository networks;

	private final JdbcClient jdbc;

	private final Trail trail;

	private final ApplicationEventPublisher events;

	NetworkService(NetworkRepository networks, JdbcClient jdbc, Trail trail, ApplicationEventPublisher events) {
		this.networks = networks;
		this.jdbc = jdbc;
		this.trail = trail;
		this.events = events;
	}

	/** The settings as they are stored at this moment, for editing. */
	public Network stored() {
		return this.networks.findById(Network.ONLY).orElseThrow(() -> new NotFoundException("network"));
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody saved it in between
	 */
	@Transactional
	public void change(Actor actor, NetworkDetails details, long version) {
		Network network = kept(actor);
		if (network.version() != version) {
			throw new StaleEditException("network");
		}
		NetworkDetails before = network.details();
		if (!before.equals(details)) {
			network.change(details);
			tell(actor, "network.settings.changed", before.fields(), details.fields());
		}
	}

	/**
	 * Takes a picture (PNG, JPEG or WebP, judged by its content) as the logo, drawn anew
	 * as a PNG of at most 512 px.
	 * @throws RefusedException at {@code logo} when it is not such a picture
	 */
	@Transactional
	public void wearLogo(Actor actor, byte[] file) {
		Network network = kept(actor);
		byte[] png = LogoPicture.read(file);
		String tag = HexFormat.of().formatHex(LogoPicture.digest(png), 0, 16);
		this.jdbc.sql("""
				insert into network_logo (id, content) values (?, ?)
				on conflict (id) do update set content = excluded.content
				""").param(Network.ONLY).param(png).update();
		Map<String, String> before = logo(network);
		network.wearLogo(tag);
		tell(actor, "network.logo.changed", before, logo(network));
	}

	/** Does nothing when there is none. */
	@Transactional
	public void removeLogo(Actor actor) {
		Network network = kept(actor);
		if (network.hasLogo()) {
			Map<String, String> before = logo(network);
			this.jdbc.sql("delete from network_logo where id = ?").param(Network.ONLY).update();
			network.wearLogo(null);
			tell(actor, "network.logo.removed", before, Map.of());
		}
	}

	/** The logo as PNG. */
	public Optional<byte[]> logo() {
		return this.jdbc.sql("select content from network_logo where id = ?")
			.param(Network.ONLY)
			.query(byte[].class)
			.optional();
	}

	/** From now on every page says that the data are invented. */
	@Transactional
	public void becomeDemonstration(Actor actor) {
		kept(actor).becomeDemonstration();
		tell(actor, "network.settings.changed", Map.of(), Map.of("demonstration", "true"));
	}

	private void tell(Actor actor, String action, Map<String, String> before, Map<String, String> after) {
		this.trail.tell(actor, action, Network.class, Network.ONLY, stored().name(), before, after);
		this.events.publishEvent(new Network.Changed());
	}

	private static Map<String, String> logo(Network network) {
		return network.hasLogo() ? Map.of("logo", network.logoTag()) : Map.of();
	}

	private Network kept(Actor actor) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("settings for " + actor.accountId());
		}
		return stored();
	}

}

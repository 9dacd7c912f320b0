package ru.sosedi.programme;

import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.StaleEditException;

/** Rules of the programme that each network sets for itself. */
@Service
@Transactional(readOnly = true)
public class ProgrammeSettings {

	private static final String AGREEMENT_RULE = "agreementRule";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher publisher;

	ProgrammeSettings(JdbcClient jdbc, ApplicationEventPublisher publisher) {
		this.jdbc = jdbc;
		this.publisher = publisher;
	}

	/** The rules as they are kept. */
	public record Stored(AgreementRule agreementRule, long version) {

	}

	public Stored stored() {
		return this.jdbc.sql("select agreement_rule, version from programme_setting where id = 1")
			.query(Stored.class)
			.single();
	}

	public AgreementRule agreementRule() {
		return stored().agreementRule();
	}

	/**
	 * @param version the version that the form was opened with
	 * @throws NotFoundException unless the actor is an administrator
	 * @throws StaleEditException when somebody saved the rules since
	 */
	@Transactional
	public void change(Actor actor, AgreementRule rule, long version) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("settings of the programme");
		}
		Stored before = stored();
		int changed = this.jdbc.sql("""
				update programme_setting set agreement_rule = :rule, version = version + 1
				where id = 1 and version = :version
				""").param("rule", rule.name()).param("version", version).update();
		if (changed == 0) {
			throw new StaleEditException("settings of the programme");
		}
		this.publisher.publishEvent(
				new Audited(actor.accountId(), actor.name(), "programme.settings.changed", "ProgrammeSettings", "1", "",
						Map.of(AGREEMENT_RULE, before.agreementRule().name()), Map.of(AGREEMENT_RULE, rule.name())));
	}

}

package ru.sosedi.world;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementTerms;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.agreements.Prolongation;
import ru.sosedi.ledger.FactDetails;

/** Agreements with promises and days of their own. */
@Component
public class LedgerWorld {

	private final AgreementsWorld agreements;

	private final NetworkWorld network;

	private final JdbcClient jdbc;

	LedgerWorld(AgreementsWorld agreements, NetworkWorld network, JdbcClient jdbc) {
		this.agreements = agreements;
		this.network = network;
		this.jdbc = jdbc;
	}

	/**
	 * In force between these days: 4 events a quarter and 12 consultations a year,
	 * promised by the NGO to the library system.
	 * @param last {@code null} for no end
	 */
	public AgreementsWorld.Case between(LocalDate first, LocalDate last) {
		return this.agreements.signed(draft(first, last), first);
	}

	/** A draft with these days, to be promised in and then signed on its first day. */
	public AgreementsWorld.Case draft(LocalDate first, LocalDate last) {
		return this.agreements.draft(this.agreements.template(AgreementKind.PARTNERSHIP),
				new AgreementTerms("г. Зареченск", first, last, Prolongation.NONE, null, AgreementTerms.USUAL_NOTICE,
						false, Set.of(this.network.zarechenskCentre().id()), null));
	}

	/** The promise of that kind. */
	public UUID promise(AgreementsWorld.Case one, CommitmentKind kind) {
		return this.jdbc.sql("select id from commitment where agreement_id = ? and kind = ?")
			.params(one.id(), kind.name())
			.query(UUID.class)
			.single();
	}

	/** One of something done that day, with a link as its evidence. */
	public static FactDetails done(LocalDate day, String amount) {
		return new FactDetails(new BigDecimal(amount), day, null, "Провели для соседей",
				"https://ngo.zarechensk.example/1");
	}

}

package ru.sosedi.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.Ogrn;

/** NGOs and library systems alike, as parties of agreements. */
@Service
@Transactional(readOnly = true)
public class Parties {

	/** Columns of {@code party}: id, kind, names and requisites. */
	static final String PARTY = """
			(select n.id, 'NGO' as kind, coalesce(n.full_name, n.short_name) as full_name, n.short_name,
				n.inn, n.kpp, n.ogrn, n.address, n.bank_details, n.phone, n.email
			from ngo n
			union all
			select s.id, 'LIBRARY_SYSTEM', s.name, s.short_name,
				s.inn, s.kpp, s.ogrn, s.address, null, s.phone, s.email
			from library_system s) as party
			""";

	private final JdbcClient jdbc;

	Parties(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<Party> find(UUID id) {
		return this.jdbc.sql("select * from " + PARTY + "where id = :id")
			.param("id", id)
			.query(Parties::row)
			.optional();
	}

	/**
	 * @throws NotFoundException when there is no such NGO or library system
	 */
	public Party get(UUID id) {
		return find(id).orElseThrow(() -> new NotFoundException("party " + id));
	}

	/** By id; ids that name no party are left out. */
	public Map<UUID, Party> withIds(Collection<UUID> ids) {
		return this.jdbc.sql("select * from " + PARTY + "where id = any(:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.query(Parties::row)
			.list()
			.stream()
			.collect(Collectors.toMap(Party::id, Function.identity()));
	}

	/**
	 * Parties whose names hold all the words, or whose INN begins with the text, by name.
	 */
	public List<Party> find(String text, int limit) {
		return this.jdbc.sql("select * from " + PARTY + """
				where (short_name || ' ' || full_name) ilike all(:words) or inn like :inn
				order by short_name, id
				limit :limit
				""")
			.param("words", SearchWords.patterns(text))
			.param("inn", SearchWords.innPattern(text))
			.param("limit", limit)
			.query(Parties::row)
			.list();
	}

	/** Message keys of what the card lacks to be a party; empty for a complete one. */
	public List<String> missing(Party party) {
		List<String> missing = new ArrayList<>();
		if (party.inn() == null) {
			missing.add("partners.party.missing.inn");
		}
		if (party.ogrn() == null) {
			missing.add("partners.party.missing.ogrn");
		}
		if (party.address() == null) {
			missing.add("partners.party.missing.address");
		}
		return missing;
	}

	private static Party row(ResultSet row, int number) throws SQLException {
		String inn = row.getString("inn");
		String kpp = row.getString("kpp");
		String ogrn = row.getString("ogrn");
		return new Party(row.getObject("id", UUID.class), PartyKind.valueOf(row.getString("kind")),
				row.getString("full_name"), row.getString("short_name"), (inn != null) ? new Inn(inn) : null,
				(kpp != null) ? new Kpp(kpp) : null, (ogrn != null) ? new Ogrn(ogrn) : null, row.getString("address"),
				row.getString("bank_details"), row.getString("phone"), row.getString("email"));
	}

}

package ru.sosedi.agreements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Frozen documents, for reading. Who may read is asked before. */
@Service
@Transactional(readOnly = true)
public class FrozenDocuments {

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Versions versions;

	private final JsonMapper json;

	FrozenDocuments(JdbcClient jdbc, Versions versions, JsonMapper json) {
		this.jdbc = jdbc;
		this.versions = versions;
		this.json = json;
	}

	/** The one that is signed, or is to be. */
	public Optional<FrozenDocument> alive(UUID agreementId) {
		return this.jdbc
			.sql("select " + FrozenDocument.COLUMNS
					+ " from frozen_document d where d.agreement_id = ? and d.superseded_at is null")
			.param(agreementId)
			.query((row, _) -> FrozenDocument.of(row))
			.optional();
	}

	/** With those that were put aside, newest first; at most 50. */
	public List<FrozenDocument> of(UUID agreementId) {
		return this.jdbc
			.sql("select " + FrozenDocument.COLUMNS
					+ " from frozen_document d where d.agreement_id = ? order by d.frozen_at desc limit " + MOST)
			.param(agreementId)
			.query((row, _) -> FrozenDocument.of(row))
			.list();
	}

	/** The bytes, as they were signed. */
	public byte[] pdf(UUID documentId) {
		return this.jdbc.sql("select pdf from frozen_document where id = ?")
			.param(documentId)
			.query(byte[].class)
			.single();
	}

	/** The text that stands in it, clause by clause. */
	public AgreementText text(FrozenDocument document) {
		return AgreementText.of(this.versions.clauses(document.versionId()), values(document.id()));
	}

	/** What its fields were filled with. */
	Map<String, String> values(UUID documentId) {
		return this.jdbc.sql("select field_values from frozen_document where id = ?")
			.param(documentId)
			.query((row, _) -> this.json.readValue(row.getString(1), new TypeReference<TreeMap<String, String>>() {
			}))
			.single();
	}

}

package ru.sosedi.partners;

import java.util.List;

/**
 * There are NGOs with similar names, and nobody has said yet that this is another one.
 * Nothing was changed.
 */
public class SimilarNgosException extends RuntimeException {

	private final transient List<SimilarNgo> similar;

	SimilarNgosException(List<SimilarNgo> similar) {
		super(similar.size() + " NGOs with similar names");
		this.similar = similar;
	}

	/** Never empty. */
	public List<SimilarNgo> similar() {
		return this.similar;
	}

}

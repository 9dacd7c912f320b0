package ru.sosedi.signatures;

/**
 * Looks over the outer shape of an ASN.1 message (X.690) before anything is made of it:
 * whether it is there to its end, whether something follows, and whether it is nested
 * deeper than any real one. Costs one pass and no memory, whatever is sent.
 */
final class Ber {

	/** What a file turned out to be. */
	enum Shape {

		COMPLETE, CUT_SHORT, TRAILING, TOO_DEEP, NONE

	}

	private static final int DEEPEST = 64;

	private static final int CONSTRUCTED = 0x20;

	private final byte[] bytes;

	private final int[] ends = new int[DEEPEST];

	private final boolean[] open = new boolean[DEEPEST];

	private int depth;

	private int at;

	private Ber(byte[] bytes) {
		this.bytes = bytes;
	}

	static Shape of(byte[] bytes) {
		return new Ber(bytes).look();
	}

	private Shape look() {
		do {
			Shape fault = (isEndOfOpen()) ? close() : element();
			if (fault != null) {
				return fault;
			}
			while (this.depth > 0 && !this.open[this.depth - 1] && this.at == this.ends[this.depth - 1]) {
				this.depth--;
			}
		}
		while (this.depth > 0);
		return (this.at == this.bytes.length) ? Shape.COMPLETE : Shape.TRAILING;
	}

	private int end() {
		return (this.depth == 0) ? this.bytes.length : this.ends[this.depth - 1];
	}

	private boolean isEndOfOpen() {
		return this.depth > 0 && this.open[this.depth - 1] && this.at + 1 < end() && this.bytes[this.at] == 0
				&& this.bytes[this.at + 1] == 0;
	}

	private Shape close() {
		this.at += 2;
		this.depth--;
		return null;
	}

	private Shape element() {
		if (this.at >= end()) {
			return Shape.CUT_SHORT;
		}
		int tag = this.bytes[this.at++];
		if ((tag & 0x1f) == 0x1f) {
			while (this.at < end() && this.bytes[this.at] < 0) {
				this.at++;
			}
			this.at++;
		}
		if (this.at >= end()) {
			return Shape.CUT_SHORT;
		}
		int first = this.bytes[this.at++] & 0xff;
		boolean constructed = (tag & CONSTRUCTED) != 0;
		if (first == 0x80) {
			return constructed ? enter(end(), true) : Shape.NONE;
		}
		long length = length(first);
		if (length < 0) {
			return Shape.NONE;
		}
		if (length > end() - this.at) {
			return Shape.CUT_SHORT;
		}
		if (constructed) {
			return enter(this.at + (int) length, false);
		}
		this.at += (int) length;
		return null;
	}

	private Shape enter(int end, boolean withoutLength) {
		if (this.depth == DEEPEST) {
			return Shape.TOO_DEEP;
		}
		this.ends[this.depth] = end;
		this.open[this.depth] = withoutLength;
		this.depth++;
		return null;
	}

	// negative: none that a file can have
	private long length(int first) {
		if (first < 0x80) {
			return first;
		}
		int octets = first & 0x7f;
		if (octets > 4) {
			return -1;
		}
		long length = 0;
		for (int i = 0; i < octets; i++) {
			if (this.at >= end()) {
				return Integer.MAX_VALUE;
			}
			length = (length << 8) | (this.bytes[this.at++] & 0xff);
		}
		return length;
	}

}

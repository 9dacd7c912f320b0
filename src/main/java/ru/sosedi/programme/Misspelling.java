package ru.sosedi.programme;

/**
 * How far a typed word is from a real one, in slips of the finger: a letter too many, one
 * missing, a wrong one, two that changed places.
 */
final class Misspelling {

	private static final int SHORT = 4;

	private static final int MIDDLING = 8;

	private Misspelling() {
	}

	/** Whether so many slips are believable in a word of this length. */
	static boolean isLikely(String typed, String word) {
		int most = (typed.length() <= SHORT) ? 1 : (typed.length() <= MIDDLING) ? 2 : 3;
		return distance(typed, word) <= most;
	}

	/** The optimal string alignment distance of two short words. */
	static int distance(String typed, String word) {
		int[][] slips = new int[typed.length() + 1][word.length() + 1];
		for (int i = 0; i <= typed.length(); i++) {
			for (int j = 0; j <= word.length(); j++) {
				slips[i][j] = (i == 0 || j == 0) ? i + j : fewest(slips, typed, word, i, j);
			}
		}
		return slips[typed.length()][word.length()];
	}

	private static int fewest(int[][] slips, String typed, String word, int i, int j) {
		int wrong = (typed.charAt(i - 1) == word.charAt(j - 1)) ? 0 : 1;
		int fewest = Math.min(slips[i - 1][j - 1] + wrong, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
		boolean swapped = i > 1 && j > 1 && typed.charAt(i - 1) == word.charAt(j - 2)
				&& typed.charAt(i - 2) == word.charAt(j - 1);
		return swapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
	}

}

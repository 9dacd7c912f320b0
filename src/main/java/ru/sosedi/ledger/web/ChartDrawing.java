package ru.sosedi.ledger.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ru.sosedi.ledger.LedgerChart;

/**
 * Where the parts of a chart stand: bars of what was done, a line of steps for what was
 * promised; units of its {@code viewBox}.
 *
 * @param line the points of the line
 * @param marks of the axis of amounts
 */
record ChartDrawing(List<Bar> bars, String line, List<Mark> marks) {

	static final int WIDTH = 360;

	static final int HEIGHT = 200;

	private static final int LEFT = 40;

	private static final int RIGHT = 352;

	private static final int TOP = 12;

	private static final int BOTTOM = 172;

	private static final double WIDE = 0.7;

	private static final int MOST_LABELS = 4;

	/**
	 * @param label whether the step is named below
	 */
	record Bar(String x, String y, String width, String height, String middle, boolean label, LedgerChart.Step step) {

	}

	record Mark(String y, BigDecimal amount) {

	}

	/** Of a chart with at least one step. */
	static ChartDrawing of(LedgerChart.Chart chart) {
		BigDecimal top = top(chart.top());
		double step = (double) (RIGHT - LEFT) / chart.steps().size();
		int every = (chart.steps().size() + MOST_LABELS - 1) / MOST_LABELS;
		List<Bar> bars = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < chart.steps().size(); i++) {
			LedgerChart.Step one = chart.steps().get(i);
			double x = LEFT + i * step;
			double y = y(one.done(), top);
			bars.add(new Bar(number(x + step * (1 - WIDE) / 2), number(y), number(step * WIDE), number(BOTTOM - y),
					number(x + step / 2), i % every == 0, one));
			String level = number(y(one.promised(), top));
			line.append("%s,%s %s,%s ".formatted(number(x), level, number(x + step), level));
		}
		return new ChartDrawing(bars, line.toString().strip(), List.of(new Mark(number(BOTTOM), BigDecimal.ZERO),
				new Mark(number((BOTTOM + TOP) / 2.0), top.divide(BigDecimal.TWO)), new Mark(number(TOP), top)));
	}

	// an even number, so that its half is one to read
	private static BigDecimal top(BigDecimal most) {
		return most.divide(BigDecimal.TWO, 0, RoundingMode.CEILING).max(BigDecimal.ONE).multiply(BigDecimal.TWO);
	}

	private static double y(BigDecimal amount, BigDecimal top) {
		return BOTTOM - amount.doubleValue() / top.doubleValue() * (BOTTOM - TOP);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}

package ru.sosedi.notifications;

/**
 * A letter could not be written: nobody writes its kind, or its writer failed. The
 * message names the fault and its place in the code, and repeats nothing that the
 * writer's own exceptions say: they may hold what a person typed.
 */
public class LetterUnwritableException extends RuntimeException {

	LetterUnwritableException(String kind) {
		super("nobody writes letters of the kind " + kind);
	}

	LetterUnwritableException(String kind, RuntimeException fault) {
		super("the writer of " + kind + " failed: " + describe(fault));
	}

	// no cause is handed on: whoever logs this exception would log the texts of its
	// causes
	private static String describe(Throwable fault) {
		StringBuilder said = new StringBuilder(fault.getClass().getSimpleName());
		Throwable deepest = fault;
		while (deepest.getCause() != null && deepest.getCause() != deepest) {
			deepest = deepest.getCause();
			said.append(" < ").append(deepest.getClass().getSimpleName());
		}
		for (StackTraceElement frame : deepest.getStackTrace()) {
			if (frame.getClassName().startsWith("ru.sosedi.")) {
				return said.append(" at ").append(frame).toString();
			}
		}
		return said.toString();
	}

}

package org.sopan.launch;

/** A reason not to start, as the one line an operator reads. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String line) {
        super(line);
    }

    String line() {
        String message = getMessage();
        return message == null ? "unknown reason" : message;
    }
}

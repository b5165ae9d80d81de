package org.sopan.spi.question;

/** A response that cannot be an answer to its item; the code says why, such as {@code unknown-choice}. */
public final class RefusedResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    public RefusedResponse(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}

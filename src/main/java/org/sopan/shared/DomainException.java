package org.sopan.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the rules refuse, with a stable code that becomes the problem's {@code type} (RFC 9457) and finds its words
 * in the reader's language. Unchecked, so that a transaction it leaves is rolled back.
 */
public sealed class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Map<String, Object> details;

    private DomainException(String code, Map<String, Object> details) {
        super(code);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public String code() {
        return code;
    }

    /** Further members of the problem, such as what was kept instead. */
    public Map<String, Object> details() {
        return details;
    }

    /** What is asked for does not exist, or not for this caller: 404. */
    public static final class NotFound extends DomainException {
        private static final long serialVersionUID = 1L;

        public NotFound(String code) {
            super(code, Map.of());
        }
    }

    /** The caller's role may never do this: 403. */
    public static final class Forbidden extends DomainException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String code) {
            super(code, Map.of());
        }
    }

    /** A lost race or a wrong state: 409. */
    public static final class Conflict extends DomainException {
        private static final long serialVersionUID = 1L;

        public Conflict(String code) {
            super(code, Map.of());
        }

        public Conflict(String code, Map<String, Object> details) {
            super(code, details);
        }
    }

    /** A link that was used or has expired: 410. */
    public static final class Gone extends DomainException {
        private static final long serialVersionUID = 1L;

        public Gone(String code) {
            super(code, Map.of());
        }
    }

    /** Who is calling is unknown: 401. */
    public static final class Unauthenticated extends DomainException {
        private static final long serialVersionUID = 1L;

        public Unauthenticated(String code) {
            super(code, Map.of());
        }
    }

    /** Too many tries: 429, to be tried again after some seconds. */
    public static final class TooMany extends DomainException {
        private static final long serialVersionUID = 1L;

        public TooMany(String code, long retryAfterSeconds) {
            super(code, Map.of("retryAfter", retryAfterSeconds));
        }
    }

    /** Something we stand on is away for a while: 503, to be tried again after some seconds. */
    public static final class Unavailable extends DomainException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String code, long retryAfterSeconds) {
            super(code, Map.of("retryAfter", retryAfterSeconds));
        }
    }

    /** Well-formed but refused: 422, or 400 where the input itself could not be read. */
    public static final class Invalid extends DomainException {
        private static final long serialVersionUID = 1L;
        private final boolean malformed;
        private final transient List<FieldError> errors;

        private Invalid(String code, List<FieldError> errors, boolean malformed) {
            super(code, Map.of());
            this.errors = List.copyOf(errors);
            this.malformed = malformed;
        }

        public static Invalid refused(String code, FieldError... errors) {
            return new Invalid(code, List.of(errors), false);
        }

        public static Invalid malformed(String code, FieldError... errors) {
            return new Invalid(code, List.of(errors), true);
        }

        public boolean isMalformed() {
            return malformed;
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** One field that is wrong; the code finds its message in the reader's language. */
    public record FieldError(String field, String code, @Nullable String message) {
        public FieldError(String field, String code) {
            this(field, code, null);
        }
    }
}

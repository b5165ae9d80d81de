package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;

/** One mapper family: whatever goes wrong becomes a problem document, and nothing internal gets out. */
public final class ProblemMappers {
    /** Two did the same at once, and the database let one through: SQL state of PostgreSQL and H2. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class.getName());

    private ProblemMappers() {}

    /** Anything at all; the more telling cause inside counts. */
    @Provider
    @Priority(1)
    public static class Everything implements ExceptionMapper<Throwable> {
        private final Problems problems;
        private final RequestId id;

        @Inject
        Everything(Problems problems, RequestId id) {
            this.problems = problems;
            this.id = id;
        }

        @Override
        public Response toResponse(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                Response known = known(cause);
                if (known != null) {
                    return known;
                }
            }
            LOG.log(Level.SEVERE, failure, () -> "incident " + id.value());
            return problems.of(500, "incident");
        }

        private @org.jspecify.annotations.Nullable Response known(Throwable cause) {
            if (cause instanceof DomainException domain) {
                return problems.of(domain);
            }
            if (cause instanceof ConstraintViolationException invalid) {
                return problems.of(400, "invalid-input", fields(invalid), Map.of());
            }
            if (cause instanceof WebApplicationException web && !(cause.getCause() instanceof DomainException)) {
                return web(web);
            }
            if (cause instanceof Upload.TooLarge) {
                return problems.of(413, "too-large");
            }
            if (cause instanceof OptimisticLockException
                    || (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()))) {
                return problems.of(409, "changed-meanwhile");
            }
            if (cause instanceof LockTimeoutException
                    || cause instanceof PessimisticLockException
                    || cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql && isAway(sql))) {
                return problems.of(503, "database-away", List.of(), Map.of("retryAfter", 2L));
            }
            if (cause instanceof JsonbException || cause instanceof JsonException) {
                return problems.of(400, "malformed-json");
            }
            if (cause instanceof ProcessingException && cause.getCause() == null) {
                return problems.of(400, "malformed-json");
            }
            return null;
        }

        private Response web(WebApplicationException web) {
            int status = web.getResponse().getStatus();
            Response problem = problems.of(status, "http-" + status);
            String allow = web.getResponse().getHeaderString("Allow");
            return allow == null
                    ? problem
                    : Response.fromResponse(problem).header("Allow", allow).build();
        }

        /** SQL states of a connection gone (08), a deadlock (40), a server shutting down (57P), too many connections (53). */
        private static boolean isAway(SQLException failure) {
            String state = failure.getSQLState();
            String message = failure.getMessage();
            return (state != null
                            && (state.startsWith("08")
                                    || state.startsWith("40")
                                    || state.startsWith("57P")
                                    || state.startsWith("53")
                                    || state.equals("90098")
                                    || state.equals("90121")
                                    || state.equals("HYT00")
                                    || state.equals("55P03")))
                    || (message != null && message.contains("Connection could not be allocated"));
        }

        private static List<FieldError> fields(ConstraintViolationException invalid) {
            return invalid.getConstraintViolations().stream()
                    .map(violation -> new FieldError(field(violation), code(violation)))
                    .toList();
        }

        private static String field(ConstraintViolation<?> violation) {
            return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                    .skip(2)
                    .map(Object::toString)
                    .reduce((a, b) -> a + "." + b)
                    .orElse("body");
        }

        private static String code(ConstraintViolation<?> violation) {
            return switch (violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName()) {
                case "NotNull", "NotBlank", "NotEmpty" -> "missing";
                case "Size" -> "size";
                case "Email" -> "email";
                default -> "invalid";
            };
        }
    }

    /** What JAX-RS would otherwise map by itself, with a page of HTML. */
    @Provider
    @Priority(1)
    public static class Web implements ExceptionMapper<WebApplicationException> {
        private final Everything everything;

        @Inject
        Web(Problems problems, RequestId id) {
            everything = new Everything(problems, id);
        }

        @Override
        public Response toResponse(WebApplicationException failure) {
            return everything.toResponse(failure);
        }
    }

    /** Bean Validation's, which Jersey maps by itself. */
    @Provider
    @Priority(1)
    public static class Validation implements ExceptionMapper<ConstraintViolationException> {
        private final Everything everything;

        @Inject
        Validation(Problems problems, RequestId id) {
            everything = new Everything(problems, id);
        }

        @Override
        public Response toResponse(ConstraintViolationException failure) {
            return everything.toResponse(failure);
        }
    }

    /** A failure at commit: a lost race, unless its cause says more. */
    @Provider
    @Priority(1)
    public static class AtCommit implements ExceptionMapper<TransactionalException> {
        private final Everything everything;
        private final Problems problems;

        @Inject
        AtCommit(Problems problems, RequestId id) {
            this.problems = problems;
            everything = new Everything(problems, id);
        }

        @Override
        public Response toResponse(TransactionalException failure) {
            boolean lost = failure.getCause() instanceof RollbackException rollback && rollback.getCause() == null;
            return lost ? problems.of(409, "changed-meanwhile") : everything.toResponse(failure);
        }
    }
}

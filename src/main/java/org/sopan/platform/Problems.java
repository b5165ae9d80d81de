package org.sopan.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;

/** Writes a problem document (RFC 9457) in the reader's language; {@code instance} is the request's id in the log. */
@RequestScoped
public class Problems {
    private static final String MEDIA_TYPE = "application/problem+json;charset=UTF-8";
    private final RequestLanguage language;
    private final RequestId id;

    @Inject
    public Problems(RequestLanguage language, RequestId id) {
        this.language = language;
        this.id = id;
    }

    protected Problems() {
        this(new RequestLanguage(), new RequestId());
    }

    public Response of(int status, String code) {
        return of(status, code, List.of(), Map.of());
    }

    public Response of(int status, String code, List<FieldError> errors, Map<String, Object> details) {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "urn:sopan:problem:" + code)
                .add("title", Words.of(language.language(), "status." + status, "status.500"))
                .add("status", status)
                .add("detail", Words.of(language.language(), "problem." + code, "status." + status))
                .add("instance", id.value());
        if (!errors.isEmpty()) {
            problem.add("errors", errors(errors));
        }
        details.forEach((name, value) -> problem.add(name, json(value)));
        Response.ResponseBuilder response = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.build().toString());
        if (details.get("retryAfter") instanceof Long seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return response.build();
    }

    public Response of(DomainException failure) {
        int status = status(failure);
        List<FieldError> errors = failure instanceof DomainException.Invalid invalid ? invalid.errors() : List.of();
        return of(status, failure.code(), errors, failure.details());
    }

    /** The HTTP status of a refusal. */
    public static int status(DomainException failure) {
        if (failure instanceof DomainException.Invalid invalid) {
            return invalid.isMalformed() ? 400 : 422;
        }
        if (failure instanceof DomainException.Unauthenticated) {
            return 401;
        }
        if (failure instanceof DomainException.Forbidden) {
            return 403;
        }
        if (failure instanceof DomainException.NotFound) {
            return 404;
        }
        if (failure instanceof DomainException.Conflict) {
            return 409;
        }
        if (failure instanceof DomainException.Gone) {
            return 410;
        }
        return failure instanceof DomainException.TooMany ? 429 : 503;
    }

    private JsonArrayBuilder errors(List<FieldError> errors) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (FieldError error : errors) {
            String message = error.message();
            array.add(Json.createObjectBuilder()
                    .add("field", error.field())
                    .add("code", error.code())
                    .add(
                            "message",
                            message == null
                                    ? Words.of(language.language(), "field." + error.code(), "field.invalid")
                                    : message));
        }
        return array;
    }

    private static JsonValue json(Object value) {
        if (value instanceof JsonValue already) {
            return already;
        }
        if (value instanceof Number number) {
            return Json.createValue(number.longValue());
        }
        return Json.createValue(value.toString());
    }
}

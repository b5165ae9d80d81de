package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Logger;

/** One JSON line per request. Neither query nor body is written, both may be personal; nor is a token in the path. */
@Provider
@Priority(1)
public class RequestLog implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger("org.sopan.request");
    private final RequestId id;
    private final Caller caller;

    @Inject
    RequestLog(RequestId id, Caller caller) {
        this.id = id;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Request-Id", id.value());
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("id", id.value())
                .add("method", request.getMethod())
                .add("path", path(request.getUriInfo()))
                .add("status", response.getStatus())
                .add("ms", id.elapsed() / 1_000 / 1_000.0);
        caller.identified().ifPresent(who -> line.add("person", who.person().toString()));
        LOG.info(() -> line.build().toString());
    }

    private static String path(UriInfo address) {
        String path = address.getRequestUri().getPath();
        String token = address.getPathParameters().getFirst("token");
        return token == null || token.isEmpty() ? path : path.replace(token, "-");
    }
}

package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * A changing call is answered only when what it, or an earlier call it repeats, committed is on disk. A refusal needs
 * no such promise.
 */
@Provider
@Priority(Priorities.USER)
public class DurableFilter implements ContainerResponseFilter {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");
    private final Durability durability;

    @Inject
    DurableFilter(Durability durability) {
        this.durability = durability;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (CHANGING.contains(request.getMethod()) && response.getStatus() < 400) {
            durability.await();
        }
    }
}

package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException;

/**
 * Lets a call through when it carries a good token of someone with a role that the endpoint names. A header counts
 * before a cookie; a changing call that came with the cookie must say that a page of ours sent it. A call made for
 * somebody else than the token's owner is not let through.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** Names the person for whom a call is made, where the client knows. */
    private static final String FOR = "X-Sopan-Person";

    private final Tokens tokens;
    private final Caller caller;
    private final SessionCookie cookie;
    private final RequestLanguage language;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo endpoint;

    @Inject
    AccessFilter(Tokens tokens, Caller caller, SessionCookie cookie, RequestLanguage language) {
        this.tokens = tokens;
        this.caller = caller;
        this.cookie = cookie;
        this.language = language;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = endpoint.getResourceMethod();
        if (method == null || method.isAnnotationPresent(Public.class)) {
            return;
        }
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null) {
            throw new DomainException.Forbidden("forbidden");
        }
        String token = token(request);
        Identified who =
                tokens.identify(token).orElseThrow(() -> new DomainException.Unauthenticated("sign-in-needed"));
        mustBeMeant(who, request.getHeaderString(FOR));
        caller.become(who, token);
        language.persons(who.language());
        boolean allowed =
                requires.value().length == 0 || Arrays.stream(requires.value()).anyMatch(who.roles()::contains);
        if (!allowed) {
            throw new DomainException.Forbidden("forbidden");
        }
    }

    /** A page says whose it is: in another tab someone else may have signed in, who sends nothing of hers. */
    private static void mustBeMeant(Identified who, @Nullable String meant) {
        boolean isMeant = meant == null
                || meant.equals(who.person().toString())
                || who.aliases().stream().anyMatch(joined -> meant.equals(joined.toString()));
        if (!isMeant) {
            throw new DomainException.Unauthenticated("sign-in-needed");
        }
    }

    private String token(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return bearer(header);
        }
        Cookie sent = request.getCookies().get(cookie.name());
        if (sent == null) {
            throw new DomainException.Unauthenticated("sign-in-needed");
        }
        if (!READING.contains(request.getMethod()) && !"sopan".equals(request.getHeaderString("X-Requested-With"))) {
            throw new DomainException.Forbidden("x-requested-with-needed");
        }
        return sent.getValue();
    }

    private static String bearer(@Nullable String header) {
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        throw new DomainException.Unauthenticated("sign-in-needed");
    }
}

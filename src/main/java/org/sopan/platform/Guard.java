package org.sopan.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Security headers on everything. Pages and scripts are asked for again each time, so that a new version never mixes
 * with an old one. The description of the interface is answered from memory. Metrics and the details of health are for loopback and administrators.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Guard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    private final transient Clients clients;
    private final transient Tokens tokens;
    private final transient SessionCookie cookie;
    private final transient Description description;

    @Inject
    public Guard(Clients clients, Tokens tokens, SessionCookie cookie, Description description) {
        this.clients = clients;
        this.tokens = tokens;
        this.cookie = cookie;
        this.description = description;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", POLICY);
        String path = path(request);
        if (!path.startsWith("/api/")) {
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (path.equals("/openapi")) {
            description.writeTo(response);
            return;
        }
        boolean metrics = path.startsWith("/metrics");
        boolean health = path.startsWith("/health");
        if ((!metrics && !health) || maySee(request)) {
            chain.doFilter(request, response);
        } else if (metrics) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            withoutDetails(request, response, chain);
        }
    }

    /** Decoded and without dots, as the servlets are chosen by it: {@code /%6Detrics} is {@code /metrics}. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private boolean maySee(HttpServletRequest request) {
        if (clients.isLocal(request)) {
            return true;
        }
        String header = request.getHeader("Authorization");
        String token = header != null && header.startsWith("Bearer ") ? header.substring(7) : fromCookie(request);
        return tokens.identify(token)
                .filter(who -> who.roles().contains(Role.ADMINISTRATOR))
                .isPresent();
    }

    private String fromCookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var sent : request.getCookies()) {
                if (sent.getName().equals(cookie.name())) {
                    return sent.getValue();
                }
            }
        }
        return "";
    }

    /** The status alone: a load balancer learns what it must, a stranger nothing else. */
    private static void withoutDetails(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        StatusOnly silent = new StatusOnly(response);
        chain.doFilter(request, silent);
        response.setContentType("application/json");
        response.getWriter().write(silent.getStatus() == 200 ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}

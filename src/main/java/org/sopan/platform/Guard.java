package org.sopan.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Security headers on everything. What says nothing else is asked for again each time. The description of the interface is answered from memory. Metrics and the details of health are for loopback and administrators.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Guard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    /** The page that verifies a certificate is one document with its looks inside. */
    private static final String POLICY_OF_VERIFICATION = POLICY + "; style-src 'self' 'unsafe-inline'";

    /** What is never a page or a worker of its own, so that a policy on it says nothing; a first visit fetches forty. */
    private static final Pattern PART_OF_PAGE = Pattern.compile("/(app|webjars)/.*\\.(js|css|json)");

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
        String path = path(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!PART_OF_PAGE.matcher(path).matches()) {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Content-Security-Policy", path.startsWith("/verify") ? POLICY_OF_VERIFICATION : POLICY);
        }
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

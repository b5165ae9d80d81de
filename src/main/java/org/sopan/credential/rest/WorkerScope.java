package org.sopan.credential.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets the service worker, a file beside the others of the checker, look after {@code /verify/}. */
@WebFilter("/checker/worker.js")
public class WorkerScope extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Service-Worker-Allowed", "/verify/");
        chain.doFilter(request, response);
    }
}

package org.sopan.credential.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that verifiers on other sites' pages may read too. */
final class OpenAnswers {
    static final String LINKED_DATA = "application/ld+json";

    private OpenAnswers() {}

    static Response of(String json, String type) {
        return Response.ok(json, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}

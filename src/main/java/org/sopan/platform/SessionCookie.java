package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries a token for pages: HttpOnly, SameSite=Lax, and bound to the host over TLS. */
@ApplicationScoped
public class SessionCookie {
    private final boolean secure;

    @Inject
    SessionCookie(Settings settings) {
        secure = settings.overTls();
    }

    public String name() {
        return secure ? "__Host-sopan" : "sopan";
    }

    public NewCookie carrying(String token, long maxAgeSeconds) {
        return new NewCookie.Builder(name())
                .value(token)
                .path("/")
                .maxAge((int) maxAgeSeconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    public NewCookie removal() {
        return carrying("", 0);
    }
}

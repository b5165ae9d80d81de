package org.sopan.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.sopan.identity.Person;
import org.sopan.identity.Sessions;
import org.sopan.platform.SessionCookie;

/** The answer to whoever has just got in: the token, and the cookie that carries it for pages. */
@ApplicationScoped
public class SessionAnswers {
    private final PersonViews views;
    private final SessionCookie cookie;
    private final Clock clock;

    @Inject
    public SessionAnswers(PersonViews views, SessionCookie cookie, Clock clock) {
        this.views = views;
        this.cookie = cookie;
        this.clock = clock;
    }

    Response of(Person person, Sessions.Opened session) {
        long seconds = Duration.between(clock.instant(), session.expiresAt()).toSeconds();
        return Response.ok(new SessionView(session.token(), session.expiresAt(), views.of(person)))
                .cookie(cookie.carrying(session.token(), seconds))
                .build();
    }
}

package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.sopan.notice.ChooseNotices;
import org.sopan.platform.Public;
import org.sopan.platform.Settings;

/**
 * {@code /api/unsubscribe/{token}}: the one click of RFC 8058. A mail program posts it, with a form that says nothing
 * more; it needs neither cookie nor {@code X-Requested-With}, and learns nothing of the token. Whoever opens the address
 * instead, as scanners do, is shown the page with the button, and nothing changes.
 */
@Path("unsubscribe/{token}")
public class UnsubscribeResource {
    private final ChooseNotices chooseNotices;
    private final Settings settings;

    @Inject
    public UnsubscribeResource(ChooseNotices chooseNotices, Settings settings) {
        this.chooseNotices = chooseNotices;
        this.settings = settings;
    }

    @POST
    @Public
    public Response stop(@PathParam("token") String token) {
        chooseNotices.stop(token);
        return Response.accepted().build();
    }

    @GET
    @Public
    public Response open(@PathParam("token") String token) {
        return Response.seeOther(pageOf(settings.url(), token)).build();
    }

    /** The page with the button; what cannot be a token is left out. */
    public static URI pageOf(URI url, String token) {
        return URI.create(url + "/#/reminders" + (token.matches("[\\w-]{1,100}") ? "/" + token : ""));
    }
}

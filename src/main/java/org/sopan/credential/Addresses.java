package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.sopan.platform.Settings;

/** The addresses that stand in badges and so must lead somewhere for ever. */
@ApplicationScoped
public class Addresses {
    private final URI url;

    @Inject
    public Addresses(Settings settings) {
        this.url = settings.url();
    }

    String home() {
        return url + "/";
    }

    String issuer() {
        return url + "/api/issuer";
    }

    String key(String kid) {
        return issuer() + "#" + kid;
    }

    String badge(String serial) {
        return url + "/api/certificates/" + serial + "/badge";
    }

    String achievement(String course, String kind) {
        return url + "/api/courses/" + course + "/achievements/" + kind;
    }

    String achievement(String kind) {
        return url + "/api/programme/achievements/" + kind;
    }

    String outcome(String course, String outcome) {
        return url + "/api/courses/" + course + "/outcomes/" + outcome;
    }

    String statusList(long list) {
        return url + "/api/status-lists/" + list;
    }
}

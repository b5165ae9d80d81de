package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** Who issues badges: a profile (Open Badges 3.0) that names every key that ever signed, as controlled identifiers do. */
@ApplicationScoped
public class Issuer {
    private static final LocalizedText NAME = LocalizedText.of(
            "Training of Trainers on Social Protection, Bangladesh",
            "সামাজিক সুরক্ষা বিষয়ক প্রশিক্ষক প্রশিক্ষণ, বাংলাদেশ");
    /** What verifiers have at hand; the newer context of controlled identifiers alone is known to few. */
    private static final List<String> CONTEXTS =
            List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1", LinkedData.OPEN_BADGES);

    private final PublishedKeys published;
    private final Addresses addresses;
    private final Remembered<String> document;

    @Inject
    public Issuer(PublishedKeys published, Addresses addresses, Clock clock) {
        this.published = published;
        this.addresses = addresses;
        document = new Remembered<>(Duration.ofMinutes(1), clock, before -> read());
    }

    /** The profile as it stands in a badge. */
    JsonObject profile(Language language) {
        return Json.createObjectBuilder()
                .add("id", addresses.issuer())
                .add("type", Json.createArrayBuilder().add("Profile"))
                .add("name", NAME.in(language))
                .add("url", addresses.home())
                .build();
    }

    /** The profile at its own address, with the keys. */
    public String document() {
        return document.get();
    }

    private String read() {
        JsonArrayBuilder keys = Json.createArrayBuilder();
        JsonArrayBuilder names = Json.createArrayBuilder();
        for (PublishedKey key : published.all()) {
            JsonObjectBuilder multikey = Json.createObjectBuilder()
                    .add("id", addresses.key(key.kid()))
                    .add("type", "Multikey")
                    .add("controller", addresses.issuer())
                    .add("publicKeyMultibase", Multibase.multikey(key.x()));
            keys.add(multikey);
            names.add(addresses.key(key.kid()));
        }
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder(CONTEXTS))
                .addAll(Json.createObjectBuilder(profile(Language.EN)))
                .add("verificationMethod", keys)
                .add("assertionMethod", names)
                .build()
                .toString();
    }
}

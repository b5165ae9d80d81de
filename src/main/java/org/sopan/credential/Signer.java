package org.sopan.credential;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Settings;
import org.sopan.platform.Startup;

/**
 * Signs with the installation's one key. It is given by the settings or lies in the data folder, where it is made at
 * the first start; it is never made where another signed before, since that one is lost or somewhere else.
 */
@ApplicationScoped
public class Signer {
    private final Settings settings;
    private final PublishedKeys published;
    private volatile @Nullable SigningKey key;

    @Inject
    public Signer(Settings settings, PublishedKeys published) {
        this.settings = settings;
        this.published = published;
    }

    void start(@Observes @Priority(Startup.KEYS) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("signing key", this::open);
    }

    /**
     * Finds the key or makes it, and publishes its public half.
     *
     * @throws IllegalStateException in one line, when the key is missing, unreadable or no longer the one that signs
     */
    public void open() {
        SigningKey found = given().orElseGet(this::inTheDataFolder);
        published.publish(found.published());
        key = found;
    }

    private Optional<SigningKey> given() {
        try {
            return settings.signingKey().map(SigningKey::read);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("sopan.signing.key holds " + e.getMessage());
        }
    }

    private SigningKey inTheDataFolder() {
        KeyFile file = new KeyFile(settings.data());
        return file.read().orElseGet(() -> {
            published.open().ifPresent(kid -> {
                throw new IllegalStateException(file.path() + " is missing, and certificates were signed with the key "
                        + kid + ": bring it from the backup or from another node, or give it as sopan.signing.key");
            });
            return file.make();
        });
    }

    public String kid() {
        return key().kid();
    }

    public byte[] sign(byte[] message) {
        return key().sign(message);
    }

    SigningKey.PublicKey publicKey() {
        return key().published();
    }

    private SigningKey key() {
        SigningKey opened = key;
        if (opened == null) {
            throw new IllegalStateException("not started");
        }
        return opened;
    }
}

package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.sopan.document.Picture;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;

/** An administrator brings a picture: an emblem, a logo, a signature. The same one again is the one that is there. */
@ApplicationScoped
public class KeepPicture {
    private final Pictures pictures;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public KeepPicture(Pictures pictures, Caller caller, AuditTrail audit, Clock clock) {
        this.pictures = pictures;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A picture by its key, and its extent in pixels. */
    public record Kept(String key, int width, int height) {}

    /**
     * Reads and keeps it.
     *
     * @throws org.sopan.shared.DomainException.Invalid {@code picture-type}, {@code picture-size} or
     *     {@code picture-unreadable}
     */
    @Transactional
    public Kept keep(byte[] file) {
        Picture picture = Picture.read(file);
        String key = pictures.store(picture, clock.instant());
        audit.record(
                caller.person(),
                "picture-kept",
                key,
                Map.of("width", Integer.toString(picture.width()), "height", Integer.toString(picture.height())));
        return new Kept(key, picture.width(), picture.height());
    }
}

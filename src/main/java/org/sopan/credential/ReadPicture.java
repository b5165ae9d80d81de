package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sopan.document.Picture;
import org.sopan.shared.DomainException.NotFound;

/** A picture as it is kept. */
@ApplicationScoped
public class ReadPicture {
    private final Pictures pictures;

    @Inject
    public ReadPicture(Pictures pictures) {
        this.pictures = pictures;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public byte[] png(String key) {
        return pictures.find(key).map(Picture::png).orElseThrow(() -> new NotFound("unknown-picture"));
    }
}

package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Which slots have a picture now. */
@ApplicationScoped
public class ListSlots {
    private final Slots slots;

    @Inject
    public ListSlots(Slots slots) {
        this.slots = slots;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Slots.Filled> list() {
        return slots.present();
    }
}

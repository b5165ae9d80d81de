package org.sopan.platform;

/** Does something in memory once the transaction at hand has committed; a roll-back leaves it undone. */
public interface WhenCommitted {
    void then(Runnable work);
}

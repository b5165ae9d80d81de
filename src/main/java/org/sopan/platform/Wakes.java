package org.sopan.platform;

/** Wakes a job once the transaction at hand has committed; a roll-back wakes nothing. */
public interface Wakes {
    void afterCommit(String job);
}

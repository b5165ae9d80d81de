package org.sopan.credential;

import java.time.Instant;

/** A certificate that is no longer valid, as the public list knows it. */
public record ChangedCertificate(String serial, Certificate.Status status, Instant changedAt) {}

package org.sopan.bench;

/** A person who accepted the invitation, with the session it opened and the one enrolment. */
record Learner(String email, String token, String enrolment) {}

package org.sopan.enrolment;

/** What of a row is not taken over, or not as it stands, although the row is. */
public record CellNote(String column, String code) {}

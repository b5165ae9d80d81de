package org.sopan.enrolment.rest;

import java.util.List;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** What undoing took back, and what it left, with the reason in the reader's language. */
public record RosterUndoneView(int people, int updates, int enrolments, int invitations, List<LeftView> left) {

    public record LeftView(int row, String reason, String message) {}

    static RosterUndoneView of(Undone undone, Language language) {
        return new RosterUndoneView(
                undone.people(),
                undone.updates(),
                undone.enrolments(),
                undone.invitations(),
                undone.left().stream()
                        .map(left -> new LeftView(
                                left.row(),
                                left.reason(),
                                Words.of(language, "roster-left." + left.reason(), "roster.invalid")))
                        .toList());
    }
}

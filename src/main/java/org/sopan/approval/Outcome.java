package org.sopan.approval;

import java.util.Locale;

/** What became of one line of a decision. The first three are what was wanted; the others leave things as they were. */
enum Outcome {
    APPROVED,
    AWAITS_SIGNATURE,
    RETURNED,
    ALREADY_APPROVED,
    ALREADY_RETURNED,
    HAS_IT_ALREADY,
    OWN_AWARD,
    SECOND_PERSON_NEEDED,
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

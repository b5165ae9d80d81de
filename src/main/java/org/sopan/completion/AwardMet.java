package org.sopan.completion;

import org.sopan.course.AwardRule;

/**
 * A person has met the last condition of an award, in the transaction at hand.
 *
 * @param afterwards whether it was found by a search, perhaps long after the act: then nobody is written to
 */
public record AwardMet(Award award, AwardRule rule, boolean afterwards) {}

package org.sopan.completion;

import org.sopan.course.AwardRule;

/** A person has met the last condition of an award, in the transaction at hand. */
public record AwardMet(Award award, AwardRule rule) {}

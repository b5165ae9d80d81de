package org.sopan.course;

import org.sopan.shared.LocalizedText;

/** What a trainer can do after a module. */
public record Outcome(String id, Level level, LocalizedText text) {}

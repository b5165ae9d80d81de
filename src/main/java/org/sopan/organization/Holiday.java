package org.sopan.organization;

import java.time.LocalDate;
import org.sopan.shared.LocalizedText;

/** A day on which offices are closed. */
public record Holiday(LocalDate date, LocalizedText name) {}

package org.sopan.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Words;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** Why an award is given back: a closed list, so that holder and coordinator read the same neutral words. */
public enum ReturnReason {
    NAME_TO_CORRECT,
    EVIDENCE_UNCLEAR,
    NOT_ELIGIBLE,
    OTHER;

    static final String PREFIX = "approval.returned.";

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ReturnReason::code).toList();
    }

    /** The public words of a code. */
    public static LocalizedText words(String code) {
        return LocalizedText.of(
                Words.of(Language.EN, PREFIX + code, PREFIX + "other"),
                Words.of(Language.BN, PREFIX + code, PREFIX + "other"));
    }

    static String known(@Nullable String code) {
        return codes().stream()
                .filter(known -> known.equals(code))
                .findFirst()
                .orElseThrow(() -> Invalid.refused(
                        "unknown-reason", new FieldError("reason", "unknown-reason", String.join(", ", codes()))));
    }
}

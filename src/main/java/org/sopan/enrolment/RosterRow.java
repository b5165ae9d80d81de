package org.sopan.enrolment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Person;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * One row of a roster, cleaned: invisible marks removed, text composed (NFC), Bangla digits in numbers read.
 *
 * @param row its number in the sheet; the headings are row 1
 */
public record RosterRow(
        int row,
        @Nullable String email,
        @Nullable String nameEn,
        @Nullable String nameBn,
        @Nullable String designationEn,
        @Nullable String designationBn,
        @Nullable String unit,
        @Nullable String phone,
        @Nullable String serviceId,
        @Nullable String language) {

    /** A cell that keeps its row out of the plan. */
    public record CellError(int row, String column, String code) {}

    Person.Profile profile() {
        return new Person.Profile(
                text(nameEn, nameBn),
                text(designationEn, designationBn),
                unit,
                phone,
                serviceId,
                language == null ? null : Language.ofTag(language).orElse(null));
    }

    String address() {
        return email == null ? "" : Person.normalized(email);
    }

    /** What is wrong with the row by itself; nobody else is looked at. */
    List<CellError> errors() {
        java.util.ArrayList<CellError> errors = new java.util.ArrayList<>();
        if (email == null) {
            errors.add(new CellError(row, "email", "missing"));
        } else if (!email.matches("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}")) {
            errors.add(new CellError(row, "email", "email"));
        }
        if (nameEn == null && nameBn == null) {
            errors.add(new CellError(row, "name_bn", "missing"));
        }
        if (phone != null && !phone.matches("\\+?[0-9]{6,15}")) {
            errors.add(new CellError(row, "phone", "phone"));
        }
        if (language != null && Language.ofTag(language).isEmpty()) {
            errors.add(new CellError(row, "language", "language"));
        }
        return errors;
    }

    private static @Nullable LocalizedText text(@Nullable String en, @Nullable String bn) {
        return en == null && bn == null ? null : new LocalizedText(en, bn);
    }
}

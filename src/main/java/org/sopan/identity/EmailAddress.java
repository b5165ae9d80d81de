package org.sopan.identity;

import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** An e-mail address as it is stored and compared. */
public final class EmailAddress {
    private EmailAddress() {}

    /** The address that was typed; refuses what cannot be one, naming the field. */
    public static String of(String typed, String field) {
        String address = Person.normalized(CleanText.key(typed));
        if (address.length() > CleanText.LONGEST
                || !address.matches("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}")) {
            throw Invalid.refused("invalid-input", new FieldError(field, "email"));
        }
        return address;
    }
}

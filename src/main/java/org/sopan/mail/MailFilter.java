package org.sopan.mail;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.OutboxMessage.State;

/**
 * Which messages are meant; what is null does not matter.
 *
 * @param domain whose mail server, such as {@code sopan.example}
 * @param text a part of the address, or of what went wrong
 */
public record MailFilter(
        @Nullable State state, @Nullable String template, @Nullable String domain, @Nullable String text) {
    /** The same, in this state only. */
    MailFilter in(State which) {
        return new MailFilter(which, template, domain, text);
    }

    String jpql() {
        List<String> conditions = new ArrayList<>();
        if (state != null) {
            conditions.add("m.state = :state");
        }
        if (template != null) {
            conditions.add("m.template = :template");
        }
        if (domain != null) {
            conditions.add("m.domain = :domain");
        }
        if (text != null) {
            conditions.add("(lower(m.address) like :text escape '!' or lower(m.lastError) like :text escape '!')");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    <Q extends Query> Q bind(Q query) {
        if (state != null) {
            query.setParameter("state", state);
        }
        if (template != null) {
            query.setParameter("template", template);
        }
        if (domain != null) {
            query.setParameter("domain", domain.toLowerCase(Locale.ROOT));
        }
        if (text != null) {
            String part = text.toLowerCase(Locale.ROOT);
            query.setParameter(
                    "text", "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        return query;
    }
}

package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.SearchAudit;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.platform.Words;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** {@code GET /api/audit}: who did what to whom, the latest first. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private final SearchAudit searchAudit;
    private final RequestLanguage language;

    @Inject
    public AuditResource(SearchAudit searchAudit, RequestLanguage language) {
        this.searchAudit = searchAudit;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Page<EntryView> search(
            @QueryParam("institute") @Nullable String institute,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("subject") @Size(max = 100) @Nullable String subject,
            @QueryParam("action") @Size(max = 100) @Nullable String action,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        String asked = given(actor);
        Page<SearchAudit.Entry> found = searchAudit.search(
                new SearchAudit.Wanted(
                        given(institute),
                        asked == null ? null : new PersonId(PathId.uuid(asked, "unknown-person")),
                        given(subject),
                        given(action),
                        day("from", from),
                        day("to", to)),
                page,
                size);
        Language reader = language.language();
        return new Page<>(
                found.items().stream().map(entry -> EntryView.of(entry, reader)).toList(), found.total());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return given(text) == null ? null : LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw Invalid.malformed("invalid-input", new FieldError(field, "invalid"));
        }
    }

    /** One act; without an actor the system did it. */
    public record EntryView(
            long id,
            Instant at,
            @Nullable ActorView actor,
            String action,
            String actionWords,
            String subject,
            @Nullable LocalizedText subjectName,
            @Nullable String institute,
            Map<String, String> details) {
        static EntryView of(SearchAudit.Entry entry, Language reader) {
            PersonId actor = entry.actor();
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    actor == null ? null : new ActorView(actor.toString(), entry.actorName()),
                    entry.action(),
                    Words.of(reader, "audit." + entry.action(), "audit.other"),
                    entry.subject(),
                    entry.subjectName(),
                    entry.institute(),
                    entry.details());
        }
    }

    public record ActorView(String id, @Nullable LocalizedText name) {}
}

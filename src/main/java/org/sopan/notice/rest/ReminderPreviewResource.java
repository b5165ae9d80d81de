package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.notice.PreviewReminders;
import org.sopan.notice.Rule;
import org.sopan.notice.Situation;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** {@code GET /api/institutes/{id}/reminders/preview?date=&cohort=&why=}: who would be reminded, and who not. */
@Path("institutes/{id}/reminders/preview")
@Produces(MediaType.APPLICATION_JSON)
public class ReminderPreviewResource {
    private final PreviewReminders previewReminders;
    private final RequestLanguage language;

    @Inject
    public ReminderPreviewResource(PreviewReminders previewReminders, RequestLanguage language) {
        this.previewReminders = previewReminders;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public PreviewView show(
            @PathParam("id") String institute,
            @QueryParam("date") @Nullable String date,
            @QueryParam("cohort") @Nullable String cohort,
            @QueryParam("why") @Nullable String why,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        PreviewReminders.Preview preview = previewReminders.preview(new PreviewReminders.Selection(
                institute,
                cohort == null || cohort.isBlank() ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")),
                date == null || date.isBlank() ? null : day(date),
                why == null || why.isBlank() ? null : why,
                language.language(),
                page,
                size));
        return new PreviewView(
                preview.date(),
                preview.workingDay(),
                preview.toSend(),
                preview.items().stream().map(ItemView::of).toList(),
                preview.total());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.Invalid.malformed("invalid-input", new FieldError("date", "invalid"));
        }
    }

    /** The reminders of a day. */
    public record PreviewView(LocalDate date, boolean workingDay, long toSend, List<ItemView> items, long total) {}

    /** One person: the rules that apply, and what holds the reminder back. */
    public record ItemView(
            String person,
            LocalizedText name,
            List<String> rules,
            List<EnrolmentView> enrolments,
            boolean willSend,
            @Nullable String why) {
        static ItemView of(PreviewReminders.Item item) {
            return new ItemView(
                    item.person().person().toString(),
                    item.person().shown(),
                    item.rules().stream().map(Rule::word).toList(),
                    item.situations().stream().map(EnrolmentView::of).toList(),
                    item.why() == null,
                    item.why());
        }
    }

    /** Where the person stands in a course. */
    public record EnrolmentView(
            String id,
            String course,
            @Nullable String cohort,
            String state,
            LocalDate enrolled,
            @Nullable LocalDate due,
            @Nullable LocalDate lastActivity) {
        static EnrolmentView of(Situation situation) {
            CohortId cohort = situation.cohort();
            return new EnrolmentView(
                    situation.id().toString(),
                    situation.course(),
                    cohort == null ? null : cohort.toString(),
                    situation.state().word(),
                    situation.enrolled(),
                    situation.due(),
                    situation.lastActivity());
        }
    }
}

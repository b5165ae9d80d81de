package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.sopan.mail.PreviewMail;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Language;

/** {@code GET /api/mail-templates}: every message that Sopan writes, with its subject in both languages. */
@Path("mail-templates")
@Produces(MediaType.APPLICATION_JSON)
public class MailTemplatesResource {
    private final PreviewMail preview;

    @Inject
    public MailTemplatesResource(PreviewMail preview) {
        this.preview = preview;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public List<TemplateView> list() {
        return preview.names().stream()
                .map(name -> new TemplateView(
                        name,
                        Arrays.stream(Language.values())
                                .map(language -> new Subject(
                                        language.code(),
                                        preview.of(name, language).subject()))
                                .toList()))
                .toList();
    }

    /** One message by its name. */
    public record TemplateView(String name, List<Subject> subjects) {}

    /** What it is headed with in a language. */
    public record Subject(String language, String subject) {}
}

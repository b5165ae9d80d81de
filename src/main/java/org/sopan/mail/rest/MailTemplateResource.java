package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.mail.MailText;
import org.sopan.mail.PreviewMail;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;

/**
 * {@code GET /api/mail-templates/{name}?lang=&format=}: a message filled with a sample, as JSON, or as {@code text},
 * {@code html} or {@code eml} alone.
 */
@Path("mail-templates/{name}")
public class MailTemplateResource {
    private static final String EML = "message/rfc822";
    private static final String UTF_8 = "UTF-8";
    private final PreviewMail preview;
    private final RequestLanguage language;

    @Inject
    public MailTemplateResource(PreviewMail preview, RequestLanguage language) {
        this.preview = preview;
        this.language = language;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML, EML})
    public Response show(@PathParam("name") String name, @QueryParam("format") @DefaultValue("json") String format) {
        Language reader = language.language();
        MailText text = preview.of(name, reader);
        return switch (format) {
            case "json" ->
                Response.ok(
                                new PreviewView(name, reader.code(), text.subject(), text.text(), text.html()),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case "text" ->
                Response.ok(text.text(), MediaType.TEXT_PLAIN_TYPE.withCharset(UTF_8))
                        .build();
            case "html" ->
                Response.ok(text.html(), MediaType.TEXT_HTML_TYPE.withCharset(UTF_8))
                        .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                        .build();
            case "eml" ->
                Response.ok(preview.file(name, reader), EML)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + name + "." + reader.code() + ".eml\"")
                        .build();
            default -> throw DomainException.Invalid.malformed("no-such-format");
        };
    }

    /** A message filled with a sample. */
    public record PreviewView(String name, String lang, String subject, String text, String html) {}
}
